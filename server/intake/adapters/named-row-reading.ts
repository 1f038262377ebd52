import { type FileReading } from '../delimited/file-reading.ts'
import { findDelimiter } from '../delimited/find-delimiter.ts'
import { type AssembledRow } from '../delimited/row-assembler.ts'
import { rowReading } from '../delimited/row-reading.ts'
import { type ReadLine, type ReadStop } from '../read-step.ts'
import { refused } from './line-outcomes.ts'

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

/** Reads a file of delimited rows. Names of columns are compared without case. */
export const namedRowReading = (reader: RowReader): FileReading =>
  rowReading({
    dialectOf: (firstLine) => ({
      delimiter: findDelimiter(firstLine, quote, (cells) => unfit(cells, reader)),
      quote,
    }),
    columns: reader.columns,
    open: (columns, at) => {
      const places = placesOf(columns)
      const missing = reader.required.filter((name) => !places.has(name))
      if (missing.length > 0) {
        return { read: null, stop: columnsMissing(missing, at, reader.advice) }
      }
      return { read: (row) => readRow(row, places, columns.length, reader), stop: null }
    },
    end: reader.end,
  })

const quote = '"'

/** How badly a first line fits that was cut like this. */
const unfit = (cells: readonly string[], { columns, required }: RowReader): number =>
  columns
    ? Math.abs(cells.length - columns.length)
    : required.filter((name) => !placesOf(cells).has(name)).length

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
