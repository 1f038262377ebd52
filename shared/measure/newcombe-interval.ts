import { type Interval } from './interval.ts'
import { wilsonInterval } from './wilson-interval.ts'
import { z95 } from './z-score.ts'

/** `count` of `of`: the parts of a share, kept apart so that it can always say what it rests on. */
export type CountOf = { count: number; of: number }

export type ShareDifference = Interval & { difference: number }

/**
 * By how much does one share exceed another? Newcombe's hybrid of two Wilson intervals.
 * Null where a side has no trials. Example: 96 of 240 against 30 of 150 is 0.200000, from
 * 0.106977 to 0.284460. Source: METHOD 7, D2 (V13).
 */
export function newcombeInterval(a: CountOf, b: CountOf, z = z95): ShareDifference | null {
  if (a.of === 0 || b.of === 0) return null
  const shareA = a.count / a.of
  const shareB = b.count / b.of
  const wilsonA = wilsonInterval(a.count, a.of, z)
  const wilsonB = wilsonInterval(b.count, b.of, z)
  const difference = shareA - shareB
  return {
    difference,
    low: difference - Math.hypot(shareA - wilsonA.low, wilsonB.high - shareB),
    high: difference + Math.hypot(wilsonA.high - shareA, shareB - wilsonB.low),
  }
}
