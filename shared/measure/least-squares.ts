import { exactSum } from './exact-sum.ts'
import { valueAt } from './value-at.ts'

type Row = readonly number[]
export type Matrix = readonly Row[]

/** a · b: the sum of products, place by place. */
export function dot(a: Row, b: Row): number {
  return exactSum(a.map((value, place) => value * valueAt(b, place)))
}

/**
 * Ordinary least squares: which coefficients bring `rows` closest to `values`? Returns them and
 * (X'X)^-1, from which variances are built. There must be at least as many independent rows as
 * columns.
 */
export function leastSquares(
  rows: Matrix,
  values: Row,
): { coefficients: number[]; inverse: number[][] } {
  const columns = transpose(rows)
  const inverse = invert(columns.map((a) => columns.map((b) => dot(a, b))))
  const moments = columns.map((column) => dot(column, values))
  return { coefficients: inverse.map((row) => dot(row, moments)), inverse }
}

/** Columns as rows. */
export function transpose(rows: Matrix): number[][] {
  return valueAt(rows, 0).map((_, column) => rows.map((row) => valueAt(row, column)))
}

/** Gauss-Jordan elimination; the largest entry of each column leads, to keep the digits. */
function invert(matrix: Matrix): number[][] {
  let open = matrix.map((row, i) => [...row, ...matrix.map((_, j) => (i === j ? 1 : 0))])
  let done: number[][] = []
  for (const column of matrix.keys()) {
    const size = (row: Row) => Math.abs(valueAt(row, column))
    const leading = open.reduce((best, row) => (size(row) > size(best) ? row : best))
    const unit = leading.map((value) => value / valueAt(leading, column))
    const clear = (row: Row) =>
      row.map((value, place) => value - valueAt(row, column) * valueAt(unit, place))
    done = [...done.map(clear), unit]
    open = open.filter((row) => row !== leading).map(clear)
  }
  return done.map((row) => row.slice(matrix.length))
}
