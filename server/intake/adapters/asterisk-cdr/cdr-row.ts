import { type RowRefusal } from '../../row-outcome.ts'
import { uniqueidSecond } from '../asterisk/uniqueid.ts'

/** One call detail record, as Asterisk writes it; empty cells are null. Times as they stand there. */
export type CdrRow = {
  source: string | null
  dialled: string | null
  context: string
  channel: string
  dstchannel: string | null
  lastapp: string
  start: string
  answer: string | null
  end: string
  seconds: number | null
  billedSeconds: number | null
  disposition: string
  uniqueid: string | null
  linkedid: string | null
}

const isDate = (cell: string | undefined) => /^\d{4}-\d{2}-\d{2} \d{2}:/.test(cell ?? '')
/** A file whose start isn't a time in a known place is another file. */
const layoutAt = { csv: 9, custom: 8 } as const

/**
 * Which of the two files called Master.csv a row is of: cdr_csv begins with the account and has 16
 * columns and up to five more, cdr_custom begins with the caller's name and has 19.
 */
export function layoutOf(cells: readonly string[]): 'csv' | 'custom' | null {
  const { length } = cells
  if (length === 19 && isDate(cells[layoutAt.custom])) return 'custom'
  return length >= 16 && length <= 21 && isDate(cells[layoutAt.csv]) ? 'csv' : null
}

/** Reads the cells of a row in either layout. */
export function cdrRowOf(cells: readonly string[]): CdrRow | RowRefusal {
  const layout = layoutOf(cells)
  if (layout === null) {
    return refused(
      'malformed_line',
      null,
      `The row is in neither layout of Asterisk's CDRs: it has ${cells.length} columns, and cdr_csv has 16, 17, 18 or 21, cdr_custom 19. Use a column mapping for other layouts.`,
    )
  }
  const row = layout === 'csv' ? fromCsv(cells) : fromCustom(cells)
  const { source, channel, dstchannel, uniqueid } = row
  if ([source, channel, dstchannel, uniqueid].some((cell) => /[\uFFFD\0]/.test(cell ?? ''))) {
    return refused(
      'malformed_line',
      null,
      'The row has characters that no text in UTF-8 has where a number or a channel stands.',
    )
  }
  if (channel !== '') return row
  return refused('field_missing', 'externalId', 'The row names no channel.')
}

const refused = (
  reason: RowRefusal['reason'],
  field: string | null,
  message: string,
): RowRefusal => ({ reason, field, message, externalId: null })

function fromCsv(cells: readonly string[]): CdrRow {
  const base = baseOf(cells, [1, 2, 3, 5, 6, 7, 9, 10, 11, 12, 13, 14])
  const { uniqueid, linkedid } = idsOf(cells.slice(16))
  return { ...base, uniqueid, linkedid }
}

/** Columns 17 to 21: uniqueid and userfield, each if it is kept, and with them the three newer ones. */
function idsOf(more: readonly string[]): Pick<CdrRow, 'uniqueid' | 'linkedid'> {
  const isNewer = more.length >= 3
  const [first, second] = isNewer ? more.slice(0, -3) : more
  // One column alone may be either.
  const isUniqueid = second !== undefined || uniqueidSecond(first ?? '') !== null
  return {
    uniqueid: isUniqueid ? orNull(first) : null,
    linkedid: isNewer ? orNull(more.at(-2)) : null,
  }
}

function fromCustom(cells: readonly string[]): CdrRow {
  const base = baseOf(cells, [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13])
  return { ...base, uniqueid: orNull(cells[16]), linkedid: null }
}

/** @param at where source, dialled number and so on stand, in the order of the type */
function baseOf(cells: readonly string[], at: readonly number[]) {
  const [src, dst, dcontext, channel, dstchannel, lastapp, start, answer, end, ...rest] = at.map(
    (place) => (cells[place] ?? '').trim(),
  )
  const [duration, billsec, disposition] = rest
  return {
    source: orNull(src),
    dialled: orNull(dst),
    context: dcontext ?? '',
    channel: channel ?? '',
    dstchannel: orNull(dstchannel),
    lastapp: lastapp ?? '',
    start: start ?? '',
    answer: orNull(answer),
    end: end ?? '',
    seconds: secondsOf(duration),
    billedSeconds: secondsOf(billsec),
    disposition: disposition ?? '',
  }
}

const orNull = (cell: string | undefined) => (cell === undefined || cell === '' ? null : cell)
const secondsOf = (cell: string | undefined) =>
  cell !== undefined && /^\d{1,9}$/.test(cell) ? Number(cell) : null
