import { delimiters } from '../../../shared/intake/column-mapping.ts'
import { lineSplitter } from '../delimited/line-splitter.ts'
import { rowAssembler, type AssembledRow } from '../delimited/row-assembler.ts'

/** The first rows of a text in rows, the columns' names first. */
export type Header = {
  delimiter: (typeof delimiters)[number]
  columns: string[]
  /** Cells of the rows below. */
  rows: string[][]
}

/** Rows that are looked at, and of which each has as many cells as there are columns. */
const rowsLookedAt = 50
const columnsLeast = 2

/**
 * Cuts the beginning of a text into rows by the delimiter that cuts best: into the most columns
 * among those by which the rows below have as many cells as the first. Null where none cuts it.
 *
 * @param head may end within a row
 */
export function headerOf(head: string): Header | null {
  const cut = delimiters
    .map((delimiter) => cutBy(head, delimiter))
    .filter((header) => header !== null)
    .sort((a, b) => b.evenShare - a.evenShare || b.columns.length - a.columns.length)
  const [best] = cut
  if (!best) return null
  const { delimiter, columns, rows } = best
  return { delimiter, columns, rows }
}

function cutBy(head: string, delimiter: Header['delimiter']) {
  const splitter = lineSplitter()
  const lines = splitter.take(head)
  if (lines.length === 0) lines.push(splitter.rest())
  const assembler = rowAssembler({ delimiter, quote: '"' })
  const rows: AssembledRow[] = []
  for (const [place, text] of lines.entries()) {
    assembler.takeInto(rows, { lineNumber: place + 1, text })
    if (rows.length > rowsLookedAt) break
  }
  const [first, ...below] = rows.map((row) => row.cells ?? [])
  if (!first || first.length < columnsLeast) return null
  const even = below.filter((cells) => cells.length === first.length)
  const evenShare = below.length === 0 ? 1 : even.length / below.length
  return { delimiter, columns: first.map((name) => name.trim()), rows: even, evenShare }
}
