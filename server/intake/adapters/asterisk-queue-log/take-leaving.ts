import { addWait, callOf, deriveEntry, ends, type Taken } from './mark-call.ts'
import { type QueueCall } from './queue-call.ts'
import { type QueueDesk } from './queue-desk.ts'
import { type QueueEvent } from './queue-event.ts'
import { secondsIn, unreadable } from './seconds-in.ts'
import { addOffer } from './take-offer.ts'

/** Which parameter is how long the customer had waited; earlier versions have fewer parameters. */
const waitPlaces: Readonly<Record<string, number>> = {
  ABANDON: 2,
  EXITWITHTIMEOUT: 2,
  EXITEMPTY: 2,
  WITHDRAW: 2,
  EXITWITHKEY: 3,
}

/** The customer leaves a queue unanswered: hangs up, or is taken or sent elsewhere. */
export function takeLeaving(event: QueueEvent, desk: QueueDesk): Taken {
  const place = waitPlaces[event.name] ?? 2
  const broken = unreadable(event, [place], 'queueSeconds')
  if (broken) return broken
  const call = callOf(event, desk)
  const said = secondsIn(event.data[place])
  if (said !== null) deriveEntry(call, event.at - said)
  addWait(call, said ?? sinceEntry(call, event.at))
  call.queue ??= event.queue
  const isGone = event.name === 'ABANDON'
  // The customer hung up while a rep was being told who calls.
  if (isGone && event.member !== null) addOffer(call, event, null, 'caller_left')
  ends(call, event.at, isGone ? 'abandoned' : 'left', desk)
  return call
}

const sinceEntry = ({ waiting }: QueueCall, at: number): number | null =>
  waiting === null || at < waiting.since ? null : at - waiting.since

/** SYSCOMPAT: the rep's channel could not be connected, and Asterisk gives the call up. */
export function takeIncompatible(event: QueueEvent, desk: QueueDesk): Taken {
  const call = callOf(event, desk)
  addWait(call, sinceEntry(call, event.at))
  if (event.member !== null) addOffer(call, event, null, 'unknown')
  ends(call, event.at, 'cut', desk)
  return call
}

/** QUEUESTART: Asterisk has started anew, and whatever was going on was cut off before. */
export function cutAll({ at }: QueueEvent, desk: QueueDesk, tell: (call: QueueCall) => void): void {
  const { book } = desk
  if (at < book.lastTimesFrom) return
  book.lastTimesFrom = Number.POSITIVE_INFINITY
  for (const call of [...book.calls.values()]) {
    if (call.lastAt > at) {
      book.lastTimesFrom = Math.min(book.lastTimesFrom, call.lastAt)
      continue
    }
    if (call.state === 'open') cut(call, desk)
    if (call.state === 'ended') tell(call)
    book.forget(call)
  }
}

/** When it was cut off nobody knows: the start may have been hours later. */
function cut(call: QueueCall, { book }: QueueDesk): void {
  for (const leg of call.legs) {
    if (!leg.isOpen) continue
    leg.ending = 'lost'
    leg.endedBy = 'system'
    book.closeLeg(call, leg)
  }
  if (call.waiting) addWait(call, null)
  call.waiting = null
  call.state = 'ended'
  call.end = 'cut'
}
