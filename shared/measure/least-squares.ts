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

/**
 * Gauss-Jordan elimination in the order of the rows: the matrix is X'X of independent columns, whose
 * pivots are all positive, so that no row need be looked for to lead.
 */
function invert(matrix: Matrix): number[][] {
  let rows = matrix.map((row, i) => [...row, ...matrix.map((_, j) => (i === j ? 1 : 0))])
  for (const column of matrix.keys()) {
    const leading = valueAt(rows, column)
    const unit = leading.map((value) => value / valueAt(leading, column))
    const clear = (row: Row) =>
      row.map((value, place) => value - valueAt(row, column) * valueAt(unit, place))
    rows = rows.map((row) => (row === leading ? unit : clear(row)))
  }
  return rows.map((row) => row.slice(matrix.length))
}
