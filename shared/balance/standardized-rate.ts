import { exactSum } from '../measure/exact-sum.ts'
import { type Interval } from '../measure/interval.ts'
import { type Standing } from './standing.ts'

/** The center's common mix of calls: expected probability and weight; weights add up to 1. */
export type Mix = readonly { p: number; weight: number }[]

export type StandardizedRate = Interval & { rate: number }

/**
 * Which share would this rep get resolved if everybody had the same mix of calls? At the median
 * and the ends of the interval. On the common mix two reps may be laid side by side, which O/E
 * does not allow. Shown from ten calls on.
 * Example: 0.809786, from 0.759424 to 0.853222. Source: METHOD 3.3 (V3).
 */
export const standardizedRate = (
  mix: Mix,
  { median, low, high }: Pick<Standing, 'median' | 'low' | 'high'>,
): StandardizedRate => ({
  rate: commonRate(mix, median),
  low: commonRate(mix, low),
  high: commonRate(mix, high),
})

/**
 * The share resolved of the common mix at an offset θ: Σ ω sigmoid(logit p + θ), where
 * sigmoid(logit p + θ) = odds · e^θ / (1 + odds · e^θ). θ = 0 is what the center as a whole has.
 */
export function commonRate(mix: Mix, theta: number): number {
  const oddsRatio = Math.exp(theta)
  return exactSum(
    mix.map(({ p, weight }) => {
      const odds = (p / (1 - p)) * oddsRatio
      return (weight * odds) / (1 + odds)
    }),
  )
}
