import { Type, type Static } from 'typebox'
import { lineStates, repStates } from './words.ts'

/** One request carries at most this many events. */
export const eventsPerRequestLimit = 1_000
/** What clocks may differ by: what happens later than that by our clock has not happened. */
export const aheadMillisecondsLimit = 5 * 60_000
export const nameLength = 200
export const reasonLength = 80
/** The one character that PostgreSQL's texts cannot hold. */
const noNul = '^[^\\u0000]*$'

const Name = (description: string) =>
  Type.String({ minLength: 1, maxLength: nameLength, pattern: noNul, description })
const At = Type.String({
  format: 'date-time',
  description: 'When it happened, by the clock of the source, with its offset.',
})
const Source = Name('The phone system, named as in its call records.')

export const RepEvent = Type.Object(
  {
    kind: Type.Enum(['rep']),
    source: Source,
    at: At,
    rep: Name('The rep, named as in the call records.'),
    state: Type.Enum([...repStates]),
    reason: Type.Optional(Type.String({ maxLength: reasonLength, pattern: noNul })),
    queue: Type.Optional(Name('The queue of the call they are on.')),
    call: Type.Optional(Name('The call they are on: its externalId.')),
  },
  { additionalProperties: false },
)

export const LineEvent = Type.Object(
  {
    kind: Type.Enum(['call']),
    source: Source,
    at: At,
    call: Name('The externalId the call record will have.'),
    state: Type.Enum([...lineStates]),
    queue: Name('The queue the call is in.'),
    customer: Type.Optional(Name('As in the call record; kept only as a keyed hash.')),
  },
  { additionalProperties: false },
)

export const AliveEvent = Type.Object(
  { kind: Type.Enum(['alive']), source: Source, at: At },
  {
    additionalProperties: false,
    description: 'Nothing has happened, and the source is there: worth sending once a minute.',
  },
)

/**
 * What a phone system tells of the floor. Each event says a state as a whole and since when, so
 * that one which is lost, late or told twice spoils nothing that follows.
 */
export const PresenceEvent = Type.Union([RepEvent, LineEvent, AliveEvent])
export type PresenceEvent = Static<typeof PresenceEvent>

/** The last word on a rep. `at` is in epoch milliseconds, by the clock of the source. */
export type RepPresence = {
  source: string
  rep: string
  state: Static<typeof RepEvent>['state']
  reason: string | null
  queue: string | null
  call: string | null
  at: number
}

/** The last word on a call that is on the line. */
export type LinePresence = {
  source: string
  call: string
  state: Static<typeof LineEvent>['state']
  queue: string
  /** Who calls, as a keyed hash; null where it is not known. */
  customerKey: string | null
  at: number
}

/** What a rep's event says as a word; what it leaves out is not known. */
export const wordOnRep = (
  { source, rep, state, reason, queue, call }: Static<typeof RepEvent>,
  at: number,
): RepPresence => ({
  ...{ source, rep, state, at },
  ...{ reason: reason ?? null, queue: queue ?? null, call: call ?? null },
})

/** What a call's event says as a word, without the caller. */
export const wordOnCall = (
  { source, call, state, queue }: Static<typeof LineEvent>,
  at: number,
): LinePresence => ({ source, call, state, queue, customerKey: null, at })

type Word<S extends string> = { state: S; at: number }

/**
 * Which of two words on the same rep or call holds: the one that happened later. Of two of the same
 * instant, the state that stands later in its order, then the text that sorts last: any
 * order of arrival, with any repetition, so comes to the same.
 */
export function laterOf<W extends Word<S>, S extends string>(a: W, b: W, order: readonly S[]): W {
  if (a.at !== b.at) return a.at > b.at ? a : b
  if (a.state !== b.state) return order.indexOf(a.state) > order.indexOf(b.state) ? a : b
  return textOf(a) >= textOf(b) ? a : b
}

const textOf = (word: object): string =>
  JSON.stringify(Object.entries(word).sort(([a], [b]) => (a < b ? -1 : 1)))
