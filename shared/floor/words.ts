/** What a rep is doing, as their phone system says it. */
export const repStates = [
  'available',
  'ringing',
  'talking',
  'holding',
  'wrapping_up',
  'away',
  'signed_out',
] as const
export type RepState = (typeof repStates)[number]

/** Where a customer's call stands. The later ones outrank the earlier where both came at once. */
export const lineStates = ['waiting', 'answered', 'abandoned', 'ended'] as const

/** Those in which a rep is with a customer. */
export const helpingStates: readonly RepState[] = ['talking', 'holding']
