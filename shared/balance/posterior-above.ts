import { thetaGrid } from './posterior.ts'

/** Two grid points are further apart than this; the same point, however computed, is nearer. */
const halfStep = 0.005

/**
 * How probable is it that θ exceeds `offset`, a multiple of 0.01? All mass above it and half the
 * mass at it. Source: METHOD 3.2.
 */
export function posteriorAbove(weights: readonly number[], offset: number): number {
  return weights.reduce((sum, weight, g) => {
    const distance = (thetaGrid[g] ?? 0) - offset
    if (distance > halfStep) return sum + weight
    return distance > -halfStep ? sum + 0.5 * weight : sum
  }, 0)
}
