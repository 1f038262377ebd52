import { type Interval } from '../measure/interval.ts'
import { wilsonInterval } from '../measure/wilson-interval.ts'

export type ReturnsPastWindow = { ratio: number; lateShare: Interval; flagged: boolean }

/**
 * Do customers come back just after the window closes, as if told to "call again in eight days"?
 * D6: returns on days 8-9 against days 6-7. Flagged where the ratio is above 1 and the Wilson
 * interval of the late share lies above 0.5. Null without returns on days 6-7.
 * Example: 48 against 30: ratio 1.6, share 0.504428 to 0.715510. Source: METHOD 7 (V13).
 */
export function returnsPastWindow(late: number, before: number): ReturnsPastWindow | null {
  if (before === 0) return null
  const lateShare = wilsonInterval(late, late + before)
  // An interval of the late share above one half has a ratio above 1.
  return { ratio: late / before, lateShare, flagged: lateShare.low > 0.5 }
}
