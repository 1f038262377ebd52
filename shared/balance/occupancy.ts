/**
 * How much of the time logged in is spent with customers? handle / (handle + available). A staffing
 * measure of a team, not of a rep. Null where neither is known to be above 0.
 * Example: 18000 s of handling and 6000 s available: 0.75. Source: METHOD 1 (V1).
 */
export function occupancy(handleSeconds: number, availableSeconds: number): number | null {
  const loggedIn = handleSeconds + availableSeconds
  return loggedIn === 0 ? null : handleSeconds / loggedIn
}
