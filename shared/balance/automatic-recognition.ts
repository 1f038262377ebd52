import { type CallClass } from '../calls/words.ts'
import { type BestOutcome } from './best-outcome.ts'

/** Why a leg is recognized without anybody asking for it. */
export type RecognitionReason = 'extra_mile' | 'chain_ended'

/** From the third contact on, resolving an issue ends what others had already tried. */
const chainEndedFromPosition = 3

/**
 * Is this leg recognized on the day its window closes, and for what? `extra_mile`: long for its
 * kind and resolved, unless the duration is suspect. `chain_ended`: resolved at position 3 or
 * later. Neither where the customer called again, whatever else speaks for it: the evidence is in
 * conflict, and the chain goes on. A thank-you, no points: neither adds to standing, so dragging a
 * call out gains nothing. Source: METHOD 6 (R1, R2).
 */
export function automaticRecognition(leg: {
  callClass: CallClass
  conflicts: BestOutcome['conflicts']
  suspect: boolean
  position: number
}): RecognitionReason[] {
  if (leg.conflicts.length > 0) return []
  const reasons: RecognitionReason[] = []
  if (leg.callClass === 'extra_mile' && !leg.suspect) reasons.push('extra_mile')
  if (isResolved(leg.callClass) && leg.position >= chainEndedFromPosition)
    reasons.push('chain_ended')
  return reasons
}

function isResolved(callClass: CallClass): boolean {
  return callClass === 'efficient' || callClass === 'solved' || callClass === 'extra_mile'
}
