import { exactSum } from '../measure/exact-sum.ts'
import { quantile } from '../measure/quantile.ts'
import { type TooFew } from '../measure/too-few.ts'

export type HandleTimeSummary = {
  legs: number
  /** The usual "AHT", per leg. */
  meanSeconds: number
  medianSeconds: number
  geometricMeanSeconds: number
}

/**
 * How long do legs take? Three averages, because handle times are very skewed and the mean alone
 * misleads. For a queue or team. Withheld without legs; a leg of 0 s counts as 1 s in the
 * geometric mean. Example: 220, 120, 1680, 80, 310 s: mean 482, median 220, geometric 256.019460.
 * Source: METHOD 1 (V1).
 */
export function handleTimeSummary(handleSeconds: readonly number[]): HandleTimeSummary | TooFew {
  const legs = handleSeconds.length
  const medianSeconds = quantile(handleSeconds, 0.5)
  if (medianSeconds === null) return { have: 0, need: 1 }
  const logs = handleSeconds.map((seconds) => Math.log(Math.max(seconds, 1)))
  return {
    legs,
    meanSeconds: exactSum(handleSeconds) / legs,
    medianSeconds,
    geometricMeanSeconds: Math.exp(exactSum(logs) / legs),
  }
}
