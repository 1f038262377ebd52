import {
  type CallRecord,
  type LegRecord,
  type OfferRecord,
} from '../../../../shared/calls/call-record.ts'
import { outsideCaller } from '../asterisk/extension.ts'
import { recordVersion } from '../asterisk/record-version.ts'
import { uniqueidSecond } from '../asterisk/uniqueid.ts'
import { type QueueCall, type QueueLeg } from './queue-call.ts'
import { type QueueDesk } from './queue-desk.ts'

/** A caller who hears menus and announcements for longer than this has another beginning. */
export const menuSecondsLimit = 3_600
/** A customer who goes on for longer after a transfer has another end. */
const afterTransferSecondsLimit = 86_400

/** The record of a call, as far as the log has told. */
export function recordOf(call: QueueCall, desk: QueueDesk): CallRecord {
  const { settings, names } = desk
  const cdr = desk.cdrs?.find(call.callid) ?? null
  const told = toldStart(call, cdr?.startedAt ?? null)
  const { enteredAt } = call
  const isAnswered = call.legs.length > 0
  const dialled = call.dialled ?? cdr?.dialled ?? null
  return {
    source: settings.source,
    externalId: call.callid,
    version: recordVersion(call, { edition: names.edition, isEnriched: cdr !== null }),
    startedAt: instant(told ?? enteredAt ?? call.firstAt),
    answeredAt: instantOrNull(call.legs[0]?.answeredAt ?? null),
    endedAt: instantOrNull(endOf(call, cdr?.endedAt ?? null, settings.now)),
    direction: directionOf(call),
    queue: call.queue,
    issue: names.issue === 'dialled' ? dialled : call.issue,
    customer: customerOf(call, cdr?.caller ?? null, desk),
    abandoned: call.end === 'abandoned' && !isAnswered,
    queueSeconds: enteredAt === null ? null : call.waitSeconds,
    ivrSeconds: enteredAt === null || told === null ? null : enteredAt - told,
    legs: call.legs.map(legOf),
    offers: call.offers.map((offer): OfferRecord => ({ ...offer })),
    ...(call.disposition === null ? {} : { disposition: { code: call.disposition, label: null } }),
  }
}

function directionOf(call: QueueCall): CallRecord['direction'] {
  if (call.outbound !== null) return 'outbound'
  return call.calledByRep === null ? 'inbound' : 'internal'
}

/** A caller the log has not seen, because it begins later or was told none, may stand in a CDR. */
function customerOf(
  call: QueueCall,
  fromCdr: string | null,
  { settings, names }: QueueDesk,
): string | null {
  if (call.calledByRep !== null) return null
  const number = call.outbound === null ? (call.caller ?? fromCdr) : call.outbound.number
  return outsideCaller(number, { country: settings.country, ...names })
}

/**
 * The channel was made when the customer reached the system, and its uniqueid says when. Between
 * that and the queue lie menus and announcements, unless it is too long or no time at all.
 *
 * @returns null where the log only tells when the customer was in the queue
 */
export function toldStart(call: QueueCall, fromCdr: number | null): number | null {
  if (call.outbound !== null) return call.outbound.startedAt
  const entered = call.enteredAt ?? call.firstAt
  for (const second of [fromCdr, uniqueidSecond(call.callid)]) {
    if (second === null) continue
    const before = entered - second
    if (before >= 0 && before < menuSecondsLimit) return second
  }
  return null
}

/** After a transfer the customer goes on, and only a CDR may tell until when. */
function endOf(call: QueueCall, fromCdr: number | null, now: number): number | null {
  const { end, endedAt } = call
  if (end !== 'transferred' || endedAt === null || fromCdr === null) return endedAt
  const isBelieved = fromCdr - endedAt <= afterTransferSecondsLimit && fromCdr * 1_000 <= now
  return isBelieved ? Math.max(endedAt, fromCdr) : endedAt
}

const legOf = (leg: QueueLeg): LegRecord => ({
  rep: leg.rep,
  queue: leg.queue,
  answeredAt: instantOrNull(leg.answeredAt),
  endedAt: instantOrNull(leg.endedAt),
  ringSeconds: leg.ringSeconds,
  talkSeconds: leg.talkSeconds,
  holdSeconds: null,
  wrapSeconds: leg.wrapSeconds,
  talkIncludesHold: true,
  ending: leg.ending,
  endedBy: leg.endedBy,
  neutral: leg.ending === 'lost',
})

const instant = (second: number): string => new Date(second * 1000).toISOString()
const instantOrNull = (second: number | null) => (second === null ? null : instant(second))
