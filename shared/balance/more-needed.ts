import { legsForReliability } from './legs-for-reliability.ts'
import { reliableFrom } from './standing-label.ts'

/**
 * About how many more calls until something can be said about this rep?
 * ceil( λ / (1 - λ) / (τ² V / n) ) - n with λ = 0.5, at least one: it is only asked while the
 * label is `not_enough_calls`. Null without a call to judge the variance by.
 * Example: 8 calls at p 0.7, τ 0.3: about 45 more. Source: METHOD 3.3.
 */
export function moreNeeded(legs: number, variance: number, tau: number): number | null {
  if (legs === 0) return null
  return Math.max(1, legsForReliability(variance / legs, tau, reliableFrom) - legs)
}
