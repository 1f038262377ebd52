import { logit } from '../measure/logit.ts'
import { sigmoid } from '../measure/sigmoid.ts'

/**
 * What do about two of three reps get resolved of the common mix? The share of the center moved by
 * τ, how much reps differ beyond chance, in log-odds to either side. Null where the share is none or
 * all, because log-odds have no place for it.
 *
 * @example usualReach(0.7, 0.3) // { low: 0.633, high: 0.759 }
 */
export function usualReach(usualRate: number, tau: number): { low: number; high: number } | null {
  if (usualRate <= 0 || usualRate >= 1) return null
  const usual = logit(usualRate)
  return { low: sigmoid(usual - tau), high: sigmoid(usual + tau) }
}
