import { type Adapter } from './adapter.ts'
import { queueLogReading } from './asterisk-queue-log/queue-log-reading.ts'
import { isTableHeader } from './asterisk-queue-log/table-columns.ts'
import { type CdrIndex } from './asterisk-cdr/cdr-index.ts'

/** Asterisk's queue_log, as the file it is or as the table it is kept in, exported with a header. */
export const asteriskQueueLog: Adapter = {
  name: 'asterisk-queue-log',
  title: 'Asterisk queue_log',
  recognizes: (head) => {
    const line =
      head
        .replace(/^\uFEFF?\s*/, '')
        .split('\n', 1)[0]
        ?.trim() ?? ''
    return /^\d{9,10}(\.\d+)?\|([^|]*\|){3}/.test(line) || isTableHeader(line)
  },
  open: (settings) => queueLogReading(settings),
}

/**
 * The same, beside the CDRs of the same system: they tell better when a call began, who called
 * where the log shows nobody, which number was dialled, and until when a call went on after a
 * transfer.
 */
export const asteriskQueueLogWith = (cdrs: CdrIndex): Adapter => ({
  ...asteriskQueueLog,
  open: (settings) => queueLogReading(settings, cdrs),
})
