import { extensionOf, isExtension } from '../asterisk/extension.ts'
import { openLegOf, staysOpen } from './mark-call.ts'
import { type QueueCall, type QueueLeg } from './queue-call.ts'
import { type QueueDesk } from './queue-desk.ts'
import { type QueueEvent } from './queue-event.ts'
import { roundingSecondsLimit } from './take-answer.ts'
import { ignoreLines } from './tell-call.ts'

/**
 * After an attended transfer the customer is where the consultation was: in its queue, or with the
 * rep who had answered it. That becomes part of the customer's call; the consultation itself is no
 * contact of anybody's.
 */
export function handOver(call: QueueCall, event: QueueEvent, desk: QueueDesk): void {
  const { book } = desk
  const consultation = consultationOf(call, event, desk)
  if (!consultation) return
  call.offers.push(...consultation.offers)
  const leg = answeredLeg(consultation, event)
  book.forget(consultation)
  ignoreLines(consultation, 'consultation', desk)
  book.addConsultation(call, consultation.callid)
  for (const other of consultation.consultations) book.addConsultation(call, other)
  if (leg) {
    const joined: QueueLeg = { ...leg, ...untold, handedOverAt: event.at }
    call.legs.push(joined)
    book.openLeg(call, joined)
  } else if (consultation.waiting) {
    call.waiting = consultation.waiting
    staysOpen(call)
  }
}

/** What the rep's talk with the customer came to, the log may or may not tell later. */
const untold = { endedAt: null, talkSeconds: null, ending: null, endedBy: null } as const

/** The call on the line itself, or the latest one that came from the rep's extension. */
function consultationOf(
  call: QueueCall,
  { callid, member }: QueueEvent,
  { book }: QueueDesk,
): QueueCall | null {
  const own = book.find(callid)
  if (own && own !== call) return isColleagues(own) && own.state !== 'told' ? own : null
  const extension = member === null ? null : extensionOf(member)
  if (extension === null) return null
  const calls = book
    .calledFrom(extension)
    .filter((other) => other !== call && other.state !== 'told')
    .sort((a, b) => b.firstAt - a.firstAt || (a.callid < b.callid ? -1 : 1))
  return calls[0] ?? null
}

/** Two customers whom a rep put together stay two. */
const isColleagues = ({ calledByRep, caller }: QueueCall): boolean =>
  calledByRep !== null || caller === null || isExtension(caller)

/** The leg of who answered the consultation, also where its end was written just now. */
function answeredLeg(consultation: QueueCall, event: QueueEvent): QueueLeg | null {
  const open = openLegOf(consultation, event)
  if (open) return open
  const last = consultation.legs.at(-1)
  const endedNow =
    last?.ending === 'attended_transfer' &&
    last.endedAt !== null &&
    Math.abs(event.at - last.endedAt) <= roundingSecondsLimit
  return endedNow ? last : null
}
