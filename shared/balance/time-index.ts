import { clamp } from '../measure/clamp.ts'
import { exactSum } from '../measure/exact-sum.ts'
import { type Interval } from '../measure/interval.ts'
import { type TooFew } from '../measure/too-few.ts'
import { z95 } from '../measure/z-score.ts'

/** A single call counts at most this many standard deviations. */
const clampSd = 2.5

/** 1.20 reads "takes about 20 % longer than colleagues on the same kinds of calls". */
export type TimeIndex = Interval & {
  legs: number
  index: number
  meanLog: number
  standardErrorLog: number
}

/**
 * Do this rep's calls take longer or shorter than colleagues' calls of the same kinds?
 * The geometric mean of observed by expected: residuals u = microLog(h) / 10^6 - expectedLog,
 * clamped to ±2.5 σ, give exp(mean u) with interval exp(mean ± 1.96 s / √n). A description only:
 * shown beside the outcome, in a neutral color, never sorted by, no threshold, no alert, and no
 * part of standing. Withheld without legs. Example: 1.367052, from 0.792860 to 2.357074, on six
 * legs. Source: METHOD 2.5 (V2).
 */
export function timeIndex(residuals: readonly number[], pooledSd: number): TimeIndex | TooFew {
  const reach = clampSd * pooledSd
  const held = residuals.map((residual) => clamp(residual, -reach, reach))
  const squareSum = exactSum(held.map((residual) => residual ** 2))
  return timeIndexOfSums({ legs: held.length, sum: exactSum(held), squareSum }, pooledSd)
}

/** Clamped residuals as a store keeps them: how many, their sum and that of their squares. */
export type ResidualSums = { legs: number; sum: number; squareSum: number }

/** The same where residuals have been clamped and added up already. */
export function timeIndexOfSums(
  { legs, sum, squareSum }: ResidualSums,
  pooledSd: number,
): TimeIndex | TooFew {
  if (legs === 0) return { have: 0, need: 1 }
  const meanLog = sum / legs
  const squares = Math.max(0, squareSum - legs * meanLog * meanLog)
  const variance = legs > 1 ? squares / (legs - 1) : pooledSd ** 2
  const standardErrorLog = Math.sqrt(variance / legs)
  return {
    legs,
    index: Math.exp(meanLog),
    meanLog,
    standardErrorLog,
    low: Math.exp(meanLog - z95 * standardErrorLog),
    high: Math.exp(meanLog + z95 * standardErrorLog),
  }
}
