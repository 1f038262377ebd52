import { backOffPseudoCount } from './back-off.ts'
import { expectedResolution, type OutcomeSums } from './expected-resolution.ts'
import { type StandingCell } from './posterior.ts'

/**
 * One cell of a rep's standing from counts: the rep's own in the finest kind, and everyone else's
 * at each level of its path, widest first. Null where nobody else has a counted leg: then there is
 * nothing to compare with. Example: own 6 of 8, others 120 of 160 in the finest level, gives
 * `referenceLegs` 180 = 160 + K. Source: METHOD 3.2.
 */
export function standingCell(
  own: OutcomeSums,
  othersByLevel: readonly OutcomeSums[],
): StandingCell | null {
  const p = expectedResolution(othersByLevel)
  const finest = othersByLevel.at(-1)
  if (p === null || finest === undefined) return null
  return { p, ...own, referenceLegs: finest.legs + backOffPseudoCount }
}
