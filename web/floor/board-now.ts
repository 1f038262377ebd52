import {
  sourceAwaitedMilliseconds,
  sourceMillisecondsLimit,
} from '../../shared/floor/count-floor.ts'
import { type Floor, type QueueDay, type QueueNow } from '../../shared/floor/floor.ts'
import { type Watching } from '../../shared/floor/watching.ts'

/** A queue as the board shows it: as it is now, and what became of today's calls. */
export type QueueShown = { name: string; live: QueueNow; day: QueueDay | null }

const nobody: QueueNow = { waiting: 0, waitingSince: null, helped: 0 }

/** What the board shows, and the instant it holds for. */
export type BoardNow = {
  /** The server's clock in epoch milliseconds; where the floor is not live, when it last was heard. */
  now: number
  isLive: boolean
  floor: Floor
  queues: readonly QueueShown[]
}

/**
 * The floor as it is to be shown at an instant; null before the first one has come. Only a live
 * floor's clock goes on: what was, stays as it was.
 *
 * @param at epoch milliseconds, by the browser's clock
 */
export function boardNow({ held, phase }: Watching, at: number): BoardNow | null {
  if (!held) return null
  const { floor, heardAt, aheadMilliseconds } = held
  const isLive = phase === 'live'
  const now = (isLive ? at : heardAt) + aheadMilliseconds
  return { now, isLive, floor, queues: queuesOf(floor) }
}

/** Every queue with somebody in it or with a call today, by name. */
function queuesOf({ queues, days }: Floor): QueueShown[] {
  const names = [...new Set([...Object.keys(queues), ...Object.keys(days)])]
  return names
    .sort((a, b) => a.localeCompare(b, 'en'))
    .map((name) => ({ name, live: partOf(queues, name) ?? nobody, day: partOf(days, name) }))
}

/** A phone system may call a queue anything, also what every object has by inheritance. */
const partOf = <P>(parts: Readonly<Record<string, P>>, name: string): P | null =>
  Object.hasOwn(parts, name) ? (parts[name] ?? null) : null

/** All queues together. */
export function allQueues(queues: readonly QueueShown[]): QueueNow {
  const since = queues.flatMap(({ live }) => live.waitingSince ?? [])
  return {
    waiting: sum(queues.map(({ live }) => live.waiting)),
    waitingSince: since.length === 0 ? null : Math.min(...since),
    helped: sum(queues.map(({ live }) => live.helped)),
  }
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

/** Seconds that the first in the queue has waited; null where nobody waits. */
export const longestWaitSeconds = ({ waitingSince }: QueueNow, now: number): number | null =>
  waitingSince === null ? null : Math.max(0, Math.floor((now - waitingSince) / 1_000))

/** Sources that are waited for and have not been heard of for too long, with how long. */
export const silentSources = (
  { sources }: Floor,
  now: number,
): { source: string; seconds: number }[] =>
  Object.entries(sources)
    .map(([source, at]) => ({ source, milliseconds: now - at }))
    .filter(
      ({ milliseconds }) =>
        milliseconds > sourceMillisecondsLimit && milliseconds <= sourceAwaitedMilliseconds,
    )
    .map(({ source, milliseconds }) => ({ source, seconds: Math.floor(milliseconds / 1_000) }))

/** Whether no phone system has told anything for months, or ever: then the board has nothing to show. */
export const isUntold = ({ floor, queues }: BoardNow): boolean =>
  queues.length === 0 && Object.keys(floor.sources).length === 0
