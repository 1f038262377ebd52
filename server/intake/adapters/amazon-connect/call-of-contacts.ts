import { type CallRecord } from '../../../../shared/calls/call-record.ts'
import { greatestOf, leastOf } from '../extremes.ts'
import { instantText, instantTextOrNull } from '../instant-text.ts'
import { declaredBy, ratingBy } from '../site-words.ts'
import { type ChainCall } from './chain-calls.ts'
import { type Contact } from './contact.ts'
import { legsOfContacts } from './legs-of-contacts.ts'
import { type SiteNames } from './site-names.ts'

type Given = { source: string; version: number; site: SiteNames }

/** The record of one call from what is known of its contacts, which are in order of time. */
export function callOfContacts(
  { id, contacts, hasCallback }: ChainCall,
  { source, version, site }: Given,
): CallRecord {
  const [first] = contacts
  const isOut = first?.begins === 'outbound' || first?.begins === 'callback'
  const legs = legsOfContacts(contacts)
  const startedAt = first?.startedAt ?? 0
  const isEnqueued = contacts.some(({ enqueuedAt }) => enqueuedAt !== null)
  const firstOf = <V>(valueOf: (contact: Contact) => V | null): V | null =>
    contacts.map(valueOf).find((value) => value !== null) ?? null
  const lastOf = <V>(valueOf: (contact: Contact) => V | null): V | null =>
    contacts.map(valueOf).findLast((value) => value !== null) ?? null
  const disposition = lastOf((contact) => contact.disposition)
  return {
    ...{ source, externalId: id, version },
    startedAt: instantText(startedAt),
    answeredAt: instantTextOrNull(isOut ? (first.connectedAt ?? null) : answeredFirst(contacts)),
    endedAt: instantTextOrNull(leftLast(contacts)),
    direction: isOut ? 'outbound' : 'inbound',
    queue: legs[0]?.queue ?? lastOf((contact) => contact.queue),
    issue: firstOf((contact) => contact.issue),
    audience: firstOf((contact) => contact.audience),
    language: firstOf((contact) => contact.language),
    customer: firstOf((contact) => contact.customer),
    abandoned: !isOut && legs.length === 0 && isEnqueued && !hasCallback,
    queueSeconds: isOut ? null : secondsInQueues(contacts),
    ivrSeconds: isOut ? null : secondsInFlow(contacts, startedAt),
    legs,
    offers: [],
    disposition: disposition === null ? null : { code: null, label: disposition },
    declaredResolution: declaredBy(
      site.words,
      lastOf((contact) => contact.declaredResolution),
    ),
    csat: ratingBy(
      site.words,
      lastOf((contact) => contact.csat),
    ),
    recordingUrl: recordingUrl(contacts, site.instanceUrl),
  }
}

const answeredFirst = (contacts: readonly Contact[]): number | null =>
  finite(leastOf(contacts.flatMap(({ rep }) => (rep ? [rep.answeredAt] : []))))

const leftLast = (contacts: readonly Contact[]): number | null =>
  finite(greatestOf(contacts.flatMap(({ disconnectedAt }) => disconnectedAt ?? [])))

const finite = (instant: number): number | null => (Number.isFinite(instant) ? instant : null)

/** Waiting in queues, one after the other, up to the first rep; null where there was none. */
function secondsInQueues(contacts: readonly Contact[]): number | null {
  let seconds: number | null = null
  for (const { queueSeconds, rep } of contacts) {
    if (queueSeconds !== null) seconds = (seconds ?? 0) + queueSeconds
    if (rep) break
  }
  return seconds === null ? null : Math.round(seconds)
}

/** The recorded voice before the queue; for a call that never got further, all of it. */
function secondsInFlow(contacts: readonly Contact[], startedAt: number): number | null {
  const enqueuedAt = contacts.find((contact) => contact.enqueuedAt !== null)?.enqueuedAt ?? null
  const isReached = contacts.some(({ rep }) => rep !== null)
  const until = enqueuedAt ?? (isReached ? null : leftLast(contacts))
  return until === null ? null : Math.max(0, Math.round((until - startedAt) / 1000))
}

/** The page of the contact whose recording is there; only its own sign-in opens it. */
function recordingUrl(contacts: readonly Contact[], instanceUrl: string | null): string | null {
  const recorded = contacts.find(({ isRecorded }) => isRecorded)
  if (instanceUrl === null || !recorded) return null
  return `${instanceUrl}/contact-trace-records/details/${encodeURIComponent(recorded.id)}`
}
