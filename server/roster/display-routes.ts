import { type FastifyInstance } from 'fastify'
import * as displays from '../../shared/roster/display-contract.ts'
import { itemsPerPageDefault } from '../../shared/wire/page.ts'
import { type Database } from '../database/connect.ts'
import { answer, carryOut } from '../http/carry-out.ts'
import { limitAttempts } from '../http/limit-attempts.ts'
import { pageOf, readIdPlace } from '../http/place.ts'
import { Refused } from '../http/refused.ts'
import { setCookies } from '../http/set-cookies.ts'
import { displayCookie } from './display-cookie.ts'
import { type DisplayRow, findDisplays, revokeDisplay } from './display-store.ts'
import { claimPairing, pairDisplay, startPairing } from './pair.ts'
import { isSignedIn } from './recognize-display.ts'
import { type SignIn } from './sign-in.ts'
import { countWrongCodes } from './wrong-codes.ts'

/** Pairings that one address may begin in a minute; a display begins one in ten. */
const pairingsPerMinuteLimit = 60
/** Claims from one address in a minute: sixty displays behind one, each asking every 3 s. */
const claimsPerMinuteLimit = 1_200

type Needs = { database: Database; signIn: SignIn; clock: () => number }

/** Displays on the wall: their pairing, and which there are. */
export async function displayRoutes(app: FastifyInstance, needs: Needs): Promise<void> {
  const { database, clock } = needs
  await app.register(async (beginning) => {
    await limitAttempts(beginning, pairingsPerMinuteLimit)
    beginning.route(carryOut(displays.startPairing, () => startPairing(database, clock())))
  })
  await app.register(async (claiming) => {
    await limitAttempts(claiming, claimsPerMinuteLimit)
    claimRoute(claiming, needs)
  })
  pairedRoutes(app, needs)
}

function claimRoute(app: FastifyInstance, { database, signIn, clock }: Needs): void {
  app.route(
    carryOut(displays.claimPairing, async ({ body, request, reply }) => {
      const claimed = await claimPairing(database, body.secret, clock())
      if (claimed.state === 'paired') {
        // A wall is nobody's desk: whoever signed in on it to get this far is signed out.
        const { cookie } = request.headers
        const isSomebodys = cookie !== undefined && (await signIn.sessionOf(cookie)) !== null
        const ended = isSomebodys ? await signIn.end(cookie) : []
        setCookies(request, reply, [...ended, displayCookie(claimed.token)])
      }
      const secondsLeft = claimed.state === 'waiting' ? claimed.secondsLeft : null
      return { state: claimed.state, secondsLeft }
    }),
  )
}

function pairedRoutes(app: FastifyInstance, { database, clock }: Needs): void {
  const wrongCodes = countWrongCodes(clock)
  app.route(
    answer(displays.displays, async ({ viewer, query }) => {
      const limit = query.limit ?? itemsPerPageDefault
      const asked = { after: readIdPlace(query.after), limit: limit + 1 }
      return pageOf(
        await findDisplays(database, viewer.organizationId, asked),
        limit,
        (row) => [row.id],
        (row) => displayOf(row, clock()),
      )
    }),
  )
  app.route(
    carryOut(displays.pairDisplay, async ({ viewer, person, body }) => {
      const { organizationId } = viewer
      const given = { ...body, name: body.name.trim(), organizationId, pairedBy: person.name }
      return displayOf(await pairDisplay(database, wrongCodes, given, clock()), clock())
    }),
  )
  app.route(
    carryOut(displays.revokeDisplay, async ({ viewer: { organizationId }, params }) => {
      const at = new Date(clock())
      if (await revokeDisplay(database, organizationId, params.displayId, at)) return {}
      throw new Refused('display_unknown', 'There is no such display, or it was removed before.')
    }),
  )
}

const displayOf = (row: DisplayRow, now: number): displays.Display => ({
  ...{ id: row.id, name: row.name, pairedBy: row.pairedBy },
  pairedAt: row.pairedAt.toISOString(),
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  isSignedIn: isSignedIn(row, now),
})
