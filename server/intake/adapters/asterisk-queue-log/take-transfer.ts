import { endedLeg, roundingSecondsLimit } from './take-answer.ts'
import { callOf, ends, namesNobody, openLegOf, type Taken } from './mark-call.ts'
import { handOver } from './hand-over.ts'
import { type QueueCall } from './queue-call.ts'
import { type QueueDesk } from './queue-desk.ts'
import { type QueueEvent } from './queue-event.ts'
import { refusal } from './refusal.ts'
import { secondsIn, unreadable } from './seconds-in.ts'

/** A leg that began so long before or after what a transfer says is not the one it ends. */
const joinSecondsLimit = 5

/** BLINDTRANSFER, and TRANSFER before version 12: to whom|context, and later hold|talk time. */
export function takeBlindTransfer(event: QueueEvent, desk: QueueDesk): Taken {
  const broken = unreadable(event, [2, 3], 'legs.0.talkSeconds')
  if (broken) return broken
  const said = { wait: secondsIn(event.data[2]), talk: secondsIn(event.data[3]) }
  const call = callOf(event, desk)
  const leg = endedLeg(call, event, said, desk)
  if (leg === null) return namesNobody(event, 'legs.0.rep')
  if (leg === 'repeated') return { ignored: 'repeated_line' }
  leg.ending = 'blind_transfer'
  ends(call, event.at, 'transferred', desk)
  return call
}

/**
 * ATTENDEDTRANSFER: how and to whom in two or three parts, then hold time|talk time|position. It
 * may stand under the uniqueid of the consultation instead of the customer's, so its call is the
 * one in which this rep has talked for as long as it says.
 */
export function takeAttendedTransfer(event: QueueEvent, desk: QueueDesk): Taken {
  const data = event.data.slice(0, lastSaid(event.data) + 1)
  const [wait, talk] = [data.length - 3, data.length - 2]
  if (wait < 1) {
    return refusal(
      'malformed_line',
      null,
      'An ATTENDEDTRANSFER ends with hold time, talk time and position, and this one has fewer parts.',
      event.callid,
    )
  }
  const broken = unreadable(event, [wait, talk], 'legs.0.talkSeconds')
  if (broken) return broken
  const said = { wait: secondsIn(data[wait]), talk: secondsIn(data[talk]) }
  const call = talkOf(event, said.talk, desk) ?? callOf(event, desk)
  if (isOtherSide(call, event)) return call
  const leg = endedLeg(call, event, said, desk)
  if (leg === null) return namesNobody(event, 'legs.0.rep')
  if (leg === 'repeated') return { ignored: 'repeated_line' }
  leg.ending = 'attended_transfer'
  ends(call, event.at, 'transferred', desk)
  handOver(call, event, desk)
  return call
}

const lastSaid = (data: readonly string[]) => data.findLastIndex((part) => part !== '')

/** The call under this uniqueid, where the rep talks in it; else the one that fits in time. */
function talkOf(event: QueueEvent, talk: number | null, { book }: QueueDesk): QueueCall | null {
  const { callid, member, queue, at } = event
  const own = book.find(callid)
  if (own && openLegOf(own, event)?.rep === member) return own
  if (member === null) return null
  const begun = at - (talk ?? 0)
  const fitting = book.talksOf(member).flatMap((call) => {
    const leg = openLegOf(call, event)
    if (leg?.rep !== member || leg.queue !== queue || leg.answeredAt === null) return []
    const apart = Math.abs(leg.answeredAt - begun)
    return talk === null || apart <= joinSecondsLimit ? [{ call, apart }] : []
  })
  fitting.sort((a, b) => a.apart - b.apart || (a.call.callid < b.call.callid ? -1 : 1))
  return fitting[0]?.call ?? null
}

/**
 * Where the colleague had answered from a queue too, Asterisk writes the transfer a second time, as
 * if the colleague had handed on; yet now they talk to the customer.
 */
const isOtherSide = (call: QueueCall, { member, at }: QueueEvent): boolean =>
  call.legs.some(
    (leg) =>
      leg.rep === member &&
      leg.handedOverAt !== null &&
      Math.abs(leg.handedOverAt - at) <= roundingSecondsLimit,
  )
