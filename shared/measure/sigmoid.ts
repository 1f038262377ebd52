/** The probability whose log-odds are `x`. Where exp overflows the answer is 0, as it should be. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
