import { type TimeBesideOutcome } from './beside.ts'
import { sayLegOutcome, type SayDay } from './say-leg-outcome.ts'
import { sayLegTime } from './say-leg-time.ts'

/**
 * The sentence of METHOD 0 for one leg: what it took, what calls like it usually take, and what
 * became of it, always together.
 *
 * "28 min; calls like this usually take 3 min 45 s – 17 min 1 s (middle 60 %), this one is longer
 * than 92 % of them. Extra mile: long for its kind, and the customer did not have to call again."
 *
 * @param percentile share of other reps' calls of this kind that were shorter, 0 to 1
 */
export function sayLeg(time: TimeBesideOutcome, percentile: number | null, sayDay: SayDay): string {
  return `${sayLegTime(time, percentile)} ${sayLegOutcome(time, sayDay)}`
}
