import { type Taken } from './mark-call.ts'
import { type QueueDesk } from './queue-desk.ts'
import { type QueueEvent } from './queue-event.ts'
import { takeAnswer, takeCompletion } from './take-answer.ts'
import { takeDialled, takeEntry } from './take-entry.ts'
import { takeIncompatible, takeLeaving } from './take-leaving.ts'
import { takeOffer } from './take-offer.ts'
import { takeOutcall } from './take-outcall.ts'
import { takeAttendedTransfer, takeBlindTransfer } from './take-transfer.ts'

type TakeEvent = (event: QueueEvent, desk: QueueDesk) => Taken

/** Events that tell of a call. */
export const callEvents: ReadonlyMap<string, TakeEvent> = new Map([
  ['ENTERQUEUE', takeEntry],
  ['DID', takeDialled],
  ['CONNECT', takeAnswer],
  ['COMPLETEAGENT', takeCompletion],
  ['COMPLETECALLER', takeCompletion],
  ['BLINDTRANSFER', takeBlindTransfer],
  ['TRANSFER', takeBlindTransfer],
  ['ATTENDEDTRANSFER', takeAttendedTransfer],
  ['ABANDON', takeLeaving],
  ['EXITWITHTIMEOUT', takeLeaving],
  ['EXITEMPTY', takeLeaving],
  ['EXITWITHKEY', takeLeaving],
  ['WITHDRAW', takeLeaving],
  ['SYSCOMPAT', takeIncompatible],
  ['RINGNOANSWER', takeOffer],
  ['RINGCANCELED', takeOffer],
  ['AGENTDUMP', takeOffer],
  ['OUTCALL', takeOutcall],
])

/** Events that tell of reps' being there, and of the queues. */
export const stateEvents: ReadonlySet<string> = new Set([
  ...['PAUSE', 'UNPAUSE', 'PAUSEALL', 'UNPAUSEALL', 'ADDMEMBER', 'REMOVEMEMBER'],
  ...['PENALTY', 'RINGINUSE', 'AGENTLOGIN', 'AGENTLOGOFF', 'AGENTCALLBACKLOGIN'],
  ...['AGENTCALLBACKLOGOFF'],
])

/** Events of the phone system as a whole. */
export const systemEvents: ReadonlySet<string> = new Set(['QUEUESTART', 'CONFIGRELOAD'])

/**
 * Events of a site's own that it has named: what a call was about, and how it was closed.
 *
 * @returns null where the event isn't one of them, or tells of no call that is known
 */
export function takeOwnEvent(event: QueueEvent, { names, book }: QueueDesk): Taken | null {
  const isIssue = typeof names.issue === 'object' && names.issue?.event === event.name
  const isDisposition = names.dispositionEvent === event.name
  const said = event.data[0]?.trim() ?? ''
  const call = book.find(event.callid)
  if ((!isIssue && !isDisposition) || !call || said === '') return null
  if (isIssue) call.issue = said
  if (isDisposition) call.disposition = said
  return call
}
