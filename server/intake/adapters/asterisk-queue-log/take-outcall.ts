import { isExtension } from '../asterisk/extension.ts'
import { uniqueidSecond } from '../asterisk/uniqueid.ts'
import { callOf, ends, type Taken } from './mark-call.ts'
import { newLeg } from './queue-call.ts'
import { type QueueDesk } from './queue-desk.ts'
import { type QueueEvent } from './queue-event.ts'
import { secondsIn, unreadable } from './seconds-in.ts'

/** A rep rings somebody for no longer than this before the call is written down. */
const callSecondsLimit = 86_400

/**
 * OUTCALL, which a dialplan writes with QueueUpdate() when a rep's own call is over: status|talk
 * time, and what else it was given: time in all|number.
 */
export function takeOutcall(event: QueueEvent, desk: QueueDesk): Taken {
  const broken = unreadable(event, [1], 'legs.0.talkSeconds')
  if (broken) return broken
  const { at, member, queue, data } = event
  const call = callOf(event, desk)
  const [status = ''] = data
  const talk = secondsIn(data[1])
  const others = data.slice(2)
  call.outbound = {
    number: others.find(looksLikeNumber) ?? null,
    startedAt: startOf(event, secondsIn(others[0]) ?? talk ?? 0),
  }
  call.queue ??= queue
  const isAnswered = /^ANSWER/i.test(status) || (talk ?? 0) > 0
  if (isAnswered && member !== null && call.legs.length === 0) {
    const leg = newLeg(member, queue, talk === null ? null : at - talk)
    call.legs.push({ ...leg, endedAt: at, talkSeconds: talk })
  }
  ends(call, at, 'completed', desk)
  return call
}

const looksLikeNumber = (text: string) => /^\+?\d{6,}$/.test(text) && !isExtension(text)

function startOf({ callid, at }: QueueEvent, seconds: number): number {
  const made = uniqueidSecond(callid)
  return made !== null && made <= at && at - made < callSecondsLimit ? made : at - seconds
}
