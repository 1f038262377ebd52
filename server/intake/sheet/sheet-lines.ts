/** What a cell of a sheet holds: text, a number as it is written, yes or no, or a date. */
export type SheetCell = string | boolean | Date

/** Text is handed on in pieces of about this size. */
const pieceCharacters = 65_536

/**
 * The rows of a sheet as CSV, in pieces that end with a line: a row is a line, so a line's number
 * is its row's. Dates and times are written as the sheet shows them, without a zone.
 */
export function* sheetLines(rows: readonly (readonly (SheetCell | null)[])[]): Generator<string> {
  const onlyDays = columnsOfDays(rows)
  let piece = ''
  for (const row of rows) {
    const texts = row.map((cell, column) => cellText(cell, onlyDays.has(column)))
    piece += texts.every((text) => text === '') ? '\n' : `${texts.map(quoted).join(',')}\n`
    if (piece.length < pieceCharacters) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** Line ends within a cell would make lines of it. */
function quoted(text: string): string {
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ')
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line
}

function cellText(cell: SheetCell | null, isDay: boolean): string {
  if (cell === null) return ''
  if (cell instanceof Date) return dateText(cell, isDay)
  if (typeof cell === 'boolean') return String(cell)
  return /^-?\d*\.\d{10,}$|^-?[\d.]+E[+-]?\d+$/i.test(cell) ? numberText(cell) : cell
}

/** Sheets keep 0.1 as 0.10000000000000001; nine digits behind the point are more than any means. */
function numberText(cell: string): string {
  const number = Number(cell)
  const isWritable = Number.isFinite(number) && Math.abs(number) < Number.MAX_SAFE_INTEGER
  return isWritable ? String(Number(number.toFixed(9))) : cell
}

const second = 1_000
const hour = 3_600 * second
/** A time without a date counts from the sheet's day 0, in either of the two ways to count days. */
const dayZero = Date.UTC(1899, 11, 30)
const dayZeroOf1904 = Date.UTC(1904, 0, 1)
const earliestDate = Date.UTC(1970, 0, 1)
/** Days are kept as fractions, so that a second comes out a hair before itself. */
const hairMilliseconds = 5

function dateText(date: Date, isDay: boolean): string {
  const at = rounded(date.getTime())
  if (at < earliestDate) return timeText(at - (at < dayZeroOf1904 ? dayZero : dayZeroOf1904))
  const text = new Date(at).toISOString()
  if (isDay) return text.slice(0, 'YYYY-MM-DD'.length)
  return text.replace('T', ' ').replace(/(\.000)?Z$/, '')
}

function rounded(at: number): number {
  const whole = Math.round(at / second) * second
  return Math.abs(at - whole) <= hairMilliseconds ? whole : at
}

/** A time of day, or a duration of any length. */
function timeText(milliseconds: number): string {
  const seconds = (milliseconds % 60_000) / second
  const minutes = Math.floor(milliseconds / 60_000) % 60
  const [whole = '', fraction] = String(seconds).split('.')
  const text = `${Math.floor(milliseconds / hour)}:${two(minutes)}:${whole.padStart(2, '0')}`
  return fraction === undefined ? text : `${text}.${fraction}`
}

const two = (number: number) => String(number).padStart(2, '0')

/** Columns in which no date has a time: they are days, where others may be at midnight. */
function columnsOfDays(rows: readonly (readonly (SheetCell | null)[])[]): Set<number> {
  const days = new Set<number>()
  const moments = new Set<number>()
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      if (!(cell instanceof Date)) continue
      const at = rounded(cell.getTime())
      if (at % (24 * hour) === 0) days.add(column)
      else moments.add(column)
    }
  }
  return new Set([...days].filter((column) => !moments.has(column)))
}
