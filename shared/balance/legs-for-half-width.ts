import { z95 } from '../measure/z-score.ts'

/**
 * How many calls until a resolution rate is known to ± `halfWidth` (95 %)?
 * ceil(1.96² p (1 - p) / halfWidth²). Example: p 0.7: 81 calls for ±10 points, 323 for ±5.
 * Source: METHOD 3.6 (V17).
 */
export function legsForHalfWidth(p: number, halfWidth: number): number {
  return Math.ceil((z95 * z95 * p * (1 - p)) / (halfWidth * halfWidth))
}
