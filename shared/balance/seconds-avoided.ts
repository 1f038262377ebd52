/** What a leg is measured against: both from colleagues' calls of the same kind. */
export type StandardCost = { p: number; downstreamSeconds: number }

/**
 * How much later handling did this leg save or cost, at *standard* cost? d̄ (y - p): a resolved leg
 * saves d̄ (1 - p), an unresolved one costs d̄ p. Standard and not actual, so that a colleague's
 * long and successful second call is charged to nobody. With y = 1 it also orders recognitions.
 * Its own length does not enter. Example: d̄ 1500 s, p 0.55: +675 s or -825 s.
 * Source: METHOD 5 and 6 (V9).
 */
export function secondsAvoided({ p, downstreamSeconds }: StandardCost, y: 0 | 1): number {
  return downstreamSeconds * (y - p)
}
