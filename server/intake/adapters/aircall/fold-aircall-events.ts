import {
  nameLengthLimit,
  offersPerCallLimit,
  type CallRecord,
  type LegRecord,
  type OfferRecord,
} from '../../../../shared/calls/call-record.ts'
import { outsideNumber } from '../outside-number.ts'
import { type AdapterSettings } from '../adapter.ts'
import { instantOrNull, instantText, secondsBetween, wholeSeconds } from '../times.ts'
import { claimIn, issueOf, labelOf, queueOf, repName } from './aircall-names.ts'
import {
  type AircallCall,
  type AircallCallEvent,
  type AircallEvent,
  type AircallUser,
  type AircallWrapEvent,
} from './event.ts'
import { holdWithin } from './hold-within.ts'
import { inOrder } from './in-order.ts'
import { stintsOf, type Stint, type Stints } from './stints.ts'
import { versionOf } from './version-of.ts'
import { wrapOf } from './wrap-of.ts'

export type FoldedCall = {
  record: CallRecord
  /** The wrap-ups that the record holds. */
  wraps: readonly AircallWrapEvent[]
}

/**
 * The record of one call, from what has been sent of it so far, in any order and with repeats;
 * null while it has not ended. More events give a record with a higher version.
 *
 * @param events of one call, and wrap-ups of the users who took it; others of them change nothing
 */
export function foldAircallEvents(
  events: readonly AircallEvent[],
  settings: AdapterSettings,
): FoldedCall | null {
  const sorted = inOrder(events)
  const ofCall = sorted.filter((event) => event.about === 'call')
  const wraps = sorted.filter((event) => event.about === 'wrap')
  const [first] = ofCall
  const ended = ofCall.findLast(({ call }) => call.endedAt !== null)?.call
  if (!first || ended?.endedAt == null) return null
  const answers = ofCall.flatMap(({ call }) => call.answeredAt ?? [])
  const answeredAt = answers.length === 0 ? null : Math.min(...answers)
  const startedAt = Math.min(...ofCall.map(({ call }) => call.startedAt))
  const times: Times = { startedAt, answeredAt, endedAt: ended.endedAt }
  const stints = stintsOf(ofCall, answeredAt, ended.endedAt)
  const legs = stints.stints.map((stint) => legOf(stint, ofCall, wraps, times, ended, settings))
  const used = stints.stints.flatMap((stint) => wrapOf(stint, wraps)?.events ?? [])
  return {
    record: {
      ...factsOf(ended, ofCall, times, settings),
      version: versionOf([...ofCall, ...used]),
      abandoned: ended.direction === 'inbound' && answeredAt === null,
      legs,
      offers: offersOf(ofCall, stints, ended, settings).slice(0, offersPerCallLimit),
    },
    wraps: used,
  }
}

type Times = { startedAt: number; answeredAt: number | null; endedAt: number }

function factsOf(
  ended: AircallCall,
  events: readonly AircallCallEvent[],
  { startedAt, answeredAt, endedAt }: Times,
  settings: AdapterSettings,
): Omit<CallRecord, 'legs'> {
  // Tags, teams and the recording come last, and what was taken off again is in no later event.
  const latest = events.at(-1)?.call ?? ended
  const digits = events.findLast(({ call }) => call.digits !== null)?.call.digits ?? null
  const words = { line: latest.line ?? ended.line, teams: latest.teams, tags: latest.tags }
  const label = labelOf(latest.tags)
  const asset = events.findLast(({ call }) => call.asset !== null)?.call.asset ?? null
  return {
    source: settings.source,
    externalId: ended.id,
    startedAt: instantText(startedAt),
    answeredAt: instantOrNull(answeredAt),
    endedAt: instantText(endedAt),
    direction: ended.direction,
    queue: queueOf(words, settings.names),
    issue: issueOf(words, settings.names),
    customer: digits === null ? null : outsideNumber(digits, settings.country),
    queueSeconds:
      ended.direction === 'inbound' ? secondsBetween(startedAt, answeredAt ?? endedAt) : null,
    disposition: label === null ? null : { code: null, label },
    declaredResolution: claimIn(latest.tags, settings.names),
    recordingUrl: asset !== null && /^https?:\/\/\S{1,1900}$/.test(asset) ? asset : null,
  }
}

function legOf(
  stint: Stint,
  events: readonly AircallCallEvent[],
  wraps: readonly AircallWrapEvent[],
  { startedAt, answeredAt }: Times,
  { direction }: AircallCall,
  { names }: AdapterSettings,
): LegRecord {
  const { from, until } = stint
  const hold = holdWithin(stint, events)
  const isFirst = from !== null && from === answeredAt
  return {
    rep: repName(stint.user, names).slice(0, nameLengthLimit),
    answeredAt: instantOrNull(from),
    endedAt: instantOrNull(until),
    ringSeconds: direction === 'outbound' && isFirst ? secondsBetween(startedAt, from) : null,
    talkSeconds: from === null || until === null ? null : wholeSeconds(until - from - (hold ?? 0)),
    holdSeconds: wholeSeconds(hold),
    wrapSeconds: wholeSeconds(wrapOf(stint, wraps)?.milliseconds ?? null),
    talkIncludesHold: hold === null,
    ending: stint.ending,
    endedBy: null,
  }
}

/** Whose phone rang without their taking the call. */
function offersOf(
  events: readonly AircallCallEvent[],
  { stints, notTaken }: Stints,
  ended: AircallCall,
  { names }: AdapterSettings,
): OfferRecord[] {
  const took = new Set(stints.map(({ user }) => user.id))
  const rang = new Map<string, AircallUser>()
  const declined = new Set<string>()
  for (const { name, call } of events) {
    const user = name === 'call.unsuccessful_transfer' ? call.transferredTo : call.user
    if (!user || !offering.has(name)) continue
    rang.set(user.id, user)
    if (name === 'call.agent_declined') declined.add(user.id)
  }
  for (const user of notTaken) rang.set(user.id, user)
  const otherwise = stints.length === 0 && ended.isMissed ? 'no_answer' : 'unknown'
  return [...rang.values()]
    .filter(({ id }) => !took.has(id) && ended.direction === 'inbound')
    .map((user) => ({
      rep: repName(user, names).slice(0, nameLengthLimit),
      ringSeconds: null,
      result: declined.has(user.id) ? 'rejected' : otherwise,
    }))
}

const offering: ReadonlySet<string> = new Set([
  'call.ringing_on_agent',
  'call.agent_declined',
  'call.unsuccessful_transfer',
])
