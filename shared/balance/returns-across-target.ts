import {
  newcombeInterval,
  type CountOf,
  type ShareDifference,
} from '../measure/newcombe-interval.ts'

export type ReturnsAcrossTarget = ShareDifference & { flagged: boolean }

/**
 * Do calls that end just under a target come back more often than those just over it? D2, for a
 * queue or team: share of returns in [T - 30 s, T) minus that in [T, T + 30 s), with Newcombe's
 * interval; flagged where the interval lies above 0. Null where a side is empty.
 * Example: 96 of 240 against 30 of 150: 0.200000, from 0.106977 to 0.284460.
 * Source: METHOD 7 (V13).
 */
export function returnsAcrossTarget(under: CountOf, over: CountOf): ReturnsAcrossTarget | null {
  const difference = newcombeInterval(under, over)
  return difference && { ...difference, flagged: difference.low > 0 }
}
