import { type RowOutcome } from '../row-outcome.ts'
import { type Adapter, type AdapterSettings } from './adapter.ts'
import { documentReading, type DocumentReader } from './document-reading.ts'
import { readFreeswitchDocument, unwrappedBody } from './freeswitch/read-document.ts'
import { recordOfLegs } from './freeswitch/record-of-legs.ts'
import { recordOfQueueEnd } from './freeswitch/record-of-queue-end.ts'
import { callOf, type ChannelLeg, type QueueEnd, type Told } from './freeswitch/told.ts'
import { gatheredCalls } from './gathered-calls.ts'
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

function reader(settings: AdapterSettings): DocumentReader {
  const named = settings.names['issue']
  const issueVariable = named === undefined || named === 'queue' ? null : named
  const calls = gatheredCalls<ChannelLeg | QueueEnd>(
    (told, call) => outcomeOf(told, call, settings),
    'Put the records of both sides of a call next to each other.',
  )
  return {
    take: (document) => {
      const { number: lineNumber, text } = document
      const told = toldBy(document, issueVariable)
      if (told.kind === 'unreadable') {
        const { field, message } = told
        const reason = document.problem === null ? 'field_invalid' : 'malformed_json'
        return [{ lineNumber, text, outcome: refused(reason, field, message) }]
      }
      if (told.kind === 'other') return [{ lineNumber, text, outcome: ignored(told.rule) }]
      return calls.take(callOf(told), told, { lineNumber, text })
    },
    end: calls.end,
  }
}

/** What a document says; text that is no JSON may be the body of a post, which wraps it. */
function toldBy({ text, value, problem }: JsonDocument, issueVariable: string | null): Told {
  if (problem === null && typeof value !== 'string')
    return readFreeswitchDocument(value, issueVariable)
  const body = unwrappedBody(typeof value === 'string' ? value : text)
  const unreadable: Told = {
    kind: 'unreadable',
    field: null,
    message: problem ?? 'This is a text, not a record of mod_json_cdr. Take it out of the file.',
  }
  if (body === null) return unreadable
  try {
    return readFreeswitchDocument(JSON.parse(body) as unknown, issueVariable)
  } catch {
    return unreadable
  }
}

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
