import { readSeconds } from '../../mapping/read-seconds.ts'
import { type NamedRow } from '../named-row-reading.ts'

/** Durations of a row of Aircall's call history in seconds; null: not known. */
export type CsvSeconds = {
  total: number | null
  inCall: number | null
  /** From the start to the answer or the end: menu, queue and ring. */
  waiting: number | null
  ivr: number | null
  /** Queue and ring, without the menu. */
  toAnswer: number | null
}

/** A cell that holds no duration, and the field that would have come of it. */
type Unread = { column: string; field: string }

/**
 * Reads the durations of a row. Older exports have no waiting time; there it is what remains of
 * the whole without the conversation, and all of it where nobody answered.
 */
export function readCsvSeconds(row: NamedRow, isAnswered: boolean): CsvSeconds | Unread {
  const unread: Unread[] = []
  const read = (column: string, field: string): number | null => {
    const text = row.cell(column)
    if (text === null) return null
    const seconds = readSeconds(text, 'seconds') ?? readSeconds(text, 'H:mm:ss')
    if (seconds === null || seconds < 0) unread.push({ column, field })
    return seconds
  }
  const total = read('duration (total)', 'endedAt')
  const inCall =
    read('duration (in call)', 'legs.0.talkSeconds') ??
    read('in-call duration', 'legs.0.talkSeconds')
  const ivr = read('time in ivr', 'ivrSeconds')
  const toAnswer = read('time to answer', 'legs.0.ringSeconds')
  const remainder = isAnswered ? minus(total, inCall) : total
  const waiting = read('waiting time', 'queueSeconds') ?? remainder
  return unread[0] ?? { total: total ?? plus(waiting, inCall), inCall, waiting, ivr, toAnswer }
}

const minus = (a: number | null, b: number | null) =>
  a === null || b === null || b > a ? null : a - b

const plus = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b)
