/** Log-odds of a probability strictly between 0 and 1: ln(p / (1 - p)). logit(0.7) = 0.847298. */
export function logit(p: number): number {
  return Math.log(p / (1 - p))
}
