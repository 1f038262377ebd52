import { legsPerCallLimit } from '../../../../shared/calls/call-record.ts'
import {
  addWait,
  callOf,
  closeUntold,
  deriveEntry,
  ends,
  namesNobody,
  openLegOf,
  staysOpen,
  type Taken,
} from './mark-call.ts'
import { newLeg, type QueueCall, type QueueLeg } from './queue-call.ts'
import { type QueueDesk } from './queue-desk.ts'
import { type QueueEvent } from './queue-event.ts'
import { secondsIn, unreadable } from './seconds-in.ts'

/** Times of one moment in two lines differ by so much, because each is in whole seconds. */
export const roundingSecondsLimit = 2

/** CONNECT: hold time|uniqueid of the rep's channel, and in later versions ring time. */
export function takeAnswer(event: QueueEvent, desk: QueueDesk): Taken {
  const { at, member, queue, data } = event
  const broken = unreadable(event, [0, 2], 'queueSeconds')
  if (broken) return broken
  if (member === null) return namesNobody(event, 'legs.0.rep')
  const call = callOf(event, desk)
  const [wait, ring] = [secondsIn(data[0]), secondsIn(data[2])]
  const known = legAt(call, member, at)
  if (known && !known.isDerived) return { ignored: 'repeated_line' }
  if (known) {
    known.answeredAt = at
    known.ringSeconds = ring
    known.isDerived = false
    return call
  }
  if (call.legs.length >= legsPerCallLimit) return { ignored: 'beyond_leg_limit' }
  deriveEntry(call, at - (wait ?? 0))
  addWait(call, wait ?? (call.waiting ? at - call.waiting.since : null))
  closeUntold(call, desk)
  const leg = { ...newLeg(member, queue, at), ringSeconds: ring }
  call.legs.push(leg)
  desk.book.openLeg(call, leg)
  call.queue ??= queue
  call.waiting = null
  staysOpen(call)
  return call
}

/** A rep's leg that was answered at this time, give or take. */
const legAt = (call: QueueCall, rep: string, at: number): QueueLeg | undefined =>
  call.legs.find(
    (leg) =>
      leg.rep === rep &&
      leg.answeredAt !== null &&
      Math.abs(leg.answeredAt - at) <= (leg.isDerived ? roundingSecondsLimit : 0),
  )

/** COMPLETEAGENT, COMPLETECALLER: hold time|talk time; the event's name says who hung up. */
export function takeCompletion(event: QueueEvent, desk: QueueDesk): Taken {
  const broken = unreadable(event, [0, 1], 'legs.0.talkSeconds')
  if (broken) return broken
  const [wait, talk] = [secondsIn(event.data[0]), secondsIn(event.data[1])]
  const call = callOf(event, desk)
  const leg = endedLeg(call, event, { wait, talk }, desk)
  if (leg === null) return namesNobody(event, 'legs.0.rep')
  if (leg === 'repeated') return { ignored: 'repeated_line' }
  leg.ending = 'completed'
  leg.endedBy = event.name === 'COMPLETEAGENT' ? 'rep' : 'customer'
  ends(call, event.at, 'completed', desk)
  return call
}

/**
 * The leg an event tells the end of, with that end. Where the answer was not seen, how long the
 * talk took tells when it was.
 */
export function endedLeg(
  call: QueueCall,
  event: QueueEvent,
  said: { wait: number | null; talk: number | null },
  desk: QueueDesk,
): QueueLeg | 'repeated' | null {
  const { at, member, queue } = event
  const { wait, talk } = said
  const begun = talk === null ? null : at - talk
  let leg = openLegOf(call, event) ?? closedLegOf(call, event, begun)
  if (!leg) {
    if (member === null) return null
    if (isTold(call, event, begun)) return 'repeated'
    if (call.legs.length === 0 && begun !== null) deriveEntry(call, begun - (wait ?? 0))
    addWait(call, wait)
    leg = { ...newLeg(member, queue, begun), isDerived: true }
    call.legs.push(leg)
    call.queue ??= queue
  }
  leg.endedAt = at
  leg.talkSeconds = talk
  desk.book.closeLeg(call, leg)
  return leg
}

/**
 * The customer may have entered the next queue before the line is written that ends the rep's part:
 * then it was closed with an end that was not known yet.
 */
const closedLegOf = (
  { legs }: QueueCall,
  { member }: QueueEvent,
  begun: number | null,
): QueueLeg | undefined =>
  legs.find(
    ({ rep, endedAt, answeredAt }) =>
      rep === member &&
      endedAt === null &&
      answeredAt !== null &&
      begun !== null &&
      Math.abs(answeredAt - begun) <= roundingSecondsLimit,
  )

const isTold = (call: QueueCall, { member, at }: QueueEvent, begun: number | null): boolean =>
  call.legs.some(
    (leg) =>
      leg.rep === member &&
      leg.endedAt !== null &&
      (leg.endedAt === at ||
        (begun !== null &&
          leg.answeredAt !== null &&
          Math.abs(leg.answeredAt - begun) <= roundingSecondsLimit)),
  )
