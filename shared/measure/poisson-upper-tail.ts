/** Terms smaller than this share of the sum change no digit of it. */
const negligible = 1e-17

/**
 * How likely are `count` or more events where `mean` are expected? P(X ≥ count), added up from
 * the tail itself so that very small answers keep their digits. The mean must be above 0.
 * Example: 34 or more where 12.682927 are expected: below 0.000002. Source: METHOD 7, D3 (V13).
 */
export function poissonUpperTail(count: number, mean: number): number {
  let logTerm = -mean
  for (let k = 1; k <= count; k += 1) logTerm += Math.log(mean / k)
  let sum = 0
  for (let k = count; ; k += 1) {
    const term = Math.exp(logTerm)
    sum += term
    if (k > mean && term <= sum * negligible) return Math.min(1, sum)
    logTerm += Math.log(mean / (k + 1))
  }
}
