import { exactSum } from '../measure/exact-sum.ts'

/**
 * Which share of all calls, open ones included, will turn out resolved? (resolved + Σ π) / all,
 * π of `pendingProbability` for each open call without a return. At team level, shown as
 * provisional. Null without calls. Example: exactly 0.700000 where counting open calls as resolved
 * gives 0.719821 and dropping them 0.662508. Source: METHOD 4.2 (V5).
 */
export function provisionalRate(calls: {
  resolved: number
  notResolved: number
  pending: readonly number[]
}): number | null {
  const all = calls.resolved + calls.notResolved + calls.pending.length
  return all === 0 ? null : (calls.resolved + exactSum(calls.pending)) / all
}
