import { valueAt } from '../measure/value-at.ts'
import { thetaGrid } from './posterior.ts'

/**
 * Below which θ does a share `q` of the posterior lie? Linear between the grid points' mid-
 * cumulated weights C_g = Σ_(j<g) w_j + w_g / 2. Source: METHOD 3.2.
 */
export function posteriorQuantile(weights: readonly number[], q: number): number {
  let below = 0
  let previous: { theta: number; reached: number } | null = null
  for (const [g, theta] of thetaGrid.entries()) {
    const weight = valueAt(weights, g)
    const reached = below + 0.5 * weight
    if (reached >= q) {
      if (previous === null) return theta
      const part = (q - previous.reached) / (reached - previous.reached)
      return previous.theta + (theta - previous.theta) * part
    }
    previous = { theta, reached }
    below += weight
  }
  return valueAt(thetaGrid, thetaGrid.length - 1)
}
