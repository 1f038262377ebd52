import { Type, type Static } from 'typebox'
import { Id } from '../wire/id.ts'
import { secondsLimit } from './call-record.ts'
import { CountingWord } from './countings.ts'
import { CallClassWord, OutcomeWord } from './words.ts'

const Names = Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50 }))
const Ids = Type.Optional(Type.Array(Id, { maxItems: 200 }))
const Day = Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }))
const Seconds = Type.Optional(Type.Integer({ minimum: 0, maximum: secondsLimit }))

/** Filters combine with "and"; several values of one filter with "or". Days are UTC, both included. */
export const CallFilterFields = {
  team: Ids,
  rep: Ids,
  queue: Names,
  issue: Names,
  audience: Names,
  class: Type.Optional(Type.Array(CallClassWord, { maxItems: 9 })),
  outcome: Type.Optional(Type.Array(OutcomeWord, { maxItems: 3 })),
  from: Day,
  to: Day,
  /** Only the legs that a number counts; for chains, team, queue, issue and days are the chain's. */
  counted: Type.Optional(CountingWord),
  /** Only legs that took at most, or more than, so long: the two sides of a target. */
  uptoSeconds: Seconds,
  beyondSeconds: Seconds,
}
export type CallFilter = Static<Type.TObject<typeof CallFilterFields>>
