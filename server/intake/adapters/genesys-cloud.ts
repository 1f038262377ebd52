import { checkCallRecord } from '../../../shared/calls/check-call-record.ts'
import { type LineOutcome } from '../row-outcome.ts'
import { type Adapter, type AdapterSettings } from './adapter.ts'
import { callOfConversation } from './genesys-cloud/call-of-conversation.ts'
import { type Conversation, isOutside, isRep, type Party } from './genesys-cloud/conversation.ts'
import { readConversation } from './genesys-cloud/read-conversation.ts'
import { type SiteNames, siteNames } from './genesys-cloud/site-names.ts'
import { isObject } from './json-fields.ts'
import { documentReading, refused } from './read-documents.ts'

/** Conversation details of Genesys Cloud's analytics, alone or as its API answers with them. */
export const genesysCloud: Adapter = {
  name: 'genesys-cloud',
  title: 'Genesys Cloud conversation details',
  recognizes: (head) =>
    /^[\s\ufeff[]*\{/.test(head) &&
    /"conversationId"\s*:/.test(head) &&
    /"(participants|conversationStart)"\s*:/.test(head),
  open: (settings) => {
    const site = siteNames(settings)
    const desk = {
      take: ({ lineNumber, text, value }: { lineNumber: number; text: string; value: unknown }) => [
        { lineNumber, text, outcome: outcomeOf(value, settings, site) },
      ],
      end: () => [],
    }
    return documentReading(desk, 'conversations')
  },
}

function outcomeOf(value: unknown, settings: AdapterSettings, site: SiteNames): LineOutcome {
  const document = isObject(value) ? value : {}
  const id = document['conversationId']
  if (typeof id !== 'string' || id === '') {
    if (isNotification(document)) return { kind: 'ignored', rule: 'notification' }
    return missing('externalId', 'conversationId', null)
  }
  const { conversation, problem } = readConversation(document, site.media)
  if (problem !== null) {
    return refused({ reason: 'field_invalid', field: null, message: problem, externalId: id })
  }
  const { startedAt, parties } = conversation
  if (startedAt === 0) return missing('startedAt', 'conversationStart', id)
  const isTaken = parties.some(({ sessions }) => sessions.length > 0)
  if (!isTaken) return { kind: 'ignored', rule: 'other_media' }
  if (isOpen(conversation)) return { kind: 'ignored', rule: 'still_open' }
  if (sessionsIn(conversation) > sessionsPerConversationLimit) return tooMany(id)
  if (parties.some(isNameless)) return missing('legs', 'userId', id)
  const written = callOfConversation(conversation, settings, site)
  const { record, problem: wrong } = checkCallRecord(written, settings.now)
  return record ? { kind: 'record', record } : refused({ ...wrong, externalId: id })
}

/** More sessions than any call has; each is compared with each. */
const sessionsPerConversationLimit = 1_000
const sessionsIn = ({ parties }: Conversation): number =>
  parties.reduce((sum, { sessions }) => sum + sessions.length, 0)

const tooMany = (externalId: string): LineOutcome =>
  refused({
    ...{ reason: 'inconsistent', field: 'legs', externalId },
    message: `The conversation has more than ${sessionsPerConversationLimit} sessions; no call has. Check where it comes from.`,
  })

const isNameless = (party: Party): boolean =>
  isRep(party) && party.sessions.length > 0 && party.userId === null && party.name === null

/** Live events of the platform; they tell too little of a call. */
const isNotification = (document: object): boolean =>
  'topicName' in document || 'detail-type' in document || 'eventBody' in document

/** Whether somebody is still on the call; its details will be written anew when it is over. */
function isOpen({ endedAt, parties }: Conversation): boolean {
  if (endedAt !== null) return false
  const segments = parties
    .filter(isOutside)
    .flatMap(({ sessions }) => sessions.flatMap((session) => session.segments))
  return segments.length === 0 || segments.some((segment) => segment.endedAt === null)
}

const missing = (field: string, name: string, externalId: string | null): LineOutcome =>
  refused({
    ...{ reason: 'field_missing', field, externalId },
    message: `${name} is missing; send conversation details as the analytics API gives them.`,
  })
