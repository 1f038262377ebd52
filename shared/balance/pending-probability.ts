/**
 * How probable is it that an open call ends resolved, given that nobody came back so far?
 * π = p / (p + (1 - p)(1 - G)), G the share of eventual returns that arrive by the call's age.
 * For provisional team figures only, hatched and labelled. Example: p 0.7 at G 0.35: 0.782123.
 * Source: METHOD 4.2 (V5).
 */
export function pendingProbability(p: number, returnedByAge: number): number {
  return p / (p + (1 - p) * (1 - returnedByAge))
}
