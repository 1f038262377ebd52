import { type CallRecord } from '../../../shared/calls/call-record.ts'
import { type SavedBook } from '../adapters/asterisk-queue-log/call-book.ts'
import { type QueueCall } from '../adapters/asterisk-queue-log/queue-call.ts'
import { type SaidOfCall } from './presence-words.ts'

/** Where a customer's call stands, as a log tells it; `at` in its whole seconds. */
export type LineStanding = Pick<SaidOfCall, 'state'> & {
  at: number
  queue: string | null
  /** As the log wrote it. */
  caller: string | null
}

/**
 * Customers' calls by a queue_log: those that wait or are answered, and of those that were shown
 * as such the end. What a transfer or a consultation makes of a call is known to the log's book.
 */
export function openLogLines() {
  const standing = new Map<string, LineStanding>()
  /** Calls that somebody was told of, and with what; their end has to be told, too. */
  const shown = new Map<string, LineStanding>()
  return {
    /** @param records of calls that the log has ended meanwhile, by their number */
    see: (
      { calls, clock }: SavedBook,
      records: ReadonlyMap<string, CallRecord> = new Map<string, CallRecord>(),
    ): void => {
      standing.clear()
      const ended = new Map<string, End>()
      for (const [callid, { abandoned, endedAt }] of records) {
        ended.set(callid, { isAbandoned: abandoned === true, at: secondOf(endedAt) })
      }
      for (const call of calls) {
        const now = standingOf(call)
        if (now) standing.set(call.callid, now)
        else ended.set(call.callid, { isAbandoned: call.end === 'abandoned', at: endOf(call) })
      }
      for (const [callid, before] of shown) {
        if (standing.has(callid)) continue
        // A call that is told nowhere was cut off, or became part of another.
        const { isAbandoned, at } = ended.get(callid) ?? { isAbandoned: false, at: clock }
        const state = isAbandoned ? 'abandoned' : 'ended'
        standing.set(callid, { ...before, state, at: Math.max(at ?? clock, before.at) })
      }
    },
    all: (): [string, LineStanding][] => [...standing],
    show: (callid: string, told: LineStanding): void => {
      if (isOnTheLine(told)) shown.set(callid, told)
      else {
        shown.delete(callid)
        standing.delete(callid)
      }
    },
  }
}

export const isOnTheLine = ({ state }: LineStanding): boolean =>
  state === 'waiting' || state === 'answered'

function standingOf(call: QueueCall): LineStanding | null {
  const { state, waiting, legs, queue, caller } = call
  // A colleague who asks for advice is no customer who waits, and nobody waits in a call out.
  if (state !== 'open' || call.calledByRep !== null || call.outbound !== null) return null
  if (waiting) return { state: 'waiting', at: waiting.since, queue: waiting.queue ?? queue, caller }
  const leg = legs.findLast(({ isOpen }) => isOpen)
  if (leg?.answeredAt == null) return null
  return { state: 'answered', at: leg.answeredAt, queue: leg.queue ?? queue, caller }
}

type End = { isAbandoned: boolean; at: number | null }

const endOf = ({ endedAt, lastAt }: QueueCall): number => endedAt ?? lastAt
const secondOf = (instant: string | null | undefined): number | null =>
  instant == null ? null : Math.floor(Date.parse(instant) / 1000)
