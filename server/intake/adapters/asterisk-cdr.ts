import { splitQuoted } from '../delimited/split-quoted.ts'
import { type Adapter } from './adapter.ts'
import { cdrReading } from './asterisk-cdr/cdr-reading.ts'
import { cdrRowOf, layoutOf } from './asterisk-cdr/cdr-row.ts'
import { uniqueidSecond } from './asterisk/uniqueid.ts'

/** Whether a row tells how far its times are from UTC, by the uniqueid beside them. */
function tellsOffset(line: string): boolean {
  const found = splitQuoted(line.trim(), { delimiter: ',', quote: '"' })
  const row = typeof found === 'string' ? null : cdrRowOf(found.cells)
  return row !== null && 'uniqueid' in row && uniqueidSecond(row.uniqueid ?? '') !== null
}

/** Asterisk's CDRs in either of the two files called Master.csv: the calls without a queue. */
export const asteriskCdr: Adapter = {
  name: 'asterisk-cdr',
  title: 'Asterisk call detail records',
  recognizes: (head) => {
    const line =
      head
        .replace(/^\uFEFF?\s*/, '')
        .split('\n', 1)[0]
        ?.trim() ?? ''
    const found = splitQuoted(line, { delimiter: ',', quote: '"' })
    return typeof found !== 'string' && layoutOf(found.cells) !== null
  },
  needsTimeZone: (head) => !head.split('\n').some(tellsOffset),
  open: (settings) => cdrReading(settings),
}

/**
 * The same, beside the queue_log of the same system, which tells all the calls it names.
 *
 * @param queueCalls uniqueids of calls, and of the channels of reps who answered them
 */
export const asteriskCdrBeside = (queueCalls: ReadonlySet<string>): Adapter => ({
  ...asteriskCdr,
  open: (settings) => cdrReading(settings, queueCalls),
})
