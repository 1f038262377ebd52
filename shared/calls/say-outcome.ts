import { type OutcomeOfCall } from './beside.ts'
import { type SayDay } from './say-leg-outcome.ts'

/** What became of a call in two or three words, for a line of a list. */
export function sayOutcome(outcome: OutcomeOfCall, sayDay: SayDay): string {
  if (outcome.state === 'final' && outcome.outcome === 'resolved') return 'Resolved'
  if (outcome.state === 'final' && outcome.outcome === 'not_resolved') return 'Not resolved'
  if (!outcome.isLinkable) return 'Not linkable'
  return outcome.knownFrom === null ? 'Open' : `Open until ${sayDay(outcome.knownFrom)}`
}
