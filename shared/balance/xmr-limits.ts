import { exactSum } from '../measure/exact-sum.ts'
import { type TooFew } from '../measure/too-few.ts'
import { valueAt } from '../measure/value-at.ts'

/** From the mean moving range of two points to three standard deviations. */
const limitsPerRange = 2.66
const upperRangePerRange = 3.267
const pointsNeeded = 2

export type XmrLimits = {
  mean: number
  movingRangeMean: number
  low: number
  high: number
  /** A single step from point to point beyond this is a signal too. */
  rangeHigh: number
}

/**
 * Which points of a trend are signal and which are noise? Mean ± 2.66 × the mean step from point to
 * point; a point outside the limits is a signal. Points are weekly `excessPerHundred` of at least
 * 20 mature legs, on one fixed baseline. Withheld under two points.
 * Example (V14): -4.284964 to 4.812236; a twelfth point of 6.9 lies outside. Source: METHOD 8.
 */
export function xmrLimits(points: readonly number[]): XmrLimits | TooFew {
  if (points.length < pointsNeeded) return { have: points.length, need: pointsNeeded }
  const mean = exactSum(points) / points.length
  const steps = points.slice(1).map((point, before) => Math.abs(point - valueAt(points, before)))
  const movingRangeMean = exactSum(steps) / steps.length
  return {
    mean,
    movingRangeMean,
    low: mean - limitsPerRange * movingRangeMean,
    high: mean + limitsPerRange * movingRangeMean,
    rangeHigh: upperRangePerRange * movingRangeMean,
  }
}
