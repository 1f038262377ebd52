import { type Outcome } from '../../shared/calls/words.ts'

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  resolved: 'Resolved',
  not_resolved: 'Not resolved',
  open: 'Outcome pending',
}

/** The colour of an outcome in the current theme. */
export const outcomeColour = (outcome: Outcome): string =>
  `var(--outcome-${outcome.replace('_', '-')})`
