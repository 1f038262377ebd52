import { valueAt } from '../measure/value-at.ts'
import { thetaGrid } from './posterior.ts'

/** Mean and standard deviation of θ under posterior weights. Source: METHOD 3.2. */
export function posteriorMoments(weights: readonly number[]): { mean: number; sd: number } {
  const expectation = (of: (theta: number) => number) =>
    thetaGrid.reduce((sum, theta, g) => sum + valueAt(weights, g) * of(theta), 0)
  const mean = expectation((theta) => theta)
  return { mean, sd: Math.sqrt(expectation((theta) => (theta - mean) ** 2)) }
}
