/**
 * How often does a customer have to call until it is solved? Contacts in closed chains by closed
 * chains. Null without a closed chain. Example: 9 contacts in 7 chains: 1.285714.
 * Source: METHOD 1 (V7).
 */
export function contactsPerResolution(contacts: number, closedChains: number): number | null {
  return closedChains === 0 ? null : contacts / closedChains
}
