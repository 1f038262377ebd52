import { type QueueCall } from './queue-call.ts'
import { type QueueDesk } from './queue-desk.ts'
import { type QueueEvent } from './queue-event.ts'
import { callOf, closeUntold, staysOpen, type Taken } from './mark-call.ts'

/** ENTERQUEUE: url|caller, and in later versions position and the caller's name. */
export function takeEntry(event: QueueEvent, desk: QueueDesk): Taken {
  const call = callOf(event, desk)
  const caller = event.data[1]?.trim() ?? ''
  if (call.caller === null && caller !== '') noteCaller(call, caller, desk)
  call.queue = isLate(call, event.at) ? (event.queue ?? call.queue) : (call.queue ?? event.queue)
  if (call.enteredAt === null || (call.isEntryDerived && isLate(call, event.at))) {
    call.enteredAt = event.at
    call.isEntryDerived = false
  }
  if (isLate(call, event.at)) return call
  closeUntold(call, desk)
  call.waiting = { queue: event.queue, since: event.at }
  staysOpen(call)
  return call
}

/** In a log that is not sorted the entry may come after the answer. */
const isLate = ({ legs }: QueueCall, at: number): boolean => {
  const answeredAt = legs[0]?.answeredAt ?? null
  return answeredAt !== null && at <= answeredAt
}

/** A call from a rep's extension is a colleague's. */
function noteCaller(call: QueueCall, caller: string, { book }: QueueDesk): void {
  call.caller = caller
  if (!book.isRepsExtension(caller)) return
  call.calledByRep = caller
  book.noteCaller(call)
}

/** DID, as FreePBX writes it: the number that was dialled. */
export function takeDialled(event: QueueEvent, desk: QueueDesk): Taken {
  const call = callOf(event, desk)
  const dialled = event.data[0]?.trim() ?? ''
  if (call.dialled === null && dialled !== '') call.dialled = dialled
  return call
}
