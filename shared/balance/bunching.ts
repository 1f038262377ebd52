import { exactSum } from '../measure/exact-sum.ts'
import { dot, leastSquares, transpose } from '../measure/least-squares.ts'

/** The suspected stretch reaches this far below the target, its echo this far above. */
const belowTargetSeconds = 30
const aboveTargetSeconds = 60
const polynomialDegree = 3
/** Flagged where the excess is both sure and large. */
const flaggedFromZ = 3
const flaggedFromRatio = 1.2

/** `counts[j]` calls took `fromSeconds + j * widthSeconds` up to the next bin. */
export type TargetHistogram = {
  fromSeconds: number
  widthSeconds: number
  counts: readonly number[]
}

export type Bunching = {
  observed: number
  fitted: number
  excess: number
  /** Excess in bins' worth of ordinary calls. */
  excessBins: number
  standardError: number
  z: number
  ratio: number
  flagged: boolean
}

/**
 * Do calls pile up just under a target? D1, for a queue or team, never for a rep: a polynomial of
 * degree 3 fitted to the bins outside [T - 30 s, T + 60 s) says how many calls would end in
 * [T - 30 s, T) without a target; excess = counted - fitted. Its variance is that of the counts
 * plus that of the fit. Flagged from z 3 and ratio 1.2. Null where too few bins surround the
 * target for a fit, or the fit expects no calls.
 * Example (V13): 526 counted, 295.419354 fitted, z 10.797628. Source: METHOD 7.
 */
export function bunching(histogram: TargetHistogram, targetSeconds: number): Bunching | null {
  const bins = histogram.counts.map((count, place) => {
    const middle = histogram.fromSeconds + (place + 0.5) * histogram.widthSeconds
    const offset = middle - targetSeconds
    return { count, offset, row: powers(offset / 100) }
  })
  const window = bins.filter(({ offset }) => offset >= -belowTargetSeconds && offset < 0)
  const around = bins.filter(
    ({ offset }) => offset < -belowTargetSeconds || offset >= aboveTargetSeconds,
  )
  if (window.length === 0 || around.length <= polynomialDegree + 1) return null

  const rows = around.map(({ row }) => row)
  const { coefficients, inverse } = leastSquares(
    rows,
    around.map(({ count }) => count),
  )
  const fit = (row: readonly number[]) => Math.max(0, dot(coefficients, row))
  const fitted = exactSum(window.map(({ row }) => fit(row)))
  if (fitted === 0) return null

  const windowRow = transpose(window.map(({ row }) => row)).map(exactSum)
  const pull = inverse.map((row) => dot(row, windowRow))
  const fitVariance = exactSum(rows.map((row) => fit(row) * dot(pull, row) ** 2))
  const observed = window.reduce((sum, { count }) => sum + count, 0)
  const excess = observed - fitted
  const standardError = Math.sqrt(fitted + fitVariance)
  const z = excess / standardError
  const ratio = observed / fitted
  return {
    observed,
    fitted,
    excess,
    excessBins: excess / (fitted / window.length),
    standardError,
    z,
    ratio,
    flagged: z >= flaggedFromZ && ratio >= flaggedFromRatio,
  }
}

function powers(x: number): number[] {
  return Array.from({ length: polynomialDegree + 1 }, (_, degree) => x ** degree)
}
