import rateLimit from '@fastify/rate-limit'
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import * as roster from '../../shared/roster/contract.ts'
import { type Role } from '../../shared/roster/role.ts'
import { type Database } from '../database/connect.ts'
import { answer, carryOut } from '../http/carry-out.ts'
import { Refused } from '../http/refused.ts'
import { acceptInvitation, readInvitation } from './invite.ts'
import { findMember, isAnybodyHere, type Member } from './people-store.ts'
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
    answer(roster.setup, async () => {
      const needsFirstAdmin = !(await isAnybodyHere(database))
      return {
        needsFirstAdmin,
        needsCode: needs.setUpCode !== null,
        demoSignIns: needsFirstAdmin ? [] : [...needs.demoSignIns()],
      }
    }),
  )
  app.route(
    answer(roster.me, async ({ person, viewer }) => {
      const member = await findMember(database, person.userId)
      if (member?.organization.id === viewer.organizationId) return member
      throw new Refused('not_signed_in', 'Sign in again.')
    }),
  )
  app.route(
    carryOut(roster.signOut, async ({ request, reply }) => {
      setCookies(request, reply, await signIn.end(request.headers.cookie ?? ''))
      return {}
    }),
  )
  await app.register(async (doors) => {
    await doors.register(rateLimit, {
      max: attemptsPerMinuteLimit,
      timeWindow: '1 minute',
      errorResponseBuilder: () =>
        new Refused('too_many_requests', 'Too many attempts; wait a minute and try again.'),
    })
    openDoors(doors, needs)
  })
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
      return welcome(request, reply, await createAdmin(database, signIn, body))
    }),
  )
  app.route(
    carryOut(roster.signIn, async ({ body, request, reply }) => {
      const session = await signIn.begin(body.email, body.password)
      const member = session && (await findMember(database, session.userId))
      if (session && member) return welcome(request, reply, { member, session })
      throw new Refused('wrong_credentials', 'E-mail or password is wrong.')
    }),
  )
  app.route(
    answer(roster.invitation, ({ params }) => readInvitation(database, params.token, clock())),
  )
  app.route(
    carryOut(roster.acceptInvitation, async ({ params, body, request, reply }) =>
      welcome(
        request,
        reply,
        await acceptInvitation(database, signIn, { ...params, ...body }, clock()),
      ),
    ),
  )
}

function welcome(
  request: FastifyRequest,
  reply: FastifyReply,
  made: { member: Member; session: NewSession },
) {
  setCookies(request, reply, made.session.cookies)
  return made.member
}

function setCookies(request: FastifyRequest, reply: FastifyReply, cookies: string[]): void {
  const secure = request.protocol === 'https' ? '; Secure' : ''
  for (const cookie of cookies) reply.header('set-cookie', `${cookie}${secure}`)
}
