import {
  type CallRecord,
  legsPerCallLimit,
  offersPerCallLimit,
} from '../../../../shared/calls/call-record.ts'
import { type Direction } from '../../../../shared/calls/words.ts'
import { callerNumber } from '../../caller-number.ts'
import { type AdapterSettings } from '../adapter.ts'
import { greatestOf, leastOf } from '../extremes.ts'
import { instantText, instantTextOrNull } from '../instant-text.ts'
import { declaredBy, ratingBy } from '../site-words.ts'
import {
  beginningOf,
  type Conversation,
  customerSessions,
  endOf,
  isOutside,
  type Party,
  type Session,
} from './conversation.ts'
import { known, legOf, offersOf, type Part, partsOf } from './legs-of-conversation.ts'
import { addedTimes, secondsOf } from './session-times.ts'
import { type SiteNames } from './site-names.ts'

/** The record of a conversation. */
export function callOfConversation(
  conversation: Conversation,
  settings: AdapterSettings,
  site: SiteNames,
): CallRecord {
  const { parties } = conversation
  const names = {
    rep: ({ userId, name }: Party) => site.nameOf('user', userId) ?? userId ?? name ?? '',
    queue: queueNames(conversation, site),
  }
  const parts = partsOf(conversation)
  const answeredAt = leastOf(parts.map((part) => part.answeredAt))
  const direction = directionOf(conversation)
  const before = (purpose: string) => sessionsBefore(parties, purpose, answeredAt)
  const queues = before('acd')
  return {
    ...{ source: settings.source, externalId: conversation.id, version: conversation.knownAt },
    ...{ startedAt: instantText(conversation.startedAt), direction },
    answeredAt: instantTextOrNull(known(answeredAt)),
    endedAt: instantTextOrNull(known(leftAt(conversation, parts))),
    queue: queues.map(names.queue).findLast((queue) => queue !== null) ?? null,
    ...attributesOf(conversation, site),
    customer: customerOf(conversation, direction, settings.country),
    abandoned: direction === 'inbound' && parts.length === 0 && isAbandoned(parties, queues),
    queueSeconds: secondsOf(addedTimes(queues.map(waitingIn))),
    ivrSeconds: secondsOf(
      addedTimes(before('ivr').map(({ metrics }) => metrics.get('tIvr') ?? null)),
    ),
    // One too many is enough for the record to be refused.
    legs: parts.slice(0, legsPerCallLimit + 1).map((part) => legOf(part, conversation, names)),
    offers: offersOf(conversation, names).slice(0, offersPerCallLimit + 1),
    ...wrappedUp(parts, site),
    csat: ratingOf(conversation, site),
    recordingUrl: pageOf(conversation, site),
  }
}

/** Sessions of queues or menus that began before anybody answered. */
const sessionsBefore = (
  parties: readonly Party[],
  purpose: string,
  answeredAt: number,
): Session[] =>
  parties
    .filter((party) => party.purpose === purpose)
    .flatMap(({ sessions }) => sessions)
    .filter((session) => beginningOf(session) <= answeredAt)

const waitingIn = ({ metrics }: Session): number | null =>
  metrics.get('tAcd') ?? metrics.get('tAbandon') ?? metrics.get('tFlowOut') ?? null

/** Queues are known by their number, and by name only where a queue itself took part. */
function queueNames({ parties }: Conversation, site: SiteNames) {
  const named = new Map<string, string>()
  for (const { purpose, name, sessions } of parties) {
    const ids = sessions.flatMap(({ segments }) => segments.flatMap(({ queueId }) => queueId ?? []))
    if (purpose === 'acd' && name !== null) for (const id of ids) named.set(id, name)
  }
  return ({ segments }: Session): string | null => {
    const id = segments.find(({ queueId }) => queueId !== null)?.queueId ?? null
    return site.nameOf('queue', id) ?? (id === null ? null : (named.get(id) ?? id))
  }
}

function directionOf({ direction, parties }: Conversation): Direction {
  if (!parties.some(isOutside)) return 'internal'
  return direction ?? 'inbound'
}

/** When the customer left; where no customer took part, when the last rep did. */
function leftAt(conversation: Conversation, parts: readonly Part[]): number {
  const ends = customerSessions(conversation).map(endOf)
  const all = ends.length > 0 ? ends : parts.map(({ endedAt }) => endedAt)
  return greatestOf(all)
}

/** A customer who left the queue; one whom a flow or a voice mail took from it did not. */
function isAbandoned(parties: readonly Party[], queues: readonly Session[]): boolean {
  if (queues.some(({ metrics }) => metrics.has('tAbandon'))) return true
  const isTaken = queues.some(({ metrics }) => metrics.has('tFlowOut'))
  const hasOther = parties.some(({ purpose, sessions }) =>
    purpose === 'voicemail' ? true : sessions.some(({ media }) => media === 'callback'),
  )
  return queues.length > 0 && !isTaken && !hasOther
}

/**
 * The other side's number: whoever called, or was called. Whoever a rep calls during a call that
 * came in is not the customer, and the number shown to them is the center's own.
 */
function customerOf(
  { parties }: Conversation,
  direction: Direction,
  country: string | null,
): string | null {
  const outside = parties.filter(isOutside)
  const sessions = outside.flatMap((party) => party.sessions)
  const all = parties.flatMap((party) => party.sessions)
  const numbers =
    direction === 'outbound'
      ? [...sessions, ...all].map(({ dnis }) => dnis)
      : [
          ...sessions.filter(({ isCalledByUs }) => !isCalledByUs).map(({ ani }) => ani),
          ...all.map((session) => session.callbackNumber),
        ]
  const [number] = numbers.flatMap((each) => callerNumber(each ?? '', country) ?? [])
  const isSpoken = sessions.some(({ media }) => media === 'voice' || media === 'callback')
  // Who writes has no number, but may be known as a contact.
  const contact = outside.find(({ externalContactId }) => externalContactId !== null)
  return number ?? (isSpoken ? null : (contact?.externalContactId ?? null))
}

function attributesOf({ parties }: Conversation, site: SiteNames) {
  const ordered = [...parties.filter(isOutside), ...parties.filter((party) => !isOutside(party))]
  const of = (name: string | null): string | null => {
    if (name === null) return null
    const texts = ordered.flatMap(({ attributes }) =>
      Object.hasOwn(attributes, name) ? (attributes[name] ?? []) : [],
    )
    return texts.find((text) => text.trim() !== '') ?? null
  }
  const spoken = parties.flatMap(({ sessions }) =>
    sessions.flatMap(({ language }) => language ?? []),
  )
  return {
    issue: of(site.issue),
    audience: of(site.audience),
    language: site.language === null ? (spoken[0] ?? null) : of(site.language),
  }
}

/** What the last rep wrapped the call up with, and what the site says that declares. */
function wrappedUp(parts: readonly Part[], site: SiteNames) {
  const segments = (parts.at(-1)?.sessions ?? []).flatMap((session) => session.segments)
  const code = segments.findLast(({ wrapUpCode }) => wrapUpCode !== null)?.wrapUpCode ?? null
  const label = site.nameOf('code', code)
  return {
    disposition: code === null ? null : { code, label },
    declaredResolution: declaredBy(site.words, label) ?? declaredBy(site.words, code),
  }
}

function ratingOf({ surveys }: Conversation, { rating, words }: SiteNames) {
  const finished = surveys.findLast(({ status }) => status?.toLowerCase() === 'finished')
  const score = finished?.[rating] ?? null
  return ratingBy(words, score === null ? null : String(score))
}

/** The page of the conversation, where it was recorded; only its own sign-in opens it. */
function pageOf({ id, parties }: Conversation, { instanceUrl }: SiteNames): string | null {
  const isRecorded = parties.some(({ sessions }) => sessions.some((session) => session.isRecorded))
  if (instanceUrl === null || !isRecorded) return null
  return `${instanceUrl}/directory/#/engage/admin/interactions/${encodeURIComponent(id)}`
}
