import { type Interval } from '../measure/interval.ts'
import { type TooFew } from '../measure/too-few.ts'
import { z95 } from '../measure/z-score.ts'

const legsNeeded = 2

/** Of mature legs of one kind: how many, how many not resolved, and what came after those. */
export type DownstreamCounts = {
  legs: number
  notResolved: number
  downstreamSecondsSum: number
  downstreamSecondsSquareSum: number
}

export type DownstreamCost = Interval & {
  /** Mean over calls not resolved; null where all were resolved. */
  secondsAfterNotResolved: number | null
  /** Mean over all calls; the interval is its own. */
  seconds: number
  standardErrorSeconds: number
}

/**
 * How much later handling does a call of this kind usually lead to? d̄ = ΣD / unresolved,
 * A = ΣD / n = (1 - p) d̄, se = √(Var(D) / n). "Calls like this usually lead to another 11 min of
 * calls later": an average of comparable calls, not a proven effect. Withheld under two legs.
 * Example: A 675 s, from 572.025605 to 777.974395. Source: METHOD 5 (V9).
 */
export function downstreamCost(counts: DownstreamCounts): DownstreamCost | TooFew {
  const { legs, notResolved, downstreamSecondsSum, downstreamSecondsSquareSum } = counts
  if (legs < legsNeeded) return { have: legs, need: legsNeeded }
  const seconds = downstreamSecondsSum / legs
  const variance = (downstreamSecondsSquareSum - downstreamSecondsSum * seconds) / (legs - 1)
  const standardErrorSeconds = Math.sqrt(Math.max(0, variance) / legs)
  return {
    secondsAfterNotResolved: notResolved === 0 ? null : downstreamSecondsSum / notResolved,
    seconds,
    standardErrorSeconds,
    low: seconds - z95 * standardErrorSeconds,
    high: seconds + z95 * standardErrorSeconds,
  }
}
