import { type WindowStatus } from '../calls/words.ts'

/** 1 counts as resolved, 0 as not, null is not counted at all. */
export type CountedOutcome = 0 | 1 | null

export type LegFacts = { handedOn: boolean; neutral: boolean; mature: boolean }

/**
 * What does this leg add to its rep's standing? 1 if the call is resolved and the rep saw it
 * through, 0 otherwise; null while immature, even if it is already known to have failed (failures
 * become known early, successes late), and for neutral legs and unlinkable calls.
 * Example: in c06 the leg that transferred counts 0, the one that solved it 1. Source: METHOD 4.1.
 */
export function legOutcome(status: WindowStatus, leg: LegFacts): CountedOutcome {
  if (leg.neutral || !leg.mature || status === 'unlinkable') return null
  return status === 'resolved' && !leg.handedOn ? 1 : 0
}
