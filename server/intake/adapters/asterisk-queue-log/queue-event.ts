import { clockSkewSecondsLimit } from '../../../../shared/calls/check-call-record.ts'
import { type RowRefusal } from '../../row-outcome.ts'
import { refusal } from './refusal.ts'

/** One line of a queue_log, or one row of the table it is kept in. */
export type QueueEvent = {
  /** Seconds since 1970. */
  at: number
  /** The uniqueid of the caller's channel, or a word such as NONE. */
  callid: string
  queue: string | null
  /** The queue's member, as the log names them; null where it says NONE. */
  member: string | null
  name: string
  data: readonly string[]
}

/** No event has more parameters that anybody reads. */
const parametersLimit = 20

/**
 * Reads a line `seconds|callid|queue|member|EVENT|parameters…`. Nothing in it is quoted.
 *
 * @param now epoch milliseconds of receipt
 */
export function queueEventOf(text: string, now: number): QueueEvent | RowRefusal {
  const [time = '', ...cells] = text.split('|', parametersLimit + 5)
  if (cells.length < 4) {
    return refusal(
      'malformed_line',
      null,
      'The line is not of a queue_log: it has fewer than five parts between bars (|).',
    )
  }
  if (!/^\d{9,10}(\.\d{1,9})?$/.test(time)) {
    return refusal(
      'field_invalid',
      'startedAt',
      'The line does not begin with a time in seconds since 1970, as 1717397243 is.',
    )
  }
  return queueEvent(Math.floor(Number(time)), cells, now)
}

/**
 * @param at seconds since 1970
 * @param cells callid, queue, member, event, parameters
 */
export function queueEvent(
  at: number,
  cells: readonly string[],
  now: number,
): QueueEvent | RowRefusal {
  const [callid = '', queue = '', member = '', name = '', ...data] = cells
  if (at > now / 1000 + clockSkewSecondsLimit) {
    return refusal(
      'in_the_future',
      'startedAt',
      'The line lies more than a day ahead; set the clock of the phone system.',
    )
  }
  const isDamaged = [callid, queue, member, name].some((cell) => cell.includes('\uFFFD'))
  if (isDamaged || cells.some((cell) => cell.includes('\0'))) {
    return refusal(
      'malformed_line',
      null,
      'The line has characters that no text in UTF-8 has. Save the log as UTF-8, or correct the line.',
    )
  }
  if (name === '') {
    return refusal('malformed_line', null, 'The fifth part of the line, the event, is empty.')
  }
  return { at, callid, queue: word(queue), member: word(member), name, data }
}

const word = (cell: string) => (cell === '' || cell === 'NONE' ? null : cell)
