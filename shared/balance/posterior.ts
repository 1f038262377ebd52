import { invariant } from '../invariant.ts'

/**
 * A rep's counted legs of one kind: `p` is what colleagues lead one to expect, `referenceLegs` on
 * how many of their legs that rests (back-off included; null: known exactly). No duration here.
 */
export type StandingCell = {
  p: number
  legs: number
  resolved: number
  referenceLegs: number | null
}

/** The rep's offset θ in log-odds, from -4 to +4 in steps of 0.01. */
export const thetaGrid: readonly number[] = Array.from({ length: 801 }, (_, g) => (g - 400) / 100)

const gridPoints = thetaGrid.map((theta) => ({ theta, oddsRatio: Math.exp(theta) }))

/**
 * How plausible is each offset θ, given how this rep's calls ended? The weights over `thetaGrid`,
 * adding up to 1, under logit P(resolved) = logit(p) + θ with θ ~ N(0, τ²):
 *
 *   log w(θ) = -θ² / 2τ² + Σ f [ resolved (η + θ) - legs softplus(η + θ) ],   η = logit(p)
 *
 * f = N / (N + legs) discounts a cell for p being an estimate from N legs itself. What does not
 * depend on θ cancels, so resolved calls enter as one sum, and softplus(η + θ) is
 * ln(1 + odds · e^θ). Cells are sorted first: the same cells give the same bits in any order.
 * `p` lies strictly between 0 and 1. Source: METHOD 3.2.
 */
export function posterior(cells: readonly StandingCell[], tau: number): readonly number[] {
  const terms = cells
    .filter(({ legs }) => legs > 0)
    .toSorted(bySize)
    .map(({ p, legs, resolved, referenceLegs }) => {
      invariant(p > 0 && p < 1, 'an expected probability lies strictly between 0 and 1')
      const discount = referenceLegs === null ? 1 : referenceLegs / (referenceLegs + legs)
      return { odds: p / (1 - p), legs: discount * legs, resolved: discount * resolved }
    })
  const resolved = terms.reduce((sum, term) => sum + term.resolved, 0)
  const logWeights = gridPoints.map(({ theta, oddsRatio }) => {
    let logWeight = theta * resolved - (theta * theta) / (2 * tau * tau)
    for (const term of terms) logWeight -= term.legs * Math.log1p(term.odds * oddsRatio)
    return logWeight
  })
  const largest = Math.max(...logWeights)
  const weights = logWeights.map((logWeight) => Math.exp(logWeight - largest))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}

function bySize(a: StandingCell, b: StandingCell): number {
  const known = (cell: StandingCell) => cell.referenceLegs ?? Infinity
  return (
    a.p - b.p ||
    a.legs - b.legs ||
    a.resolved - b.resolved ||
    (known(a) === known(b) ? 0 : known(a) - known(b))
  )
}
