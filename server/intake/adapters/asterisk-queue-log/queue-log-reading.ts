import { type FileReading } from '../../delimited/file-reading.ts'
import { goesOn, lineReading } from '../../delimited/line-reading.ts'
import { type ReadLine } from '../../read-step.ts'
import { type AdapterSettings } from '../adapter.ts'
import { type CdrIndex } from '../asterisk-cdr/cdr-index.ts'
import { ownText } from '../asterisk/own-text.ts'
import { openQueueLog, type QueueLog } from './open-queue-log.ts'
import { queueEventOf } from './queue-event.ts'
import { tableColumns } from './table-columns.ts'
import { openTableRows } from './table-rows.ts'

/** Reads a whole queue_log. */
export const queueLogReading = (
  settings: AdapterSettings,
  cdrs: CdrIndex | null = null,
): FileReading => queueEventsReading(settings, openQueueLog(settings, cdrs))

/** Tells the events of a whole queue_log; its first line tells whether it is the file or the table. */
export function queueEventsReading(
  settings: AdapterSettings,
  log: Pick<QueueLog, 'take' | 'end'>,
): FileReading {
  let table: ReturnType<typeof openTableRows> | null = null
  let isBegun = false
  const take = (lineNumber: number, text: string): ReadLine[] => {
    if (!isBegun) {
      isBegun = true
      const columns = tableColumns(text)
      if (columns) {
        table = openTableRows(columns, log, settings)
        return []
      }
    }
    if (table) return table.take(lineNumber, text)
    if (text.trim() === '') return []
    const line = ownText(text)
    return log.take({ lineNumber, text: line }, queueEventOf(line, settings.now))
  }
  return lineReading({
    take: (lineNumber, text) => goesOn(take(lineNumber, text)),
    end: () => goesOn([...(table?.end() ?? []), ...log.end()]),
    breakOff: () => log.end(),
    openSince: () => table?.openSince() ?? null,
  })
}
