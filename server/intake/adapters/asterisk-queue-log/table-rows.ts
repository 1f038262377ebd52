import { type RowRefusal } from '../../row-outcome.ts'
import { type AdapterSettings } from '../adapter.ts'
import { holdRows } from '../asterisk/held-rows.ts'
import { momentOf } from '../asterisk/local-moment.ts'
import { type LocalSample } from '../asterisk/derive-offset.ts'
import { openLocalTimes } from '../asterisk/local-times.ts'
import { placedRefusal } from '../asterisk/placed-refusal.ts'
import { uniqueidSecond } from '../asterisk/uniqueid.ts'
import { type QueueLog } from './open-queue-log.ts'
import { queueEvent, type QueueEvent } from './queue-event.ts'
import { refusal } from './refusal.ts'
import { type TableColumns } from './table-columns.ts'

/** Events that are written shortly after the caller's channel was made. */
const promptEvents = new Set(['ENTERQUEUE', 'DID'])

/** Reads the rows of a queue_log's table; their times are local unless the site chose UTC. */
export function openTableRows(
  columns: TableColumns,
  log: Pick<QueueLog, 'take'>,
  settings: AdapterSettings,
) {
  const times = openLocalTimes(settings.timeZone)

  const eventOf = (cells: readonly string[]): QueueEvent | RowRefusal => {
    const wrong = wrongLength(cells.length, columns.count)
    if (wrong) return wrong
    const time = cells[columns.time] ?? ''
    const callid = cells[columns.callid] ?? ''
    const moment = momentOf(time)
    if (!moment) {
      const message = `"${time.slice(0, 60)}" in the column time is no time, as 2024-06-03 09:49:50 is.`
      return refusal('field_invalid', 'startedAt', message, callid)
    }
    const isPrompt = promptEvents.has(cells[columns.event] ?? '')
    const second = isPrompt ? uniqueidSecond(callid) : null
    const placed = 'second' in moment ? moment.second : times.place(moment.local, second)
    if (typeof placed !== 'number') return placedRefusal(placed, time, callid)
    return queueEvent(placed, partsOf(cells, columns), settings.now)
  }
  const sampleOf = (cells: readonly string[]): LocalSample | null => {
    const moment = momentOf(cells[columns.time] ?? '')
    const second = uniqueidSecond(cells[columns.callid] ?? '')
    const isPrompt = promptEvents.has(cells[columns.event] ?? '')
    const isTold = moment && 'local' in moment && second !== null && isPrompt
    return isTold ? { local: moment.local, second } : null
  }
  return holdRows(columns.delimiter, times, sampleOf, ({ lineNumber, text, cells, message }) => {
    const broken = message === null ? null : refusal('malformed_line', null, message)
    return log.take({ lineNumber, text }, broken ?? eventOf(cells ?? []))
  })
}

/** Callid, queue, member, event and parameters, as a line of the file has them. */
function partsOf(cells: readonly string[], at: TableColumns): string[] {
  const said = (place: number) => {
    const text = (cells[place] ?? '').trim()
    return text === 'NULL' || text === '\\N' ? '' : text
  }
  // The last of five columns holds whatever did not fit, with its bars.
  const data = at.data.map(said).join('|').split('|')
  const last = data.findLastIndex((part) => part !== '')
  return [at.callid, at.queue, at.member, at.event].map(said).concat(data.slice(0, last + 1))
}

function wrongLength(have: number, need: number): RowRefusal | null {
  if (have === need) return null
  const message = `The row has ${have} cells and the table has ${need} columns; export it with quotes around its cells.`
  return refusal('malformed_line', null, message)
}
