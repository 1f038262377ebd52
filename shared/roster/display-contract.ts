import { Type, type Static } from 'typebox'
import { command, question } from '../wire/endpoint.ts'
import { Id, Nothing } from '../wire/id.ts'
import { OrNull } from '../wire/or-null.ts'
import { Page, PageQuery } from '../wire/page.ts'

const admins = { roles: ['admin'] } as const

/** A display that was not seen for so long has to be paired again. */
export const unseenDaysLimit = 90

const SecondsLeft = Type.Integer({ minimum: 0 })

export const startPairing = command({
  summary: 'Gives a display a code to show and a secret to claim its pairing with.',
  method: 'POST',
  path: '/api/pairings',
  audience: 'anyone',
  params: Nothing,
  body: Nothing,
  reply: Type.Object({
    code: Type.String(),
    secret: Type.String(),
    expiresAt: Type.String(),
    /** The same without a clock: that of a display is often wrong. */
    secondsLeft: SecondsLeft,
  }),
  refusals: ['pairings_full', 'too_many_requests'],
})

export const claimPairing = command({
  summary: 'Asks what became of a pairing; once it is paired, the display gets its cookie.',
  method: 'POST',
  path: '/api/pairings/claim',
  audience: 'anyone',
  params: Nothing,
  body: Type.Object({ secret: Type.String({ maxLength: 100 }) }, { additionalProperties: false }),
  reply: Type.Object({
    /** `expired` also where there was no such pairing, or the display has its cookie. */
    state: Type.Enum(['waiting', 'paired', 'expired']),
    /** While it waits. */
    secondsLeft: OrNull(SecondsLeft),
  }),
  refusals: ['too_many_requests'],
})

const Display = Type.Object({
  id: Id,
  name: Type.String(),
  /** The administrator who entered its code. */
  pairedBy: Type.String(),
  pairedAt: Type.String(),
  /** Within a minute; null until it has shown itself. */
  lastSeenAt: OrNull(Type.String()),
  /** False once it was not seen for 90 days: then it has to be paired again. */
  isSignedIn: Type.Boolean(),
})
export type Display = Static<typeof Display>

export const displays = question({
  summary: 'Displays on the wall that were paired and not removed since.',
  path: '/api/displays',
  audience: admins,
  params: Nothing,
  query: Type.Object(PageQuery),
  reply: Page(Display),
  refusals: [],
})

export const pairDisplay = command({
  summary: 'Pairs the display that shows this code: it sees the board, and nothing else.',
  method: 'POST',
  path: '/api/displays',
  audience: admins,
  params: Nothing,
  body: Type.Object(
    {
      /** Eight letters; spaces, dashes and small letters do not matter. */
      code: Type.String({ maxLength: 40 }),
      name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
    },
    { additionalProperties: false },
  ),
  reply: Display,
  refusals: ['pairing_code_unknown', 'too_many_codes'],
})

export const revokeDisplay = command({
  summary: 'Signs a display out from now on.',
  method: 'DELETE',
  path: '/api/displays/:displayId',
  audience: admins,
  params: Type.Object({ displayId: Id }),
  body: Nothing,
  reply: Nothing,
  refusals: ['display_unknown'],
})
