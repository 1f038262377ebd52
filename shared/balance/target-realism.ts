import { share, type Share } from '../measure/share.ts'
import { type TooFew } from '../measure/too-few.ts'

/** Mature legs of one kind on one side of a target: how many, and how many stay resolved. */
export type TargetSide = { legs: number; resolved: number }

export type TargetRealism = {
  within: Share | TooFew
  resolvedWithin: Share | TooFew
  resolvedBeyond: Share | TooFew
}

/**
 * How realistic is a handle-time target for this kind of call? The share finished within it, the
 * share of those that stay resolved, and the share of longer ones that do. It is said about the
 * target, never about a rep. Each share is withheld under ten legs.
 * Example: 3 minutes on the calls of V8: 5 of 40, 0.125. Source: METHOD 7 (V20).
 */
export function targetRealism(within: TargetSide, beyond: TargetSide): TargetRealism {
  return {
    within: share(within.legs, within.legs + beyond.legs),
    resolvedWithin: share(within.resolved, within.legs),
    resolvedBeyond: share(beyond.resolved, beyond.legs),
  }
}
