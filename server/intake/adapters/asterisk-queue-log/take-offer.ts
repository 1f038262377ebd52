import { offersPerCallLimit } from '../../../../shared/calls/call-record.ts'
import { callOf, namesNobody, type Taken } from './mark-call.ts'
import { type QueueCall, type QueueOffer } from './queue-call.ts'
import { type QueueDesk } from './queue-desk.ts'
import { type QueueEvent } from './queue-event.ts'
import { secondsIn, unreadable } from './seconds-in.ts'

/**
 * RINGNOANSWER and RINGCANCELED: ring time in milliseconds. AGENTDUMP: the rep hung up while being
 * told who calls. A phone that rang for no time at all was busy, switched off or hung up on, and
 * the log does not say which.
 */
export function takeOffer(event: QueueEvent, desk: QueueDesk): Taken {
  const broken = unreadable(event, [0], 'offers.0.ringSeconds')
  if (broken && event.name !== 'AGENTDUMP') return broken
  if (event.member === null) return namesNobody(event, 'offers.0.rep')
  const call = callOf(event, desk)
  if (call.offers.length >= offersPerCallLimit) return { ignored: 'beyond_offer_limit' }
  call.queue ??= event.queue
  if (event.name === 'AGENTDUMP') {
    addOffer(call, event, null, 'rejected')
    return call
  }
  const milliseconds = secondsIn(event.data[0])
  const seconds = milliseconds === null ? null : Math.floor(milliseconds / 1000 + 0.5)
  const result = milliseconds === 0 ? 'unknown' : 'no_answer'
  addOffer(call, event, seconds, event.name === 'RINGCANCELED' ? 'caller_left' : result)
  return call
}

export function addOffer(
  call: QueueCall,
  { member, queue }: QueueEvent,
  ringSeconds: number | null,
  result: QueueOffer['result'],
): void {
  if (member === null || call.offers.length >= offersPerCallLimit) return
  call.offers.push({ rep: member, queue, ringSeconds, result })
}
