/** What the calls so far say of a rep, weakest claim last. */
export const standingLabels = [
  'clearly_above',
  'clearly_below',
  'no_clear_difference',
  'not_enough_calls',
] as const
export type StandingLabel = (typeof standingLabels)[number]

/** Margins in log-odds; wider below than above, so that doubt counts for the rep. */
export const aboveMargin = 0.1
export const belowMargin = -0.25

const sureFrom = 0.975
/** Half of what could be known about the rep is known. */
export const reliableFrom = 0.5

/**
 * May anything be said about this rep, and what? The first rule that holds: P(θ > +0.10) ≥ 0.975,
 * P(θ < -0.25) ≥ 0.975, reliability ≥ 0.5, otherwise not enough calls to tell. The margins are
 * absolute, so everybody can be in line; no least number of calls decides, because a resolved
 * thirtieth call must not turn "too few" into "below". Source: METHOD 3.3.
 */
export function standingLabel(known: {
  probabilityAbove: number
  probabilityBelow: number
  reliability: number
}): StandingLabel {
  if (known.probabilityAbove >= sureFrom) return 'clearly_above'
  if (known.probabilityBelow >= sureFrom) return 'clearly_below'
  return known.reliability >= reliableFrom ? 'no_clear_difference' : 'not_enough_calls'
}
