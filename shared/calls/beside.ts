import { Type, type Static } from 'typebox'
import { Id } from '../wire/id.ts'
import { OrNull } from '../wire/or-null.ts'
import { RepName, TeamName } from '../roster/person.ts'
import {
  CallClassWord,
  OutcomeSourceWord,
  OutcomeStateWord,
  OutcomeWord,
  TimeClassWord,
} from './words.ts'

/** Too little to say anything fair: how many there are and how many it would take. */
export const TooFew = Type.Object({ have: Type.Integer(), need: Type.Integer() })
export type TooFew = Static<typeof TooFew>

/** What became of a call, in the words of METHOD 4.3. */
export const OutcomeOfCall = Type.Object({
  outcome: OutcomeWord,
  state: OutcomeStateWord,
  source: OutcomeSourceWord,
  /** When the window closes and the outcome can be final; null where no window exists. */
  knownFrom: OrNull(Type.String()),
  /** False where no customer or issue links this call to others. */
  isLinkable: Type.Boolean(),
})
export type OutcomeOfCall = Static<typeof OutcomeOfCall>

/** What other reps' calls of the same kind usually take: the middle 60 % and the median. */
export const UsualTime = Type.Object({
  lowSeconds: Type.Number(),
  medianSeconds: Type.Number(),
  highSeconds: Type.Number(),
  /** Other reps' calls in the finest cell this rests on. */
  calls: Type.Integer(),
  /** The reference version it comes from. */
  version: Type.Integer(),
})
export type UsualTime = Static<typeof UsualTime>

/**
 * A handle time as it may be shown: never without the outcome, what is usual, and the count
 * that rests on.
 */
export const TimeBesideOutcome = Type.Object({
  handleSeconds: OrNull(Type.Integer()),
  usual: Type.Union([UsualTime, Type.Object({ tooFew: TooFew })]),
  timeClass: TimeClassWord,
  outcome: OutcomeOfCall,
  class: CallClassWord,
  /** The end was not registered or the time is beyond four hours: ask before reading it. */
  isSuspect: Type.Boolean(),
})
export type TimeBesideOutcome = Static<typeof TimeBesideOutcome>

/** One line of a list of calls: one rep's part of one call. */
export const CallLine = Type.Object({
  callId: Id,
  legNo: Type.Integer(),
  startedAt: Type.String(),
  direction: Type.String(),
  rep: RepName,
  team: OrNull(TeamName),
  queue: OrNull(Type.String()),
  issue: OrNull(Type.String()),
  audience: OrNull(Type.String()),
  /** Masked: enough to recognize, not enough to call. */
  customer: OrNull(Type.String()),
  /** How many linked calls about this issue came before, plus one. */
  position: OrNull(Type.Integer()),
  time: TimeBesideOutcome,
  /** The first words of the reflection, if there is one. */
  reflectionLine: OrNull(Type.String()),
  hasReflection: Type.Boolean(),
})
export type CallLine = Static<typeof CallLine>
