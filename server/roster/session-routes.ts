import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import * as roster from '../../shared/roster/contract.ts'
import { type Role } from '../../shared/roster/role.ts'
import { type ReplyOf } from '../../shared/wire/endpoint.ts'
import { type Database } from '../database/connect.ts'
import { type Asker } from '../http/asker.ts'
import { answer, carryOut } from '../http/carry-out.ts'
import { limitAttempts } from '../http/limit-attempts.ts'
import { Refused } from '../http/refused.ts'
import { setCookies } from '../http/set-cookies.ts'
import { displayCookie, noDisplayCookie, readDisplayToken } from './display-cookie.ts'
import { findDisplay, revokeDisplay } from './display-store.ts'
import { acceptInvitation, readInvitation } from './invite.ts'
import { findMember, isAnybodyHere, type Member } from './people-store.ts'
import { recognizeDisplay } from './recognize-display.ts'
import { createAdmin } from './set-up.ts'
import { type NewSession, type SignIn } from './sign-in.ts'

export type DemoSignIn = { role: Role; name: string; email: string; password: string }

/** Attempts to sign in that one address may make in a minute: guessing passwords is slow. */
const attemptsPerMinuteLimit = 60

type Needs = {
  database: Database
  signIn: SignIn
  clock: () => number
  /** What the first admin's form must give; null where only this machine can reach it. */
  setUpCode: string | null
  demoSignIns: () => readonly DemoSignIn[]
}

/** Doors: the first administrator, signing in and out, invitations. */
export async function sessionRoutes(app: FastifyInstance, needs: Needs): Promise<void> {
  const { database, signIn } = needs
  app.route(
    answer(roster.setup, async ({ request }) => {
      const needsFirstAdmin = !(await isAnybodyHere(database))
      return {
        needsFirstAdmin,
        needsCode: needs.setUpCode !== null,
        isDisplay: readDisplayToken(request.headers.cookie) !== null,
        demoSignIns: needsFirstAdmin ? [] : [...needs.demoSignIns()],
      }
    }),
  )
  app.route(
    answer(roster.me, async ({ asker, request, reply }) => {
      if (asker.kind === 'display') renewDisplay(request, reply)
      const me = await findAsker(database, asker)
      if (me?.organization.id === asker.viewer.organizationId) return me
      throw new Refused('not_signed_in', 'Sign in again.')
    }),
  )
  app.route(
    carryOut(roster.signOut, async ({ asker, request, reply }) => {
      if (asker.kind === 'display') {
        const { displayId, viewer } = asker
        await revokeDisplay(database, viewer.organizationId, displayId, new Date(needs.clock()))
        setCookies(request, reply, [noDisplayCookie])
        return {}
      }
      setCookies(request, reply, await signIn.end(request.headers.cookie ?? ''))
      return {}
    }),
  )
  await app.register(async (doors) => {
    await limitAttempts(doors, attemptsPerMinuteLimit)
    openDoors(doors, needs)
  })
}

/** A person, or a display, as it is known now; null where it is not any more. */
async function findAsker(
  database: Database,
  asker: Asker,
): Promise<ReplyOf<typeof roster.me> | null> {
  if (asker.kind === 'person') return findMember(database, asker.userId)
  if (asker.kind === 'key') return null
  const { displayId, viewer } = asker
  const found = await findDisplay(database, viewer.organizationId, displayId)
  if (!found) return null
  const { name, organization } = found
  return { userId: null, name, email: null, role: viewer.role, organization, rep: null, teams: [] }
}

/** A display that is on the wall for years never runs out of its cookie. */
function renewDisplay(request: FastifyRequest, reply: FastifyReply): void {
  const token = readDisplayToken(request.headers.cookie)
  if (token !== null) setCookies(request, reply, [displayCookie(token)])
}

function openDoors(app: FastifyInstance, needs: Needs): void {
  const { database, signIn, clock } = needs
  app.route(
    carryOut(roster.setUp, async ({ body, request, reply }) => {
      if (await isAnybodyHere(database)) {
        throw new Refused('already_set_up', 'There is an administrator already; sign in.')
      }
      if (needs.setUpCode !== null && body.code !== needs.setUpCode) {
        throw new Refused(
          'wrong_credentials',
          'The code is the one printed when the server started.',
        )
      }
      return welcome(needs, request, reply, await createAdmin(database, signIn, body))
    }),
  )
  app.route(
    carryOut(roster.signIn, async ({ body, request, reply }) => {
      const session = await signIn.begin(body.email, body.password)
      const member = session && (await findMember(database, session.userId))
      if (session && member) return welcome(needs, request, reply, { member, session })
      throw new Refused('wrong_credentials', 'E-mail or password is wrong.')
    }),
  )
  app.route(
    answer(roster.invitation, ({ params }) => readInvitation(database, params.token, clock())),
  )
  app.route(
    carryOut(roster.acceptInvitation, async ({ params, body, request, reply }) =>
      welcome(
        needs,
        request,
        reply,
        await acceptInvitation(database, signIn, { ...params, ...body }, clock()),
      ),
    ),
  )
}

/** Sets the session's cookies; what is left of a display that was removed goes. */
async function welcome(
  { database, clock }: Needs,
  request: FastifyRequest,
  reply: FastifyReply,
  made: { member: Member; session: NewSession },
): Promise<Member> {
  setCookies(request, reply, made.session.cookies)
  const { cookie = '' } = request.headers
  const isOver =
    readDisplayToken(cookie) !== null && !(await recognizeDisplay(database, cookie, clock()))
  if (isOver) setCookies(request, reply, [noDisplayCookie])
  return made.member
}
