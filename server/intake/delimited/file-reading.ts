import { type ColumnMapping } from '../../../shared/intake/column-mapping.ts'
import { type RowReader } from '../compile-mapping.ts'
import { type ReadLine, type ReadStop } from '../read-step.ts'
import { dialectOf } from './dialect-of.ts'
import { charactersPerLineLimit, lineSplitter } from './line-splitter.ts'
import { openColumns } from './open-columns.ts'
import { rowAssembler, type AssembledRow, type RowAssembler } from './row-assembler.ts'
import { rowOutcome } from './row-outcome-of.ts'
import { stopAtFirstLine } from './stop-at-first-line.ts'

type Taken = { lines: ReadLine[]; stop: ReadStop | null }

/** Reading one file: text in, lines with their outcomes out; a stop is the end of it. */
export type FileReading = {
  take: (text: string) => Taken
  /** The text is complete. */
  end: () => Taken
  /**
   * The text breaks off: what is told of calls by the lines that were complete. Left out where no
   * line waits for others; what is not complete is never taken for a whole.
   */
  breakOff?: () => ReadLine[]
  /** The line that isn't complete yet: where the file breaks off, if nothing follows. */
  lineAtHand: () => number
}

export function fileReading(mapping: ColumnMapping, now: number): FileReading {
  const splitter = lineSplitter()
  let lineNumber = 0
  let assembler: RowAssembler | null = null
  let read: RowReader | null = null

  const openWith = (columns: readonly string[], at: number): ReadStop | null => {
    const opened = openColumns(mapping, columns, at)
    read = opened.read
    return opened.stop
  }
  const openAt = (text: string): ReadStop | null => {
    assembler = rowAssembler(dialectOf(mapping, text))
    const { columns } = mapping.file
    return stopAtFirstLine(text, lineNumber) ?? (columns ? openWith(columns, lineNumber) : null)
  }
  const takeRows = (rows: readonly AssembledRow[], lines: ReadLine[]): ReadStop | null => {
    for (const row of rows) {
      const { text } = row
      if (read)
        lines.push({ lineNumber: row.lineNumber, text, outcome: rowOutcome(row, read, now) })
      const stop = read ? null : openWith(row.cells ?? [text], row.lineNumber)
      if (stop) return stop
    }
    return null
  }
  const takeLine = (text: string, lines: ReadLine[]): ReadStop | null => {
    lineNumber += 1
    const stop = assembler || text.trim() === '' ? null : openAt(text)
    const rows: AssembledRow[] = []
    assembler?.takeInto(rows, { lineNumber, text })
    return stop ?? takeRows(rows, lines)
  }
  const takeAll = (texts: readonly string[]): Taken => {
    const lines: ReadLine[] = []
    for (const text of texts) {
      const stop = takeLine(text, lines)
      if (stop) return { lines, stop }
    }
    return { lines, stop: null }
  }
  return {
    take: (text) => {
      const taken = takeAll(splitter.take(text))
      const tooLong = splitter.rest().length > charactersPerLineLimit
      return taken.stop || !tooLong ? taken : { ...taken, stop: lineTooLong(lineNumber + 1) }
    },
    end: () => {
      const { lines, stop } = takeAll(splitter.rest() === '' ? [] : [splitter.rest()])
      const rows: AssembledRow[] = []
      assembler?.endInto(rows)
      const last = stop ?? takeRows(rows, lines)
      return { lines, stop: last ?? (assembler ? null : emptyFile) }
    },
    lineAtHand: () => assembler?.openSince() ?? lineNumber + 1,
  }
}

const emptyFile: ReadStop = {
  reason: 'empty',
  lineNumber: 1,
  message: 'The file is empty: it has no line with text.',
}

const lineTooLong = (lineNumber: number): ReadStop => ({
  reason: 'line_too_long',
  lineNumber,
  message: `Line ${lineNumber} has more than ${charactersPerLineLimit} characters. Check that the file has one call per line, and its encoding.`,
})
