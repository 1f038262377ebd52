import { exactSum } from '../measure/exact-sum.ts'

/** All legs of one finest cell; the square sum outgrows a float's integers, hence bigint. */
export type CellSquares = { legs: number; microLogSum: bigint; microLogSquareSum: bigint }

/**
 * How much do handle times of the *same* kind of call vary? The pooled within-cell standard
 * deviation of log handle time, in nats: √(Σ within-cell squares / Σ (n - 1)) over cells of two
 * legs or more. Frozen with a reference version; it sets where residuals are clamped. Null where
 * no cell has two legs. Example: 0.473501. Source: METHOD 2.5 (V2).
 */
export function pooledLogSd(cells: readonly CellSquares[]): number | null {
  const counted = cells.filter(({ legs }) => legs >= 2)
  if (counted.length === 0) return null
  const squares = counted.map(({ legs, microLogSum, microLogSquareSum }) => {
    const timesLegs = BigInt(legs) * microLogSquareSum - microLogSum * microLogSum
    return Number(timesLegs) / legs / 1e12
  })
  const freedom = counted.reduce((sum, { legs }) => sum + legs - 1, 0)
  return Math.sqrt(exactSum(squares) / freedom)
}
