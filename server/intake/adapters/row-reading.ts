import { type FileReading } from '../delimited/file-reading.ts'
import { findDelimiter } from '../delimited/find-delimiter.ts'
import { charactersPerLineLimit, lineSplitter } from '../delimited/line-splitter.ts'
import { rowAssembler, type AssembledRow, type RowAssembler } from '../delimited/row-assembler.ts'
import { type ReadLine, type ReadStop } from '../read-step.ts'
import { refused } from './line-outcomes.ts'
import { notText } from './not-text.ts'

/** A row with its cells by the names of their columns. */
export type NamedRow = {
  lineNumber: number
  text: string
  /** The cell without outer blanks; null where it is empty, or there is no such column. */
  cell: (column: string) => string | null
}

/** What an adapter makes of rows, one after the other. */
export type RowReader = {
  /** Names by position, for a file without a line of them; null: the first line names them. */
  columns: readonly string[] | null
  /** Columns without which nothing can be read. */
  required: readonly string[]
  /** What to do about a file that lacks them, as a sentence. */
  advice: string
  take: (row: NamedRow) => ReadLine[]
  end: () => ReadLine[]
}

type Taken = { lines: ReadLine[]; stop: ReadStop | null }

/** Reads a file of delimited rows. Names of columns are compared without case. */
export function rowReading(reader: RowReader): FileReading {
  const splitter = lineSplitter()
  let lineNumber = 0
  let assembler: RowAssembler | null = null
  let places: ReadonlyMap<string, number> | null = null
  let width = 0

  const openWith = (columns: readonly string[], at: number): ReadStop | null => {
    places = placesOf(columns)
    width = columns.length
    const missing = reader.required.filter((name) => !places?.has(name))
    return missing.length === 0 ? null : columnsMissing(missing, at, reader.advice)
  }
  const openAt = (text: string): ReadStop | null => {
    const wanted = reader.columns ?? reader.required
    const unfit = (cells: string[]) =>
      reader.columns
        ? Math.abs(cells.length - wanted.length)
        : wanted.filter((name) => !placesOf(cells).has(name)).length
    assembler = rowAssembler({ delimiter: findDelimiter(text, '"', unfit), quote: '"' })
    const stop = notText(text, lineNumber)
    return stop ?? (reader.columns ? openWith(reader.columns, lineNumber) : null)
  }
  const takeRows = (rows: readonly AssembledRow[], lines: ReadLine[]): ReadStop | null => {
    for (const row of rows) {
      const { text } = row
      if (places) lines.push(...readRow(row, places, width, reader))
      const stop = places ? null : openWith(row.cells ?? [text], row.lineNumber)
      if (stop) return stop
    }
    return null
  }
  const takeLine = (text: string, lines: ReadLine[]): ReadStop | null => {
    lineNumber += 1
    const stop = assembler || text.trim() === '' ? null : openAt(text)
    const rows: AssembledRow[] = []
    if (!stop) assembler?.takeInto(rows, { lineNumber, text })
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
      const isTooLong = splitter.rest().length > charactersPerLineLimit
      return taken.stop || !isTooLong ? taken : { ...taken, stop: lineTooLong(lineNumber + 1) }
    },
    end: () => {
      const { lines, stop } = takeAll(splitter.rest() === '' ? [] : [splitter.rest()])
      const rows: AssembledRow[] = []
      if (!stop) assembler?.endInto(rows)
      const last = stop ?? takeRows(rows, lines)
      if (!last) lines.push(...reader.end())
      return { lines, stop: last ?? (assembler ? null : emptyFile) }
    },
    breakOff: () => (places ? reader.end() : []),
    lineAtHand: () => assembler?.openSince() ?? lineNumber + 1,
  }
}

/** Columns by name; of two that are called the same the first is read. */
function placesOf(columns: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [place, column] of columns.entries()) {
    const name = column
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase()
    if (!places.has(name)) places.set(name, place)
  }
  return places
}

function readRow(
  row: AssembledRow,
  places: ReadonlyMap<string, number>,
  width: number,
  reader: RowReader,
): ReadLine[] {
  const { lineNumber, text, cells } = row
  const fault = cells === null ? quotes : faultOf(cells, text, width)
  if (cells === null || fault !== null) {
    return [{ lineNumber, text, outcome: refused('malformed_line', null, fault ?? quotes) }]
  }
  const cell = (column: string): string | null => {
    const place = places.get(column)
    const found = place === undefined ? '' : (cells[place] ?? '').trim()
    return found === '' ? null : found
  }
  return reader.take({ lineNumber, text, cell })
}

function faultOf(cells: readonly string[], text: string, width: number): string | null {
  if (cells.length !== width) {
    return `This line has ${cells.length} cells where ${width} are expected. Check that the line is whole, and that cells which hold the delimiter are quoted.`
  }
  return /[\uFFFD\0]/.test(text)
    ? 'This line has characters that no text has in UTF-8. Save the file as UTF-8.'
    : null
}

const quotes =
  'A quote in this line is never closed, or stands inside a cell that does not begin with one. Correct the quotes, or export again.'

const columnsMissing = (
  names: readonly string[],
  lineNumber: number,
  advice: string,
): ReadStop => ({
  reason: 'columns_missing',
  lineNumber,
  message: `The file lacks ${names.map((name) => `"${name}"`).join(', ')}. ${advice}`,
})

const emptyFile: ReadStop = {
  reason: 'empty',
  lineNumber: 1,
  message: 'The file is empty: it has no line with text.',
}

const lineTooLong = (lineNumber: number): ReadStop => ({
  reason: 'line_too_long',
  lineNumber,
  message: `Line ${lineNumber} has more than ${charactersPerLineLimit} characters. Check that the file has one row per line, and its encoding.`,
})
