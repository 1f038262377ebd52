import { checkCallRecord } from '../../../../shared/calls/check-call-record.ts'
import { type LineOutcome } from '../../row-outcome.ts'
import { type PendingLine, type QueueCall } from './queue-call.ts'
import { type QueueDesk } from './queue-desk.ts'
import { recordOf } from './record-of.ts'

/** How long a call whose record was given is kept, for lines that come late. */
const keptSecondsLimit = 600

/** Gives the record of a call with the last line that tells of it; the others are joined to it. */
export function tellCall(call: QueueCall, desk: QueueDesk): void {
  const { book } = desk
  call.state = 'told'
  call.due = book.clock + keptSecondsLimit
  book.schedule(call)
  // A rep who asked a queue for a colleague's advice and got none is no customer's contact.
  if (call.calledByRep !== null && call.legs.length === 0) {
    ignoreLines(call, 'consultation', desk)
    return
  }
  const { record, problem } = checkCallRecord(recordOf(call, desk), desk.settings.now)
  const externalId = call.callid
  const last = call.pending.pop()
  for (const line of takeLines(call)) put(line, { kind: 'joined', externalId }, desk)
  if (!last) return
  put(
    last,
    problem ? { kind: 'refused', ...problem, externalId } : { kind: 'record', record },
    desk,
  )
}

/** A call that is not told: its lines are ignored under a rule. */
export function ignoreLines(call: QueueCall, rule: string, desk: QueueDesk): void {
  for (const line of takeLines(call)) put(line, { kind: 'ignored', rule }, desk)
}

const takeLines = (call: QueueCall): PendingLine[] => call.pending.splice(0)

export function put(line: PendingLine, outcome: LineOutcome, desk: QueueDesk): void {
  desk.outcomes.push({ ...line, outcome })
}

/** A call whose end the log never tells. Who answered it is known all the same. */
export function giveUpCall(call: QueueCall, rule: string, desk: QueueDesk): void {
  const { book } = desk
  for (const leg of call.legs) if (leg.isOpen) book.closeLeg(call, leg)
  if (call.legs.length > 0) tellCall(call, desk)
  else ignoreLines(call, rule, desk)
  book.forget(call)
}
