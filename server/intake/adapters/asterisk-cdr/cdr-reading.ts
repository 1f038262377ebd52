import { type CallRecord } from '../../../../shared/calls/call-record.ts'
import { checkCallRecord } from '../../../../shared/calls/check-call-record.ts'
import { type FileReading } from '../../delimited/file-reading.ts'
import { type ReadLine } from '../../read-step.ts'
import { type LineOutcome } from '../../row-outcome.ts'
import { type AdapterSettings } from '../adapter.ts'
import { goesOn, lineReading } from '../../delimited/line-reading.ts'
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

/**
 * Reads CDRs for the calls no queue_log tells of: rows of one call are gathered, and the last one
 * brings its record.
 *
 * @param queueCalls uniqueids that a queue_log names, as far as one stands beside
 */
export function cdrReading(
  settings: AdapterSettings,
  queueCalls: ReadonlySet<string> | null = null,
): FileReading {
  const rows = openCdrRows(settings.timeZone)
  const names = siteNames(settings.names)
  const calls = new Map<string, CdrCall>()
  const deadlines = openDeadlines()
  let clock = 0

  const tell = (call: CdrCall, lines: ReadLine[]): void => {
    calls.delete(call.id)
    // Queue calls are told by the queue_log, which knows who answered and for how long.
    const isQueued =
      call.rows.some(({ lastapp }) => lastapp === 'Queue') || namesAny(queueCalls, call)
    const told = isQueued ? queueCall : recordOutcome(call)
    tellInto(lines, call, told)
  }
  const recordOutcome = ({ id, rows }: CdrCall): LineOutcome => {
    const record = cdrRecordOf(id, rows, settings, names)
    return checkedOutcome(record, settings.now)
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
    take: (lineNumber, text) => goesOn(takeAll(rows.take(lineNumber, text))),
    end: () => goesOn(toldWith(takeAll(rows.end()))),
    breakOff: () => toldWith([]),
    openSince: () => rows.openSince(),
  })
}

const queueCall: LineOutcome = { kind: 'ignored', rule: 'queue_call' }

const namesAny = (named: ReadonlySet<string> | null, { id, rows }: CdrCall): boolean =>
  named !== null &&
  (named.has(id) || rows.some(({ uniqueid }) => uniqueid !== null && named.has(uniqueid)))

/** The last line brings what became of the call, and the others say where theirs went. */
function tellInto(lines: ReadLine[], { id, lines: told }: CdrCall, outcome: LineOutcome): void {
  const isIgnored = outcome.kind === 'ignored'
  const others: LineOutcome = isIgnored ? outcome : { kind: 'joined', externalId: id }
  for (const [place, line] of told.entries()) {
    lines.push({ ...line, outcome: place === told.length - 1 ? outcome : others })
  }
}

function checkedOutcome(record: CallRecord, now: number): LineOutcome {
  const { problem } = checkCallRecord(record, now)
  return problem
    ? { kind: 'refused', ...problem, externalId: record.externalId }
    : { kind: 'record', record }
}
