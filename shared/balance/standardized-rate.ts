import { exactSum } from '../measure/exact-sum.ts'
import { type Interval } from '../measure/interval.ts'
import { logit } from '../measure/logit.ts'
import { sigmoid } from '../measure/sigmoid.ts'
import { type Standing } from './standing.ts'

/** The center's common mix of calls: expected probability and weight; weights add up to 1. */
export type Mix = readonly { p: number; weight: number }[]

/** `reference` is the rate of θ = 0: what the center as a whole would have on the same mix. */
export type StandardizedRate = Interval & { rate: number; reference: number }

/**
 * Which share would this rep get resolved if everybody had the same mix of calls?
 * rate(θ) = Σ ω sigmoid(logit p + θ) at the median and the ends of the interval. On the common mix
 * two reps may be laid side by side, which O/E does not allow. Shown from ten calls on.
 * Example: 0.809786, from 0.759424 to 0.853222, reference 0.725. Source: METHOD 3.3 (V3).
 */
export function standardizedRate(
  mix: Mix,
  { median, low, high }: Pick<Standing, 'median' | 'low' | 'high'>,
): StandardizedRate {
  const rate = (theta: number) =>
    exactSum(mix.map(({ p, weight }) => weight * sigmoid(logit(p) + theta)))
  return { rate: rate(median), low: rate(low), high: rate(high), reference: rate(0) }
}
