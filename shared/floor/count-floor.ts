import { type Floor, nobodyThere, type PeopleNow, type QueueNow } from './floor.ts'
import { type LinePresence, type RepPresence } from './presence.ts'
import { helpingStates } from './words.ts'

/** A source that has said nothing for this long is not there: what it said is not the floor now. */
export const sourceMillisecondsLimit = 4 * 60_000
/** A source that has said nothing for a day is not waited for: it is not said to be missing. */
export const sourceAwaitedMilliseconds = 86_400_000
/** Nobody is in one state for longer; the event that ended it was lost. */
export const repMillisecondsLimit = 12 * 3_600_000
/** Nobody waits for longer; the event that ended it was lost. */
export const lineMillisecondsLimit = 2 * 3_600_000

/** The last word on every rep and every call on the line, and when each source was heard of. */
export type Presence = {
  reps: Iterable<RepPresence>
  lines: Iterable<LinePresence>
  sources: ReadonlyMap<string, number>
}

type Counted = Pick<Floor, 'queues' | 'people'>

/**
 * Adds presence up to what the board shows of now: counts by queue and by state, never a name.
 * What a source said that is not heard of any more is not counted: nobody knows whether it holds.
 *
 * @param now the server's clock, in epoch milliseconds
 */
export function countFloor({ reps, lines, sources }: Presence, now: number): Counted {
  const isThere = (source: string): boolean =>
    now - (sources.get(source) ?? -Infinity) <= sourceMillisecondsLimit
  const queues = new Map<string, QueueNow>()
  const at = (queue: string): QueueNow => {
    const counted = queues.get(queue) ?? { waiting: 0, waitingSince: null, helped: 0 }
    queues.set(queue, counted)
    return counted
  }
  for (const line of lines) {
    const isLost = now - line.at > lineMillisecondsLimit
    if (line.state !== 'waiting' || isLost || !isThere(line.source)) continue
    const counted = at(line.queue)
    counted.waiting += 1
    counted.waitingSince = Math.min(counted.waitingSince ?? line.at, line.at)
  }
  const people = { ...nobodyThere }
  for (const rep of reps) {
    if (rep.state === 'signed_out') continue
    const isHeardOf = isThere(rep.source) && now - rep.at <= repMillisecondsLimit
    people[isHeardOf ? countOf[rep.state] : 'notHeardOf'] += 1
    if (isHeardOf && rep.queue !== null && helpingStates.includes(rep.state)) {
      at(rep.queue).helped += 1
    }
  }
  return { queues: inOrder(queues), people }
}

const countOf: Record<Exclude<RepPresence['state'], 'signed_out'>, keyof PeopleNow> = {
  available: 'available',
  ringing: 'ringing',
  talking: 'onCall',
  holding: 'onHold',
  wrapping_up: 'inWrapUp',
  away: 'away',
}

const inOrder = <P>(parts: ReadonlyMap<string, P>): Record<string, P> =>
  Object.fromEntries([...parts].sort(([a], [b]) => (a < b ? -1 : 1)))
