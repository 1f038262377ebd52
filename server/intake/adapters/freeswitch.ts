import { type KeptDocument, type RowOutcome } from '../row-outcome.ts'
import { type Adapter, type AdapterSettings } from './adapter.ts'
import { documentReading, type DocumentReader } from './document-reading.ts'
import { keptDocument } from './freeswitch/kept-document.ts'
import { readFreeswitchDocument, unwrappedBody } from './freeswitch/read-document.ts'
import { recordOfLegs } from './freeswitch/record-of-legs.ts'
import { recordOfQueueEnd } from './freeswitch/record-of-queue-end.ts'
import { callOf, type ChannelLeg, type QueueEnd, type Told } from './freeswitch/told.ts'
import { gatheredCalls } from './gathered-calls.ts'
import { isObject, type JsonObject } from './json-fields.ts'
import { type JsonDocument } from './json-documents.ts'
import { checked, ignored, refused } from './line-outcomes.ts'

/** What FreeSWITCH's mod_json_cdr and mod_callcenter write, as documents one after the other. */
export const freeswitch: Adapter = {
  name: 'freeswitch',
  title: 'FreeSWITCH json_cdr',
  recognizes: (head) => {
    const isPlain = /^[\s\uFEFF]*[[{]/.test(head)
    const text = isPlain ? head : (unwrappedBody(head.split('\n', 1)[0] ?? '') ?? '')
    return (
      (/"variables"\s*:\s*\{/.test(text) && /"(core-uuid|callflow|channel_data)"\s*:/.test(text)) ||
      /"Event-Subclass"\s*:\s*"callcenter(::|%3A%3A)info"/.test(text)
    )
  },
  open: (settings) => documentReading(reader(settings)),
}

/** What a document says, and what is kept of it for others of its call. */
type Part = { told: ChannelLeg | QueueEnd; kept: KeptDocument }

function reader(settings: AdapterSettings): DocumentReader {
  const named = settings.names['issue']
  const issueVariable = named === undefined || named === 'queue' ? null : named
  const calls = gatheredCalls<Part>(
    (parts, call) =>
      outcomeOf(
        parts.map(({ told }) => told),
        call,
        settings,
      ),
    'Put the records of both sides of a call next to each other.',
    ({ kept }) => kept,
  )
  return {
    take: (document) => {
      const { number: lineNumber, text } = document
      const { told, whole } = toldBy(document, issueVariable)
      if (told.kind === 'unreadable') {
        const { field, message } = told
        const reason = document.problem === null ? 'field_invalid' : 'malformed_json'
        return [{ lineNumber, text, outcome: refused(reason, field, message) }]
      }
      if (told.kind === 'other') return [{ lineNumber, text, outcome: ignored(told.rule) }]
      const call = callOf(told)
      const kept = keptDocument(told, call, whole, issueVariable)
      return calls.take(call, { told, kept }, { lineNumber, text })
    },
    end: calls.end,
  }
}

type Read = { told: Told; whole: JsonObject }

/** What a document says; text that is no JSON may be the body of a post, which wraps it. */
function toldBy({ text, value, problem }: JsonDocument, issueVariable: string | null): Read {
  if (problem === null && typeof value !== 'string') return readFrom(value, issueVariable)
  const body = unwrappedBody(typeof value === 'string' ? value : text)
  const told: Told = {
    kind: 'unreadable',
    field: null,
    message: problem ?? 'This is a text, not a record of mod_json_cdr. Take it out of the file.',
  }
  if (body === null) return { told, whole: {} }
  try {
    return readFrom(JSON.parse(body), issueVariable)
  } catch {
    return { told, whole: {} }
  }
}

const readFrom = (value: unknown, issueVariable: string | null): Read => ({
  told: readFreeswitchDocument(value, issueVariable),
  whole: isObject(value) ? value : {},
})

function outcomeOf(
  told: readonly (ChannelLeg | QueueEnd)[],
  call: string,
  settings: AdapterSettings,
): RowOutcome {
  const legs = new Map(told.flatMap((one) => (one.kind === 'leg' ? [[one.uuid, one]] : [])))
  const main = legs.get(call)
  if (main) {
    const others = [...legs.values()].filter((leg) => leg !== main)
    return checked(recordOfLegs(main, others, settings), settings.now)
  }
  const end = told.findLast((one) => one.kind === 'queueEnd')
  // Without the caller's own channel nobody knows when the call began, or from whom.
  if (!end) return ignored('caller_leg_missing')
  const record = recordOfQueueEnd(end, settings)
  if (record) return checked(record, settings.now)
  const message = 'The event tells neither when the caller came nor when they joined the queue.'
  return refused('field_missing', 'startedAt', `${message} Send events unchanged.`, call)
}
