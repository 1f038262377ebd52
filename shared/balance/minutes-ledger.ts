import { exactSum } from '../measure/exact-sum.ts'
import { type Interval } from '../measure/interval.ts'
import { z95 } from '../measure/z-score.ts'
import { secondsAvoided, type StandardCost } from './seconds-avoided.ts'

export type MinutesLedger = Interval & {
  legs: number
  savedSeconds: number
  standardErrorSeconds: number
}

/**
 * How much later handling did this rep's calls save, all in all? M = Σ d̄ (y - p) with
 * SE = √(Σ d̄² p (1 - p)). An explanation with its interval, no part of standing. No legs give 0.
 * Example: 1665 s, SE 1752.947518: nothing can be said yet. Source: METHOD 5 (V9).
 */
export function minutesLedger(legs: readonly (StandardCost & { y: 0 | 1 })[]): MinutesLedger {
  const savedSeconds = exactSum(legs.map((leg) => secondsAvoided(leg, leg.y)))
  const variance = exactSum(
    legs.map(({ p, downstreamSeconds }) => downstreamSeconds ** 2 * p * (1 - p)),
  )
  const standardErrorSeconds = Math.sqrt(variance)
  return {
    legs: legs.length,
    savedSeconds,
    standardErrorSeconds,
    low: savedSeconds - z95 * standardErrorSeconds,
    high: savedSeconds + z95 * standardErrorSeconds,
  }
}
