import { type RowRefusal } from '../../row-outcome.ts'
import { type QueueCall, type QueueLeg } from './queue-call.ts'
import { type QueueDesk } from './queue-desk.ts'
import { type QueueEvent } from './queue-event.ts'
import { refusal } from './refusal.ts'

/** A call of which nothing was heard for so long has an end that the log does not tell. */
export const openSecondsLimit = 86_400
/** A customer who was handed on or left a queue turns up in another within this time. */
export const goneOnSecondsLimit = 600
/** After-call work begins this soon after the call. */
export const wrapBeginsSecondsLimit = 10

/** What an event did: it tells of a call, is ignored under a rule, or can't be read. */
export type Taken = QueueCall | { ignored: string } | RowRefusal

/** The call of an event, begun where it is new. */
export const callOf = ({ callid, at }: QueueEvent, { book }: QueueDesk): QueueCall =>
  book.find(callid) ?? book.begin(callid, at)

/** The customer waits or talks: the call's end is still to come. */
export function staysOpen(call: QueueCall): void {
  call.state = 'open'
  call.endedAt = null
  call.end = null
}

/** The customer has left the queue or the rep, or the call is over. */
export function ends(
  call: QueueCall,
  at: number,
  end: NonNullable<QueueCall['end']>,
  desk: QueueDesk,
): void {
  closeUntold(call, desk)
  call.waiting = null
  call.state = 'ended'
  call.endedAt = at
  call.end = end
  call.due = desk.book.clock + secondsUntilTold(call, desk)
}

/** A call that is over is told at once, unless after-call work may follow. */
export function secondsUntilTold({ end, legs }: QueueCall, { names }: QueueDesk): number {
  if (end === 'left' || end === 'transferred') return goneOnSecondsLimit
  return end === 'completed' && names.wrapReason !== null && legs.length > 0
    ? wrapBeginsSecondsLimit + 1
    : 0
}

/** Legs whose end the log has left out. */
export function closeUntold(call: QueueCall, { book }: QueueDesk): void {
  for (const leg of call.legs) if (leg.isOpen) book.closeLeg(call, leg)
}

/** The leg an event tells the end of: the rep's, or the only one there is. */
export function openLegOf(call: QueueCall, { member, queue }: QueueEvent): QueueLeg | null {
  const open = call.legs.filter((leg) => leg.isOpen)
  const reps = open.filter((leg) => leg.rep === member)
  return (
    reps.find((leg) => leg.queue === queue) ??
    reps.at(-1) ??
    (open.length === 1 ? (open[0] ?? null) : null)
  )
}

/** Waits add up until somebody has answered; one that isn't known makes the sum unknown. */
export function addWait(call: QueueCall, seconds: number | null): void {
  if (call.legs.length > 0) return
  call.waitSeconds =
    call.waitSeconds === null || seconds === null ? null : call.waitSeconds + seconds
}

/** Where the line of the entry was not seen, the wait tells when it was. */
export function deriveEntry(call: QueueCall, at: number): void {
  if (call.enteredAt !== null) return
  call.enteredAt = at
  call.isEntryDerived = true
}

export const namesNobody = (event: QueueEvent, field: string): RowRefusal =>
  refusal(
    'field_missing',
    field,
    `The ${event.name} names no member of the queue (fourth part of the line).`,
    event.callid,
  )
