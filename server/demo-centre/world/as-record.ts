import { type CallRecord, type LegRecord } from '../../../shared/calls/call-record.ts'
import { talkEndsAt, type Part } from './conversation.ts'
import { labels } from './closing-words.ts'
import { languageOf } from './customers.ts'
import { type Answered, type SimulatedCall } from './simulated-call.ts'

/** The phone system's name for itself: every record says that it is simulated. */
export const source = 'simulated-pbx'

export const externalIdOf = ({ attempt, nth }: SimulatedCall) => `${attempt.at}.${nth}`

/** The first version lacks a wrap-up time that arrives late; most calls have only the last. */
export type Version = 'first' | 'last'

/** What the phone system tells of a call: a canonical record that passes `checkCallRecord`. */
export function asRecord(
  call: SimulatedCall,
  version: Version,
  instant: (seconds: number) => string,
): CallRecord {
  const { attempt, answered, offer } = call
  const record: CallRecord = {
    source,
    externalId: externalIdOf(call),
    version: version === 'last' && call.firstKnownAt !== null ? 2 : 1,
    startedAt: instant(attempt.at),
    endedAt: instant(call.endsAt),
    direction: attempt.direction,
    queue: attempt.queue.name,
    issue: attempt.issue.name,
    audience: attempt.audience,
    language: languageOf(attempt.customer),
    abandoned: answered === null,
    legs: answered ? legsOf(answered, attempt.queue.name, version, instant) : [],
  }
  if (attempt.customer.account !== null) record.customer = attempt.customer.account
  if (call.ivrSeconds !== null) record.ivrSeconds = call.ivrSeconds
  if (call.queueSeconds !== null) record.queueSeconds = call.queueSeconds
  if (answered) addAnswer(record, answered, instant)
  if (offer) {
    const { alias, ringSeconds, result } = offer
    record.offers = [{ rep: alias, queue: attempt.queue.name, ringSeconds, result }]
  }
  return record
}

function addAnswer(
  record: CallRecord,
  { parts: [first], words }: Answered,
  instant: (seconds: number) => string,
): void {
  record.answeredAt = instant(first.answeredAt)
  if (words.code !== null) record.disposition = { code: words.code, label: labels[words.code] }
  if (words.claim !== null) record.declaredResolution = words.claim
  if (words.score !== null) record.csat = { score: words.score, min: 1, max: 5 }
}

function legsOf(
  { parts }: Answered,
  queue: string,
  version: Version,
  instant: (seconds: number) => string,
): LegRecord[] {
  const legs = parts.map((part) => legOf(part, queue, instant))
  const last = legs.at(-1)
  if (version === 'first' && last) last.wrapSeconds = null
  return legs
}

function legOf(part: Part, queue: string, instant: (seconds: number) => string): LegRecord {
  const leg: LegRecord = {
    rep: part.rep.alias,
    queue,
    answeredAt: instant(part.answeredAt),
    endedAt: instant(talkEndsAt(part)),
    ringSeconds: part.ringSeconds,
    talkSeconds: part.times.talk,
    holdSeconds: part.times.hold,
    wrapSeconds: part.times.wrap,
    ending: part.ending,
    endedBy: part.endedBy,
  }
  if (part.isNeutral) leg.neutral = true
  return leg
}
