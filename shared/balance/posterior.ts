import { invariant } from '../invariant.ts'
import { valueAt } from '../measure/value-at.ts'

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

const oddsRatios = thetaGrid.map((theta) => Math.exp(theta))

/**
 * Weights below e^-50 of the largest one are taken for 0: all of them together are less than
 * what a sum of 1 can show, and most of the grid lies there once a rep has some hundred calls.
 */
const negligible = 50

/**
 * How plausible is each offset θ, given how this rep's calls ended? The weights over `thetaGrid`,
 * adding up to 1, under logit P(resolved) = logit(p) + θ with θ ~ N(0, τ²):
 *
 *   log w(θ) = -θ² / 2τ² + Σ f [ resolved (η + θ) - legs softplus(η + θ) ],   η = logit(p)
 *
 * f = N / (N + legs) discounts a cell for p being an estimate from N legs itself. What does not
 * depend on θ cancels, so resolved calls enter as one sum, and softplus(η + θ) is
 * ln(1 + odds · e^θ). Cells are sorted first: the same cells give the same bits in any order.
 * log w is concave, so it is worked out from its top outwards, as far as it can be seen.
 * `p` lies strictly between 0 and 1. Source: METHOD 3.2.
 */
export function posterior(cells: readonly StandingCell[], tau: number): readonly number[] {
  const logWeightAt = logWeights(cells, tau)
  const top = topOf(logWeightAt)
  const largest = logWeightAt(top)
  const weights = thetaGrid.map(() => 0)
  const fill = (from: number, step: 1 | -1): void => {
    for (let g = from; g >= 0 && g < weights.length; g += step) {
      const below = largest - logWeightAt(g)
      if (below > negligible) return
      weights[g] = Math.exp(-below)
    }
  }
  fill(top, 1)
  fill(top - 1, -1)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}

/** The logarithm of each grid point's weight, up to what all have in common. */
function logWeights(cells: readonly StandingCell[], tau: number): (g: number) => number {
  const terms = cells
    .filter(({ legs }) => legs > 0)
    .toSorted(bySize)
    .map(({ p, legs, resolved, referenceLegs }) => {
      invariant(p > 0 && p < 1, 'an expected probability lies strictly between 0 and 1')
      const discount = referenceLegs === null ? 1 : referenceLegs / (referenceLegs + legs)
      return { odds: p / (1 - p), legs: discount * legs, resolved: discount * resolved }
    })
  const resolved = terms.reduce((sum, term) => sum + term.resolved, 0)
  // Laid side by side: this is the innermost loop of everything that is said of a rep.
  const odds = Float64Array.from(terms, (term) => term.odds)
  const legs = Float64Array.from(terms, (term) => term.legs)
  return (g) => {
    const theta = valueAt(thetaGrid, g)
    const oddsRatio = valueAt(oddsRatios, g)
    let logWeight = theta * resolved - (theta * theta) / (2 * tau * tau)
    for (let s = 0; s < odds.length; s += 1) {
      logWeight -= valueAt(legs, s) * Math.log1p(valueAt(odds, s) * oddsRatio)
    }
    return logWeight
  }
}

/** Where a concave row of numbers is highest: the first place after which it no longer rises. */
function topOf(at: (g: number) => number): number {
  let low = 0
  let high = thetaGrid.length - 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (at(middle + 1) > at(middle)) low = middle + 1
    else high = middle
  }
  return low
}

function bySize(a: StandingCell, b: StandingCell): number {
  const size = a.p - b.p || a.legs - b.legs || a.resolved - b.resolved
  if (size !== 0 || a.referenceLegs === b.referenceLegs) return size
  return (a.referenceLegs ?? Infinity) - (b.referenceLegs ?? Infinity)
}
