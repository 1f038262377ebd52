import { exactSum } from '../measure/exact-sum.ts'
import { moreNeeded } from './more-needed.ts'
import { posterior, type StandingCell } from './posterior.ts'
import { posteriorAbove } from './posterior-above.ts'
import { posteriorMoments } from './posterior-moments.ts'
import { posteriorQuantile } from './posterior-quantile.ts'
import { aboveMargin, belowMargin, standingLabel, type StandingLabel } from './standing-label.ts'

export type Standing = {
  /** Counted legs, how many were resolved, and how many colleagues would have had resolved. */
  legs: number
  resolved: number
  expected: number
  /** Σ p (1 - p): the variance of `resolved` by chance alone. */
  variance: number
  /** The rep's offset θ in log-odds: 0 is like colleagues on the same kinds of calls. */
  mean: number
  sd: number
  median: number
  /** About 95 % of the posterior lies between. */
  low: number
  high: number
  /** P(θ > +0.10) and P(θ < -0.25). */
  probabilityAbove: number
  probabilityBelow: number
  /** The share of what could be known about this rep that the calls so far tell, 0..1. */
  reliability: number
  label: StandingLabel
  /** With `not_enough_calls`: about how many more; null without any call to judge by. */
  moreNeeded: number | null
}

/**
 * Do this rep's calls get resolved more or less often than colleagues' calls of the same kinds, and
 * can one tell? From counts and expectations only: the type has no place for a duration, so no
 * call, however long, can lower it (METHOD T1). `tau` comes from the *previous* reference version.
 * Without calls the posterior is the prior and the label `not_enough_calls`.
 * Example: 91 resolved of 120 where 72 were expected, τ 0.3: median 0.536808, from 0.203084 to
 * 0.879014, `clearly_above`. Source: METHOD 3 (V3).
 */
export function standing(cells: readonly StandingCell[], tau: number): Standing {
  const legs = cells.reduce((sum, cell) => sum + cell.legs, 0)
  const variance = exactSum(cells.map(({ p, legs }) => p * (1 - p) * legs))
  const weights = posterior(cells, tau)
  const moments = posteriorMoments(weights)
  const known = {
    probabilityAbove: posteriorAbove(weights, aboveMargin),
    probabilityBelow: 1 - posteriorAbove(weights, belowMargin),
    reliability: 1 - (moments.sd / priorSd(tau)) ** 2,
  }
  const label = standingLabel(known)
  return {
    legs,
    resolved: cells.reduce((sum, cell) => sum + cell.resolved, 0),
    expected: exactSum(cells.map(({ p, legs }) => p * legs)),
    variance,
    ...moments,
    median: posteriorQuantile(weights, 0.5),
    low: posteriorQuantile(weights, 0.025),
    high: posteriorQuantile(weights, 0.975),
    ...known,
    label,
    moreNeeded: label === 'not_enough_calls' ? moreNeeded(legs, variance, tau) : null,
  }
}

let lastPrior = { tau: Number.NaN, sd: Number.NaN }

/** Standard deviation of θ before any call is known. All reps of a version share one τ. */
function priorSd(tau: number): number {
  if (lastPrior.tau !== tau) lastPrior = { tau, sd: posteriorMoments(posterior([], tau)).sd }
  return lastPrior.sd
}
