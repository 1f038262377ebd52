import { Type, type Static } from 'typebox'
import { TooFew } from '../calls/beside.ts'
import { OrNull } from '../wire/or-null.ts'
import { Interval, Share } from './basis.ts'
import { DetectorWord } from './words.ts'

/** Chains of a queue, an issue or a team; never of a rep. */
export const ChainGroup = Type.Object({
  key: Type.String(),
  name: Type.String(),
  /** Chains whose last call stayed resolved, and those of which it is not known yet. */
  outcomes: Type.Object({ closed: Type.Integer(), open: Type.Integer() }),
  contactsPerResolution: OrNull(Type.Number()),
  handleTimePerResolution: Type.Union([
    Type.Object({
      count: Type.Integer(),
      meanSeconds: Type.Number(),
      lowSeconds: Type.Number(),
      highSeconds: Type.Number(),
    }),
    Type.Object({ tooFew: TooFew }),
  ]),
})

/** What a target means for the calls of a queue or an issue. */
export const TargetGroup = Type.Object({
  key: Type.String(),
  name: Type.String(),
  legs: Type.Integer(),
  outcomes: Type.Object({
    resolved: Type.Integer(),
    notResolved: Type.Integer(),
    handedOn: Type.Integer(),
  }),
  /** Finished within the target; of those and of the longer ones, how many stay resolved. */
  within: Share,
  resolvedWithin: Share,
  resolvedBeyond: Share,
  /** D1: do calls pile up in the 30 s under the target? */
  bunching: OrNull(
    Type.Object({
      observed: Type.Integer(),
      fitted: Type.Number(),
      z: Type.Number(),
      ratio: Type.Number(),
      flagged: Type.Boolean(),
    }),
  ),
  /** D2: share that came back in the 30 s under the target, minus that in the 30 s over it. */
  returnsAcross: OrNull(
    Type.Object({ difference: Type.Number(), ...Interval, flagged: Type.Boolean() }),
  ),
  /** D3: hand-ons in the 30 s under the target against the minute on each side. */
  handOnsNear: OrNull(
    Type.Object({
      observed: Type.Integer(),
      expected: Type.Number(),
      probability: Type.Number(),
      flagged: Type.Boolean(),
    }),
  ),
})
export type TargetGroup = Static<typeof TargetGroup>

/** What one detector says of a queue or a team. */
export const Statement = Type.Object({
  detector: DetectorWord,
  key: Type.String(),
  name: Type.String(),
  /** What was seen, and of how many. */
  count: Type.Integer(),
  of: Type.Integer(),
  /** The count colleagues or the calls beside it lead one to expect. */
  usually: OrNull(Type.Number()),
  /** About 95 %: of the difference of the two shares; of the late share for just_past_window. */
  low: OrNull(Type.Number()),
  high: OrNull(Type.Number()),
  flagged: Type.Boolean(),
})
