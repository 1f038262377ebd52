import { valueAt } from './value-at.ts'

/**
 * The value below which a share `q` of the values lies, interpolated between neighbors
 * (type 7, the default of R and of spreadsheets). Null for no values.
 * Example: quantile([1, 2, 3, 4], 0.5) = 2.5.
 */
export function quantile(values: readonly number[], q: number): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * q
  const below = Math.floor(place)
  const low = valueAt(sorted, below)
  return low + (place - below) * ((sorted[below + 1] ?? low) - low)
}
