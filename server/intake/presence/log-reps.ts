import { type SavedBook } from '../adapters/asterisk-queue-log/call-book.ts'
import { type QueueLeg } from '../adapters/asterisk-queue-log/queue-call.ts'
import { type QueueEvent } from '../adapters/asterisk-queue-log/queue-event.ts'
import { type SaidOfRep } from './presence-words.ts'

/** Reps a log tells of; beyond it whoever was first heard of is forgotten. */
const repsLimit = 10_000

/** What a rep does, as a log tells it; `at` in its whole seconds. */
export type RepDoing = Pick<SaidOfRep, 'state'> & {
  at: number
  reason: string | null
  queue: string | null
  call: string | null
}

type Leg = { call: string; leg: QueueLeg; answeredAt: number }
type Standing = { state: SaidOfRep['state']; reason: string | null; at: number }
/** What reps were said to be beside calls, and the queues they were added to. Plain JSON. */
export type SavedReps = { name: string; standing: Standing | null; queues: string[] }[]
type Rep = {
  /** The call they answered last. */
  last: Leg | null
  freeSince: number
  /** What they were said to be beside calls. */
  standing: Standing | null
  /** Queues they were added to. */
  queues: Set<string>
}

/**
 * What reps do by a queue_log: in a call from its CONNECT to its end, and beside calls what pauses,
 * log-ins and members that come and go say. A phone that rings is not in the log.
 *
 * @param wrapReason the reason of a pause that is after-call work; null: none is
 */
export function openLogReps(wrapReason: string | null) {
  const reps = new Map<string, Rep>()
  const repOf = (name: string): Rep => {
    const rep = reps.get(name) ?? { last: null, freeSince: 0, standing: null, queues: new Set() }
    reps.set(name, rep)
    const [first] = reps.keys()
    if (reps.size > repsLimit && first !== undefined) reps.delete(first)
    return rep
  }
  return {
    /** Goes on with what was known of reps before. */
    begin: (saved: SavedReps): void => {
      for (const { name, standing, queues } of saved) {
        Object.assign(repOf(name), { standing, queues: new Set(queues) })
      }
    },
    saved: (): SavedReps =>
      [...reps].flatMap(([name, { standing, queues }]) =>
        standing || queues.size > 0 ? [{ name, standing, queues: [...queues] }] : [],
      ),
    hear: (event: QueueEvent): void => {
      if (event.member === null) return
      const rep = repOf(event.member)
      const standing = standingAfter(rep.queues, event, wrapReason)
      if (standing) rep.standing = standing
    },
    /** Takes what the log's calls have come to. */
    see: ({ calls, clock }: SavedBook): void => {
      const there = new Set(calls.map(({ callid }) => callid))
      for (const { callid, legs, lastAt } of calls) {
        for (const leg of legs) seeLeg(repOf(leg.rep), { call: callid, leg }, lastAt)
      }
      for (const rep of reps.values()) {
        if (!rep.last?.leg.isOpen || there.has(rep.last.call)) continue
        rep.last = { ...rep.last, leg: { ...rep.last.leg, isOpen: false } }
        rep.freeSince = clock
      }
    },
    doing: (): [string, RepDoing][] =>
      [...reps].flatMap(([name, rep]) => {
        const doing = doingOf(rep)
        return doing ? [[name, doing]] : []
      }),
  }
}

function seeLeg(rep: Rep, { call, leg }: { call: string; leg: QueueLeg }, lastAt: number): void {
  const { answeredAt, isOpen, endedAt } = leg
  // A leg whose end was never written is not what they do once they have answered another call.
  if (answeredAt === null || (rep.last && answeredAt < rep.last.answeredAt)) return
  rep.last = { call, leg, answeredAt }
  if (!isOpen) rep.freeSince = endedAt ?? lastAt
}

function doingOf({ last, freeSince, standing }: Rep): RepDoing | null {
  const none = { reason: null, queue: null, call: null }
  if (last?.leg.isOpen) {
    // Of whoever took a customer over from a consultation the log often tells nothing more.
    const isOvertaken = last.leg.handedOverAt !== null && standing && standing.at > last.answeredAt
    const { queue } = last.leg
    const talking = {
      ...none,
      state: 'talking',
      at: last.answeredAt,
      queue,
      call: last.call,
    } as const
    return isOvertaken ? { ...none, ...standing } : talking
  }
  if (standing) return { ...none, ...standing, at: Math.max(standing.at, freeSince) }
  return last ? { ...none, state: 'available', at: freeSince } : null
}

function standingAfter(
  queues: Set<string>,
  { name, queue, data, at }: QueueEvent,
  wrapReason: string | null,
): Standing | null {
  const reason = data[0]?.trim() ?? ''
  switch (name) {
    case 'PAUSE':
    case 'PAUSEALL':
      if (reason !== '' && reason === wrapReason) return { state: 'wrapping_up', reason: null, at }
      return { state: 'away', reason: reason === '' ? null : reason, at }
    case 'UNPAUSE':
    case 'UNPAUSEALL':
    case 'AGENTLOGIN':
    case 'AGENTCALLBACKLOGIN':
      return { state: 'available', reason: null, at }
    case 'ADDMEMBER':
      if (queue !== null) queues.add(queue)
      return { state: reason === 'PAUSED' ? 'away' : 'available', reason: null, at }
    case 'REMOVEMEMBER':
      if (queue !== null) queues.delete(queue)
      return queues.size > 0 ? null : { state: 'signed_out', reason: null, at }
    case 'AGENTLOGOFF':
    case 'AGENTCALLBACKLOGOFF':
      return { state: 'signed_out', reason: null, at }
    default:
      return null
  }
}
