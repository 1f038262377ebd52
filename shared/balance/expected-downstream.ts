import { backOff } from './back-off.ts'

/** Others' legs that were not resolved, and the seconds of later handling they led to. */
export type DownstreamSums = { notResolved: number; downstreamSecondsSum: number }

/**
 * How many seconds of later handling does a call of this kind lead to when it is not resolved?
 * The mean of colleagues, widest level first, backed off. Null where nobody else has such a leg.
 * Example: 776.190476 s. Source: METHOD 2.3 and 5 (V2, router minus A).
 */
export function expectedDownstreamSeconds(levels: readonly DownstreamSums[]): number | null {
  return backOff(
    levels.map(({ notResolved, downstreamSecondsSum }) => ({
      count: notResolved,
      sum: downstreamSecondsSum,
    })),
  )
}
