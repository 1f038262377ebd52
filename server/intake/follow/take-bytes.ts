import { openQueueLog } from '../adapters/asterisk-queue-log/open-queue-log.ts'
import { type QueueEvent, queueEventOf } from '../adapters/asterisk-queue-log/queue-event.ts'
import { stateEvents } from '../adapters/asterisk-queue-log/take-event.ts'
import { type AdapterSettings } from '../adapters/adapter.ts'
import { type ReadLine } from '../read-step.ts'
import { fingerprintOf } from './fingerprint.ts'
import { type FollowState } from './follow-state.ts'

/** How much is read at once. A line that is longer is no line, and is taken in pieces. */
export const bytesAtOnceLimit = 1_048_576

/** What was read of a file, from where the state stands. */
export type ReadBytes = {
  bytes: Uint8Array
  /** How the file begins. */
  head: Uint8Array
  /** No more is there, and none will come. */
  isEnd: boolean
}

export type Step = {
  state: FollowState
  lines: ReadLine[]
  /** What the lines say of reps beside calls: pauses, log-ins, members that come and go. */
  states: QueueEvent[]
}

/**
 * Reads on in a log, whole lines only. Pure: the state it gives may be kept as JSON, and goes on
 * exactly as if nothing had happened in between.
 *
 * @returns null where not even one line is complete
 */
export function takeBytes(
  state: FollowState,
  { bytes, head, isEnd }: ReadBytes,
  settings: AdapterSettings,
): Step | null {
  const whole = wholeLines(bytes, isEnd)
  if (whole === 0) return null
  const log = openQueueLog(settings, null, state.book)
  const lines: ReadLine[] = []
  const states: QueueEvent[] = []
  let { lineNumber } = state
  // A byte order mark stands at the beginning of a file, if anywhere.
  const text = new TextDecoder('utf-8', { ignoreBOM: state.position > 0 }).decode(
    bytes.subarray(0, whole),
  )
  const texts = text.split('\n')
  if (texts.at(-1) === '') texts.pop()
  for (const written of texts) {
    lineNumber += 1
    const line = written.endsWith('\r') ? written.slice(0, -1) : written
    if (line.trim() === '') continue
    const event = queueEventOf(line, settings.now)
    if ('name' in event && stateEvents.has(event.name)) states.push(event)
    lines.push(...log.take({ lineNumber, text: line }, event))
  }
  const position = state.position + whole
  const fingerprint = fingerprintOf(head, position)
  return { state: { position, lineNumber, fingerprint, book: log.save() }, lines, states }
}

const newline = 10

function wholeLines(bytes: Uint8Array, isEnd: boolean): number {
  if (isEnd) return bytes.length
  const whole = bytes.lastIndexOf(newline) + 1
  return whole === 0 && bytes.length >= bytesAtOnceLimit ? bytes.length : whole
}
