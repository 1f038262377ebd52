import { asteriskQueueLog } from '../../../server/intake/adapters/asterisk-queue-log.ts'
import { type CallRecord } from '../../../shared/calls/call-record.ts'
import { id, log, readText } from './asterisk-lines.ts'

/** The call most tests are about: it begins at ten, waits, is answered and completed. */
export const call = id(0)
export const enter = (caller = '4930555001', rest = '|1') =>
  `10|${call}|sales|NONE|ENTERQUEUE||${caller}${rest}`
export const connect = `22|${call}|sales|PJSIP/701|CONNECT|12|${id(10)}|9`
export const complete = (event = 'COMPLETECALLER') => `82|${call}|sales|PJSIP/701|${event}|12|60|1`

type Changes = Parameters<typeof readText>[2]

export const read = (lines: string[], changes: Changes = {}) =>
  readText(asteriskQueueLog, log(...lines), changes)

/** The one record that lines give. */
export function only(lines: string[], changes: Changes = {}): CallRecord {
  const { records } = read(lines, changes)
  if (records.length !== 1 || !records[0]) throw new Error(`${records.length} records`)
  return records[0]
}
