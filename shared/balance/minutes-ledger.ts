import { exactSum } from '../measure/exact-sum.ts'
import { type Interval } from '../measure/interval.ts'
import { z95 } from '../measure/z-score.ts'
import { type StandardCost } from './seconds-avoided.ts'

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
  return minutesLedgerOfCells(legs.map(({ y, ...cost }) => ({ ...cost, legs: 1, resolved: y })))
}

/** Legs of one kind that share an expectation and a standard cost. */
export type LedgerCell = StandardCost & { legs: number; resolved: number }

/** The same from counts by kind: M = Σ d̄ (resolved - legs · p), SE = √(Σ legs · d̄² p (1 - p)). */
export function minutesLedgerOfCells(cells: readonly LedgerCell[]): MinutesLedger {
  const savedSeconds = exactSum(
    cells.map(
      ({ p, downstreamSeconds, legs, resolved }) => downstreamSeconds * (resolved - legs * p),
    ),
  )
  const variance = exactSum(
    cells.map(({ p, downstreamSeconds, legs }) => legs * downstreamSeconds ** 2 * p * (1 - p)),
  )
  const standardErrorSeconds = Math.sqrt(variance)
  return {
    legs: cells.reduce((sum, { legs }) => sum + legs, 0),
    savedSeconds,
    standardErrorSeconds,
    low: savedSeconds - z95 * standardErrorSeconds,
    high: savedSeconds + z95 * standardErrorSeconds,
  }
}
