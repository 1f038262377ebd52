import { type ReadLine } from '../read-step.ts'
import { type Adapter, type AdapterSettings } from './adapter.ts'
import { type AircallCallEvent } from './aircall/event.ts'
import { foldAircallEvents } from './aircall/fold-aircall-events.ts'
import { keptEvent } from './aircall/kept-event.ts'
import { keptWraps } from './aircall/kept-wraps.ts'
import { readAircallEvent } from './aircall/read-event.ts'
import { documentReading, type DocumentReader } from './document-reading.ts'
import { gatheredCalls } from './gathered-calls.ts'
import { checked, ignored, refused } from './line-outcomes.ts'

/** Aircall's webhooks as somebody kept them: a list, one a line, or one after the other. */
export const aircallWebhooks: Adapter = {
  name: 'aircall-webhooks',
  title: 'Aircall webhooks',
  recognizes: (head) =>
    /^[\s\uFEFF[]*\{/.test(head) &&
    /"resource"\s*:\s*"\w+"/.test(head) &&
    /"event"\s*:\s*"(call|user|number|contact)\.\w+/.test(head) &&
    /"token"\s*:/.test(head),
  open: (settings) => documentReading(reader(settings)),
}

/** A wrap-up that lasts longer was forgotten; its end is not looked for. */
const wrapMillisecondsLimit = 4 * 3_600_000

function reader(settings: AdapterSettings): DocumentReader {
  const wraps = keptWraps()
  /** Lines of wrap-ups that a record was made with. */
  let joined: ReadLine[] = []
  const calls = gatheredCalls<AircallCallEvent>(
    (parts) => {
      const users = new Set(parts.flatMap(({ call }) => usersOf(call)))
      const from = Math.min(...parts.map(({ call }) => call.startedAt))
      const until = Math.max(...parts.map(({ call }) => call.endedAt ?? 0))
      const near = wraps.of(users, from, until + wrapMillisecondsLimit)
      const folded = foldAircallEvents([...parts, ...near], settings)
      if (!folded) return ignored('still_open')
      const outcome = checked(folded.record, settings.now)
      if (outcome.kind === 'record') {
        joined.push(...wraps.joinTo(folded.record.externalId, folded.wraps))
      }
      return outcome
    },
    'Sort the events by their timestamp.',
    keptEvent,
  )
  const withJoined = (lines: ReadLine[]): ReadLine[] => {
    const all = joined.length === 0 ? lines : [...joined, ...lines]
    joined = []
    return all
  }
  return {
    take: (document) => {
      const { number: lineNumber, text, problem } = document
      if (problem !== null) {
        return [{ lineNumber, text, outcome: refused('malformed_json', null, problem) }]
      }
      const reading = readAircallEvent(document.value)
      if (reading.kind === 'unreadable') {
        const { field, message } = reading
        const outcome = refused(field === null ? 'malformed_line' : 'field_invalid', field, message)
        return [{ lineNumber, text, outcome }]
      }
      if (reading.kind === 'other') return [{ lineNumber, text, outcome: ignored(reading.rule) }]
      const { event } = reading
      if (event.about === 'wrap') return wraps.keep(event, lineNumber)
      return withJoined(calls.take(event.call.id, event, { lineNumber, text }))
    },
    end: () => [...withJoined(calls.end()), ...wraps.end()],
  }
}

const usersOf = ({ user, transferredBy, transferredTo }: AircallCallEvent['call']) =>
  [user, transferredBy, transferredTo].flatMap((each) => each?.id ?? [])
