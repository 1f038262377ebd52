import { callerNumber } from '../../caller-number.ts'
import { type LineOutcome } from '../../row-outcome.ts'
import { type AdapterSettings } from '../adapter.ts'
import { refused } from '../read-documents.ts'
import { fieldsOf, isObject, type JsonFields, type JsonObject } from '../json-fields.ts'
import { type Contact, type RepPart } from './contact.ts'
import { type SiteNames } from './site-names.ts'

/** Contacts by what began them; none but these are read. */
const begunBy: Readonly<Record<string, Contact['begins']>> = {
  INBOUND: 'inbound',
  WEBRTC_API: 'inbound',
  OUTBOUND: 'outbound',
  CALLBACK: 'callback',
  API: 'outbound',
  CAMPAIGN_PREVIEW: 'outbound',
  TRANSFER: 'transfer',
  QUEUE_TRANSFER: 'queue_transfer',
  DISCONNECT: 'after_disconnect',
}
/** Contacts in which nobody serves the customer. */
const passedOver: Readonly<Record<string, string>> = {
  MONITOR: 'monitored',
  EXTERNAL_OUTBOUND: 'external_party',
}

/** Reads one document: the contact it is a record of, or what becomes of it at once. */
export function readContact(
  value: unknown,
  settings: AdapterSettings,
  site: SiteNames,
): Contact | LineOutcome {
  const document = isObject(value) ? value : {}
  const other = otherDocument(document)
  if (other !== null) return { kind: 'ignored', rule: other }
  const fields = fieldsOf(document)
  const id = fields.text('ContactId')
  if (id === null) {
    return refusal('field_missing', 'externalId', missing('ContactId'), null)
  }
  const channel = fields.text('Channel') ?? 'VOICE'
  if (!site.channels.includes(channel.toUpperCase())) {
    return { kind: 'ignored', rule: 'other_channel' }
  }
  const method = fields.text('InitiationMethod') ?? 'INBOUND'
  const rule = passedOver[method]
  if (rule !== undefined) return { kind: 'ignored', rule }
  const begins = begunBy[method]
  if (begins === undefined) return { kind: 'ignored', rule: 'initiation_unknown' }
  const startedAt = fields.instant('InitiationTimestamp')
  const contact = contactOf(fields, { id, startedAt: startedAt ?? 0, begins, settings, site })
  const problem = fields.problem() ?? idProblem(contact)
  if (problem !== null) return refusal('field_invalid', null, problem, id)
  if (startedAt === null) {
    return refusal('field_missing', 'startedAt', missing('InitiationTimestamp'), id)
  }
  // A chat that an API begins is begun by the customer's browser.
  const isCustomers = channel.toUpperCase() === 'CHAT' && method === 'API'
  return isCustomers ? { ...contact, begins: 'inbound' } : contact
}

/** Ids are compared and kept; the vendor's have at most 256 signs. */
const idLengthLimit = 256

function idProblem({ id, initial, previous, next }: Contact): string | null {
  const ids = [id, initial, previous, next].flatMap((each) => each ?? [])
  const isUsable = ids.every((each) => each.length <= idLengthLimit && !each.includes('\0'))
  return isUsable ? null : `Ids of contacts have at most ${idLengthLimit} signs, and no NUL.`
}

const missing = (field: string): string =>
  `${field} is missing; send contact records as Amazon Connect writes them.`

const refusal = (
  reason: 'field_missing' | 'field_invalid',
  field: string | null,
  message: string,
  externalId: string | null,
): LineOutcome => refused({ reason, field, message, externalId })

/** Other documents that the same streams may carry. */
function otherDocument(document: JsonObject): string | null {
  if (Object.hasOwn(document, 'detail-type')) return 'contact_event'
  return Object.hasOwn(document, 'EventType') && Object.hasOwn(document, 'AgentARN')
    ? 'agent_event'
    : null
}

type Given = Pick<Contact, 'id' | 'startedAt' | 'begins'> & {
  settings: AdapterSettings
  site: SiteNames
}

function contactOf(fields: JsonFields, { id, startedAt, begins, settings, site }: Given): Contact {
  const named = (attribute: string | null) =>
    attribute === null ? null : fields.text(['Attributes', attribute])
  const disconnectedAt = fields.instant('DisconnectTimestamp')
  const initial = fields.text('InitialContactId')
  return {
    ...{ id, startedAt, begins, disconnectedAt },
    initial: initial === id ? null : initial,
    previous: fields.text('PreviousContactId'),
    next: fields.text('NextContactId'),
    updatedAt: fields.instant('LastUpdateTimestamp') ?? disconnectedAt ?? startedAt,
    connectedAt: fields.instant('ConnectedToSystemTimestamp'),
    queue: fields.text('Queue.Name'),
    enqueuedAt: fields.instant('Queue.EnqueueTimestamp'),
    queueSeconds: fields.amount('Queue.Duration'),
    rep: repPart(fields),
    reason: fields.text('DisconnectReason'),
    handedOutAt: fields.text('TransferredToEndpoint.Address')
      ? fields.instant('TransferCompletedTimestamp')
      : null,
    customer: callerNumber(fields.text('CustomerEndpoint.Address') ?? '', settings.country),
    isRecorded: fields.text('Recording.Status') === 'AVAILABLE',
    issue: named(site.attributes.issue),
    audience: named(site.attributes.audience),
    language: named(site.attributes.language),
    disposition: named(site.attributes.disposition),
    declaredResolution: named(site.attributes.declaredResolution),
    csat: named(site.attributes.csat),
  }
}

/** What a rep did; null where nobody was reached. */
function repPart(fields: JsonFields): RepPart | null {
  const answeredAt = fields.instant('Agent.ConnectedToAgentTimestamp')
  const name = fields.text('Agent.Username') ?? fields.text('Agent.ARN')?.split('/').at(-1)
  if (answeredAt === null || name === undefined) return null
  return {
    ...{ name, answeredAt },
    endedAt: fields.instant('Agent.AfterContactWorkStartTimestamp'),
    talkSeconds: fields.amount('Agent.AgentInteractionDuration'),
    holdSeconds: fields.amount('Agent.CustomerHoldDuration'),
    wrapSeconds: fields.amount('Agent.AfterContactWorkDuration'),
  }
}
