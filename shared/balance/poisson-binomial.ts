/**
 * How probable is each number of resolved calls, when call i is resolved with probability p_i?
 * Place k of the result is P(X = k), by convolution. The funnel's exact tails where V < 5 and the
 * normal limits are too rough. Example: five calls of 0.9 and five of 0.6: P(X ≤ 4) = 0.012583.
 * Source: METHOD 3.5 (V15).
 */
export function poissonBinomial(probabilities: readonly number[]): number[] {
  return probabilities.reduce<number[]>(
    (counts, p) => [...counts, 0].map((same, k) => same * (1 - p) + (counts[k - 1] ?? 0) * p),
    [1],
  )
}
