import { type Interval } from '../measure/interval.ts'
import { type Standing } from './standing.ts'

/** The center's common mix of calls: expected odds and weight of each kind. */
export type Mix = readonly { odds: number; weight: number }[]

/**
 * The mix of these legs. Kinds are sorted, so that the same ones give the same bits in any order.
 * Weights add up to 1; `p` lies strictly between 0 and 1.
 */
export function mixOf(kinds: readonly { p: number; legs: number }[]): Mix {
  const all = kinds.reduce((sum, { legs }) => sum + legs, 0)
  return kinds
    .toSorted((a, b) => a.p - b.p || a.legs - b.legs)
    .map(({ p, legs }) => ({ odds: p / (1 - p), weight: legs / all }))
}

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
 * sigmoid(logit p + θ) = odds / (e^-θ + odds). θ = 0 is what the center as a whole has.
 */
export function commonRate(mix: Mix, theta: number): number {
  const inverse = Math.exp(-theta)
  return mix.reduce((sum, { odds, weight }) => sum + (weight * odds) / (inverse + odds), 0)
}
