import { Type, type Static } from 'typebox'
import { TooFew } from '../calls/beside.ts'
import { callClasses } from '../calls/words.ts'
import { RepName, TeamName } from '../roster/person.ts'
import { OrNull } from '../wire/or-null.ts'
import { Interval } from './basis.ts'
import { RepPromptWord, StandingLabelWord } from './words.ts'

/** θ in log-odds; 0 is like colleagues on the same kinds of calls. About 95 %. */
export const Effect = Type.Object({ median: Type.Number(), ...Interval })

/** Takes 1.2 times as long as colleagues on the same kinds of calls; describes, never judges. */
const TimeIndexReply = Type.Object({
  value: Type.Number(),
  ...Interval,
  /** Legs it rests on. */
  legs: Type.Integer(),
})

export const RepStanding = Type.Object({
  rep: RepName,
  team: OrNull(TeamName),
  /** Counted legs whose window has closed, and what became of them. */
  mature: Type.Integer(),
  resolved: Type.Integer(),
  expected: Type.Number(),
  effect: Effect,
  pAbove: Type.Number(),
  pBelow: Type.Number(),
  reliability: Type.Number(),
  label: StandingLabelWord,
  /** Over both measures: below if either is, else the 7-day label. */
  overall: StandingLabelWord,
  moreNeeded: OrNull(Type.Integer()),
  /** On the center's common mix, so that two reps may be laid side by side. */
  standardizedRate: OrNull(Type.Object({ value: Type.Number(), ...Interval })),
  tooFew: OrNull(TooFew),
  timeIndex: OrNull(TimeIndexReply),
  /** Mature legs of the span by class. */
  classes: Type.Record(Type.Enum([...callClasses]), Type.Integer()),
  /** Resolved calls per 100, more or less than expected, and how far chance alone reaches. */
  funnel: OrNull(
    Type.Object({
      excessPerHundred: Type.Number(),
      within95: Type.Number(),
      within998: Type.Number(),
    }),
  ),
  /** Which calls to look at together first; only where the label is clearly below. */
  prompt: OrNull(RepPromptWord),
  /** Later handling saved against what is usual, at standard cost; an explanation. */
  ledger: OrNull(Type.Object({ savedSeconds: Type.Number(), ...Interval })),
})
export type RepStanding = Static<typeof RepStanding>
