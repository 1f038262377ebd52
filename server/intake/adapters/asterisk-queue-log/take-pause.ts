import { wrapBeginsSecondsLimit, secondsUntilTold } from './mark-call.ts'
import { type QueueCall, type QueueLeg } from './queue-call.ts'
import { type QueueDesk } from './queue-desk.ts'
import { type QueueEvent } from './queue-event.ts'

/** After-call work that lasts longer than this is no longer waited for. */
const wrapSecondsLimit = 3_600

type Served = { call: QueueCall; leg: QueueLeg }

/**
 * A pause right after a call, for the reason a site names, is after-call work until its end.
 *
 * @returns the call it belongs to; null where the event says something else
 */
export function takePause(event: QueueEvent, desk: QueueDesk): QueueCall | null {
  const { wrapReason } = desk.names
  if (wrapReason === null || event.member === null) return null
  if (event.name.startsWith('UNPAUSE')) return endWrap(event, desk)
  return event.data[0] === wrapReason ? beginWrap(event, desk) : null
}

/** A rep's legs that are over, the latest first. */
const servedBy = (rep: string, { book }: QueueDesk): Served[] =>
  book
    .servedBy(rep)
    .flatMap((call) => call.legs.filter((leg) => leg.rep === rep).map((leg) => ({ call, leg })))
    .sort((a, b) => (b.leg.endedAt ?? 0) - (a.leg.endedAt ?? 0))

function beginWrap({ member, at }: QueueEvent, desk: QueueDesk): QueueCall | null {
  const found = servedBy(member ?? '', desk)[0]
  if (found?.leg.endedAt == null || found.leg.wrapBeganAt !== null) return null
  const since = at - found.leg.endedAt
  if (since < 0 || since > wrapBeginsSecondsLimit) return null
  const { call, leg } = found
  leg.wrapBeganAt = at
  if (call.state === 'ended') call.due = Math.max(call.due, desk.book.clock + wrapSecondsLimit)
  return call
}

function endWrap({ member, at }: QueueEvent, desk: QueueDesk): QueueCall | null {
  const wraps = ({ leg }: Served) => leg.wrapBeganAt !== null && leg.wrapSeconds === null
  const found = servedBy(member ?? '', desk).find(wraps)
  if (!found) return null
  const { call, leg } = found
  const seconds = at - (leg.wrapBeganAt ?? at)
  if (seconds < 0 || seconds > wrapSecondsLimit) return null
  leg.wrapSeconds = seconds
  if (call.state !== 'ended') return call
  const isWaiting = call.legs.some((other) => wraps({ call, leg: other }))
  const left = secondsUntilTold(call, desk)
  if (!isWaiting) call.due = desk.book.clock + (call.end === 'completed' ? 0 : left)
  return call
}
