import { type FileReading } from '../../delimited/file-reading.ts'
import { type AdapterSettings } from '../adapter.ts'
import { uniqueidCharactersLimit } from '../asterisk/uniqueid.ts'
import { queueEventsReading } from './queue-log-reading.ts'
import { callEvents } from './take-event.ts'

/** What a log names: a call, with the channel of a rep where one answered, and when. */
export type NamedCall = {
  callid: string
  /** The uniqueid of the rep's channel; null in all events but an answer. */
  channel: string | null
  /** Seconds since 1970. */
  at: number
}

/**
 * Reads a queue_log only for the calls it names, before it is read itself or beside another file.
 * It gives no lines: what becomes of them is said when the log is read.
 */
export const namedCallsReading = (
  settings: AdapterSettings,
  hear: (call: NamedCall) => void,
): FileReading =>
  queueEventsReading(settings, {
    take: (_line, event) => {
      if ('reason' in event || !callEvents.has(event.name)) return []
      const { callid, at, name, data } = event
      const channel = name === 'CONNECT' ? (data[1] ?? '') : ''
      if (isName(callid)) hear({ callid, at, channel: isName(channel) ? channel : null })
      return []
    },
    end: () => [],
  })

/** No CDR has a longer one, so that a damaged log takes no room here. */
const isName = (text: string): boolean =>
  text !== '' && text !== 'NONE' && text.length <= uniqueidCharactersLimit
