import { type Interval } from './interval.ts'
import { z95 } from './z-score.ts'

/**
 * Which true shares are compatible with `count` of `of`? Wilson's score interval: unlike p ± 1.96 se
 * it stays inside 0..1 and is honest for few trials. With no trials it is 0..1: nothing is known.
 * Example: 6 of 8 gives 0.409275 to 0.928521. Source: METHOD 1 and 3.5 (V1, V15).
 */
export function wilsonInterval(count: number, of: number, z = z95): Interval {
  if (of === 0) return { low: 0, high: 1 }
  const share = count / of
  const widening = 1 + (z * z) / of
  const center = (share + (z * z) / (2 * of)) / widening
  const half = (z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))) / widening
  // Rounding may carry an end that is exactly 0 or 1 a little beyond it.
  return { low: Math.max(0, center - half), high: Math.min(1, center + half) }
}
