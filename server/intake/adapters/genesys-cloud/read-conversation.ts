import { fieldsOf, isObject, type JsonFields, type JsonObject } from '../json-fields.ts'
import {
  type Conversation,
  type Party,
  type Segment,
  type Session,
  type Survey,
} from './conversation.ts'

/** What a document could be read as, or the sentence that says why it could not. */
export type Reading =
  { conversation: Conversation; problem: null } | { conversation: null; problem: string }

/**
 * Reads a conversation detail.
 *
 * @param taken media whose sessions are read
 */
export function readConversation(document: JsonObject, taken: ReadonlySet<string>): Reading {
  const reader = openReader()
  const fields = reader.of(document)
  const id = fields.text('conversationId') ?? ''
  const startedAt = reader.instant(fields, 'conversationStart') ?? 0
  const endedAt = reader.instant(fields, 'conversationEnd')
  const parties = fields.list('participants').map((each) => partyOf(each, reader, taken))
  const direction = fields.text('originatingDirection')
  const surveys = fields.list('surveys').map((each) => surveyOf(reader.of(each), reader))
  const problem = reader.problem()
  if (problem !== null) return { conversation: null, problem }
  const conversation: Conversation = {
    ...{ id, startedAt, endedAt, parties, surveys, knownAt: reader.latest() },
    direction: direction === 'inbound' || direction === 'outbound' ? direction : null,
  }
  return { conversation, problem: null }
}

type Reader = ReturnType<typeof openReader>

/** Remembers the first problem of all objects, and the latest instant. */
function openReader() {
  let first: string | null = null
  let latest = 0
  const note = (problem: string): void => {
    first ??= problem
  }
  return {
    of: (object: JsonObject): JsonFields => fieldsOf(object, note),
    instant: (fields: JsonFields, path: string): number | null => {
      const at = fields.instant(path)
      latest = Math.max(latest, at ?? 0)
      return at
    },
    latest: () => latest,
    problem: () => first,
  }
}

function partyOf(object: JsonObject, reader: Reader, taken: ReadonlySet<string>): Party {
  const fields = reader.of(object)
  const sessions = fields.list('sessions').flatMap((each) => {
    const media = mediaOf(each)
    return taken.has(media) ? [sessionOf(each, media, reader)] : []
  })
  return {
    purpose: fields.text('purpose') ?? '',
    userId: fields.text('userId'),
    name: fields.text('participantName'),
    externalContactId: fields.text('externalContactId'),
    attributes: textsIn(object['attributes']),
    sessions,
  }
}

const mediaOf = (session: JsonObject): string => {
  const { mediaType } = session
  return typeof mediaType === 'string' ? mediaType.toLowerCase() : ''
}

function textsIn(value: unknown): Readonly<Record<string, string>> {
  const entries = isObject(value) ? Object.entries(value) : []
  return Object.fromEntries(
    entries.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])),
  )
}

function sessionOf(object: JsonObject, media: string, reader: Reader): Session {
  const fields = reader.of(object)
  const asides = ['coachedParticipantId', 'monitoredParticipantId', 'bargedParticipantId'] as const
  const { callbackNumbers } = object
  const [callbackNumber] = Array.isArray(callbackNumbers) ? (callbackNumbers as unknown[]) : []
  return {
    ...{ id: fields.text('sessionId'), media, peerId: fields.text('peerId') },
    isCalledByUs: fields.text('direction') === 'outbound',
    ...{ ani: fields.text('ani'), dnis: fields.text('dnis') },
    callbackNumber: typeof callbackNumber === 'string' ? callbackNumber : null,
    isRecorded: object['recording'] === true,
    isAside: asides.some((name) => fields.text(name) !== null),
    language: fields.text('flow.endingLanguage') ?? fields.text('flow.startingLanguage'),
    metrics: metricsOf(fields.list('metrics'), reader),
    segments: fields.list('segments').map((each) => segmentOf(each, reader)),
  }
}

/** A metric stands in the list once for each time it was measured; together they are the whole. */
function metricsOf(list: readonly JsonObject[], reader: Reader): ReadonlyMap<string, number> {
  const metrics = new Map<string, number>()
  for (const each of list) {
    const fields = reader.of(each)
    const name = fields.text('name')
    const value = fields.amount('value')
    reader.instant(fields, 'emitDate')
    if (name !== null && value !== null) metrics.set(name, (metrics.get(name) ?? 0) + value)
  }
  return metrics
}

function segmentOf(object: JsonObject, reader: Reader): Segment {
  const fields = reader.of(object)
  return {
    type: fields.text('segmentType') ?? '',
    startedAt: reader.instant(fields, 'segmentStart'),
    endedAt: reader.instant(fields, 'segmentEnd'),
    queueId: fields.text('queueId'),
    disconnect: fields.text('disconnectType'),
    wrapUpCode: fields.text('wrapUpCode'),
    isConference: object['conference'] === true,
  }
}

function surveyOf(fields: JsonFields, reader: Reader): Survey {
  reader.instant(fields, 'surveyCompletedDate')
  return {
    status: fields.text('surveyStatus'),
    total: fields.amount('oSurveyTotalScore'),
    promoter: fields.amount('surveyPromoterScore'),
  }
}
