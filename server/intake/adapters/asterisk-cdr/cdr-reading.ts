import { type CallRecord } from '../../../../shared/calls/call-record.ts'
import { checkCallRecord } from '../../../../shared/calls/check-call-record.ts'
import { type FileReading } from '../../delimited/file-reading.ts'
import { type ReadLine } from '../../read-step.ts'
import { type LineOutcome } from '../../row-outcome.ts'
import { type AdapterSettings } from '../adapter.ts'
import { lineReading } from '../asterisk/line-reading.ts'
import { siteNames } from '../asterisk/site-names.ts'
import { openDeadlines } from '../asterisk/deadlines.ts'
import { cdrRecordOf } from './cdr-record.ts'
import { openCdrRows, type ReadCdr } from './cdr-rows.ts'
import { type TimedCdr } from './timed-cdr.ts'

/** A call's rows are written as its channels end, which lies no further apart than this. */
const callSecondsLimit = 14_400
/** Calls whose rows are gathered; beyond it the oldest is told with the rows that have come. */
const openCallsLimit = 20_000
/** Rows of one call; further ones are ignored. */
const rowsPerCallLimit = 500

type CdrCall = { id: string; rows: TimedCdr[]; lines: Omit<ReadLine, 'outcome'>[]; due: number }

/** Reads CDRs that lie alone: rows of one call are gathered, and the last one brings its record. */
export function cdrReading(settings: AdapterSettings): FileReading {
  const rows = openCdrRows(settings.timeZone)
  const names = siteNames(settings.names)
  const calls = new Map<string, CdrCall>()
  const deadlines = openDeadlines()
  let clock = 0

  const tell = (call: CdrCall, lines: ReadLine[]): void => {
    calls.delete(call.id)
    tellInto(lines, call, (rows) => cdrRecordOf(call.id, rows, settings, names), settings.now)
  }
  const tellDue = (lines: ReadLine[]): void => {
    for (let next = deadlines.take(clock); next; next = deadlines.take(clock)) {
      const call = calls.get(next.callid)
      if (call && call.due > clock) deadlines.add(call.due, call.id)
      else if (call) tell(call, lines)
    }
    for (const oldest of calls.values()) {
      if (calls.size <= openCallsLimit) return
      tell(oldest, lines)
    }
  }
  const take = ({ cdr, lineNumber, text }: ReadCdr, lines: ReadLine[]): void => {
    if ('reason' in cdr) {
      lines.push({ lineNumber, text, outcome: { kind: 'refused', ...cdr } })
      return
    }
    clock = Math.max(clock, Math.min(cdr.endedAt, settings.now / 1000))
    const id = cdr.linkedid ?? cdr.uniqueid ?? `${cdr.channel}@${cdr.startedAt}`
    const known = calls.get(id)
    const call = known ?? { id, rows: [], lines: [], due: 0 }
    if (call.rows.length >= rowsPerCallLimit) {
      lines.push({ lineNumber, text, outcome: { kind: 'ignored', rule: 'too_many_lines' } })
      return
    }
    call.rows.push(cdr)
    call.lines.push({ lineNumber, text })
    call.due = clock + callSecondsLimit
    calls.set(id, call)
    if (!known) deadlines.add(call.due, id)
    tellDue(lines)
  }
  const takeAll = (found: readonly ReadCdr[]): ReadLine[] => {
    const lines: ReadLine[] = []
    for (const each of found) take(each, lines)
    return lines
  }
  const toldWith = (lines: ReadLine[]): ReadLine[] => {
    for (const call of [...calls.values()]) tell(call, lines)
    return lines
  }
  return lineReading({
    take: (lineNumber, text) => takeAll(rows.take(lineNumber, text)),
    end: () => toldWith(takeAll(rows.end())),
    breakOff: () => toldWith([]),
    openSince: () => rows.openSince(),
  })
}

function tellInto(
  lines: ReadLine[],
  { id, rows, lines: told }: CdrCall,
  recordOf: (rows: readonly TimedCdr[]) => CallRecord,
  now: number,
): void {
  const last = told.at(-1)
  if (!last) return
  // Queue calls are told by the queue_log, which knows who answered and for how long.
  const isQueued = rows.some(({ lastapp }) => lastapp === 'Queue')
  const others: LineOutcome = isQueued
    ? { kind: 'ignored', rule: 'queue_call' }
    : { kind: 'joined', externalId: id }
  for (const line of told.slice(0, -1)) lines.push({ ...line, outcome: others })
  lines.push({ ...last, outcome: isQueued ? others : checkedOutcome(recordOf(rows), now) })
}

function checkedOutcome(record: CallRecord, now: number): LineOutcome {
  const { problem } = checkCallRecord(record, now)
  return problem
    ? { kind: 'refused', ...problem, externalId: record.externalId }
    : { kind: 'record', record }
}
