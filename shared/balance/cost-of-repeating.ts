export type CostOfRepeating = { seconds: number; contacts: number }

/**
 * What does it cost to call until it is solved, if every call takes `seconds` and solves with
 * probability `p`? seconds / p of handling in 1 / p contacts. Short calls are cheaper for the
 * center unless they hardly ever solve; the customer's contacts show the other half. `p` is above 0.
 * Example: three minutes at p 0.15: 20 minutes, 6.7 contacts. Source: METHOD 5 (V10).
 */
export function costOfRepeating(seconds: number, p: number): CostOfRepeating {
  return { seconds: seconds / p, contacts: 1 / p }
}
