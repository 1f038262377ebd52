/** One part of every column, from the axis upwards. Its look tells it apart without colour. */
export type DistributionPart = {
  key: string
  label: string
  look: 'full' | 'outlined' | 'dotted' | 'hatched'
  /** A CSS colour. */
  colour: string
}

export type DistributionColumn = {
  key: string
  /** Where it begins and ends on the axis. */
  from: number
  to: number
  /** A count for each part, in the order of the parts. */
  counts: readonly number[]
  /** Said when the column is pointed at or has the focus. */
  words: string
}

export type DistributionDrawing = {
  parts: readonly DistributionPart[]
  columns: readonly DistributionColumn[]
  /** A line across the drawing, with what stands beside it. */
  line: { at: number; label: string }
  ticks: readonly number[]
  say: (tick: number) => string
  xTitle: string
  yTitle: string
}

/** A part of a column in the units of the axes; empty parts are left out. */
type Piece = { part: DistributionPart; low: number; high: number }

/** The parts of a column stacked, from the axis upwards. */
export function stack(
  { counts }: Pick<DistributionColumn, 'counts'>,
  parts: readonly DistributionPart[],
): Piece[] {
  let low = 0
  return parts.flatMap((part, place) => {
    const count = counts[place] ?? 0
    if (count === 0) return []
    const piece = { part, low, high: low + count }
    low += count
    return [piece]
  })
}

/** The tallest column, for the axis. */
export const tallestOf = (columns: readonly DistributionColumn[]): number =>
  columns.reduce((most, { counts }) => Math.max(most, totalOf(counts)), 0)

const totalOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
