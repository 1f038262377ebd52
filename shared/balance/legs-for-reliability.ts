/**
 * How many calls until a share λ of what could be known about a rep is known?
 * ceil( λ / (1 - λ) / (τ² v) ), v = p (1 - p) of a typical call. Infinite where v is 0.
 * Example: p 0.7, τ 0.3: 53 calls for λ 0.5, 124 for 0.7. Source: METHOD 3.3 and 3.6 (V17).
 */
export function legsForReliability(
  variancePerLeg: number,
  tau: number,
  reliability: number,
): number {
  return Math.ceil(reliability / (1 - reliability) / (tau * tau * variancePerLeg))
}
