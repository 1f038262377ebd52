import { type RepStanding } from '../../shared/balance/rep-standing.ts'
import { callClasses } from '../../shared/calls/words.ts'

const noClasses = Object.fromEntries(callClasses.map((word) => [word, 0]))

/** A rep's standing as the server would send it; METHOD's 91 of 120 where nothing else is said. */
export const repStanding = (given: Partial<RepStanding> = {}): RepStanding => ({
  rep: { id: 1, name: 'Ana' },
  team: null,
  mature: 120,
  resolved: 91,
  expected: 72.4,
  effect: { median: 0.42, low: 0.1, high: 0.74 },
  pAbove: 0.98,
  pBelow: 0,
  reliability: 0.7,
  label: 'clearly_above',
  overall: 'clearly_above',
  moreNeeded: null,
  standardizedRate: { value: 0.78, low: 0.72, high: 0.83 },
  tooFew: null,
  timeIndex: { value: 1.2, low: 1.05, high: 1.37, legs: 118 },
  classes: noClasses as RepStanding['classes'],
  funnel: { excessPerHundred: 15.5, within95: 8.2, within998: 12.9 },
  prompt: null,
  ledger: null,
  ...given,
})
