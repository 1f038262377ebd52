import { type AssembledRow } from '../../delimited/row-assembler.ts'
import { type RowRefusal } from '../../row-outcome.ts'
import { holdRows } from '../asterisk/held-rows.ts'
import { momentOf } from '../asterisk/local-moment.ts'
import { type LocalSample } from '../asterisk/derive-offset.ts'
import { openLocalTimes } from '../asterisk/local-times.ts'
import { ownText } from '../asterisk/own-text.ts'
import { uniqueidSecond } from '../asterisk/uniqueid.ts'
import { cdrRowOf } from './cdr-row.ts'
import { type TimedCdr, timedCdr } from './timed-cdr.ts'

/** One row of the file and what it says, or why it can't be read. */
export type ReadCdr = { lineNumber: number; text: string; cdr: TimedCdr | RowRefusal }

/**
 * Reads rows of CDRs. Their times are local unless the site chose UTC, and neither file says
 * which: their uniqueids do.
 *
 * @param timeZone IANA, for files without uniqueids; null: not known
 */
export function openCdrRows(timeZone: string | null) {
  const times = openLocalTimes(timeZone)
  const rows = holdRows(',', times, sampleOf, (row) => [
    { lineNumber: row.lineNumber, text: row.text, cdr: cdrOf(row, times) },
  ])
  return { ...rows, offsets: () => times.offsets() }
}

function cdrOf(row: AssembledRow, times: ReturnType<typeof openLocalTimes>): ReadCdr['cdr'] {
  if (row.cells === null) {
    return { reason: 'malformed_line', field: null, message: row.message, externalId: null }
  }
  const found = cdrRowOf(row.cells.map(ownText))
  return 'reason' in found ? found : timedCdr(found, times)
}

function sampleOf(cells: readonly string[]): LocalSample | null {
  const row = cdrRowOf(cells)
  if ('reason' in row || row.uniqueid === null) return null
  const moment = momentOf(row.start)
  const second = uniqueidSecond(row.uniqueid)
  return second !== null && moment && 'local' in moment ? { local: moment.local, second } : null
}
