import { randomUUID } from 'node:crypto'
import {
  batchMilliseconds,
  beatMilliseconds,
  type FloorMessage,
} from '../../shared/floor/floor-message.ts'
import { type DayWord } from '../../shared/floor/floor.ts'
import { shownRecognition } from '../../shared/floor/shown-recognition.ts'
import { type Database } from '../database/connect.ts'
import { beginningOfDay } from './board-day.ts'
import { findDays, findMood } from './day-store.ts'
import { openFloor, type OrganizationFloor, type Slow } from './organization-floor.ts'
import { floorChannel, readChanges, readNews } from './presence-store.ts'
import { findShown } from './recognition-store.ts'
import { firstTurn, openTurns, type Turn } from './take-turns.ts'

/** How old the numbers of the day may be, and what else nobody has told of. */
const slowMilliseconds = 10_000
/** A floor that nobody watches is let go after this. */
const unwatchedMilliseconds = 60_000

type Kept = Turn & {
  floor: OrganizationFloor
  slow: Slow
  slowAt: number
  /** Hear each message; there is one for each connection of this process. */
  watchers: Set<(message: FloorMessage) => void>
  unwatchedSince: number
}

/** The word of the day that begins at an instant, as every server finds it. */
export type FindWord = (organizationId: number, since: number) => Promise<DayWord | null>

type Needs = {
  database: Database
  findWord: FindWord
  clock: () => number
  log: (error: unknown) => void
}

/**
 * Keeps the floors that are watched through this process. What has happened stands in the database,
 * which tells every server that something has; each reads what is new to it and tells its watchers,
 * at most four times a second. Whatever was missed is read at the next beat: beats are sent only
 * after the database has answered, so that a floor cut off from it goes quiet.
 */
export function keepFloors({ database, findWord, clock, log }: Needs) {
  const floors = new Map<number, Kept>()
  let beat: NodeJS.Timeout | undefined
  const { moveOnce, plan, stop } = openTurns(openMover({ database, findWord, clock }), {
    ...{ clock, log },
  })

  const keep = (organizationId: number): Kept => {
    const kept = floors.get(organizationId) ?? newlyKept(clock())
    floors.set(organizationId, kept)
    return kept
  }

  const hear = (text: string): void => {
    const { organizationId, changed } = readNews(text)
    const kept = floors.get(organizationId)
    if (!kept) return
    if (changed === 'board') kept.slowAt = -Infinity
    plan(organizationId, kept)
  }

  const beatAll = (): void => {
    for (const [organizationId, kept] of floors) {
      if (kept.watchers.size > 0) kept.unwatchedSince = clock()
      if (clock() - kept.unwatchedSince > unwatchedMilliseconds) floors.delete(organizationId)
      else plan(organizationId, kept)
    }
  }

  return {
    start: async (): Promise<void> => {
      beat = setInterval(beatAll, beatMilliseconds)
      await database.listen(floorChannel, hear, beatAll)
    },
    stop: (): void => {
      stop()
      clearInterval(beat)
      for (const { timer } of floors.values()) clearTimeout(timer)
      floors.clear()
    },
    /** The floor as it is; read anew unless it was a moment ago. */
    snapshot: async (organizationId: number): Promise<FloorMessage> => {
      const kept = keep(organizationId)
      if (clock() - kept.movedAt > batchMilliseconds) await moveOnce(organizationId, kept)
      return kept.floor.snapshot(clock())
    },
    /** Tells of every change from now on. @returns a function that ends it */
    watch: (organizationId: number, tell: (message: FloorMessage) => void): (() => void) => {
      const kept = keep(organizationId)
      kept.watchers.add(tell)
      return () => {
        kept.watchers.delete(tell)
        kept.unwatchedSince = clock()
      }
    },
  }
}

export type Floors = ReturnType<typeof keepFloors>

/** Reads what is new to a floor and tells its watchers. */
function openMover({ database, findWord, clock }: Omit<Needs, 'log'>) {
  const readSlow = async (organizationId: number, now: number): Promise<Slow> => {
    const since = beginningOfDay(now)
    const [days, mood, shown, word] = await Promise.all([
      findDays(database.reading, organizationId, { since, now }),
      findMood(database.reading, organizationId, since),
      findShown(database.reading, organizationId, since),
      findWord(organizationId, since),
    ])
    const recognitions = shown.map(({ id, ...call }) => shownRecognition(id, call))
    return { days, mood, recognitions, word }
  }
  return async (organizationId: number, kept: Kept): Promise<FloorMessage> => {
    const now = clock()
    if (now - kept.slowAt >= slowMilliseconds) {
      // Before it is read: what changes meanwhile is read the next time.
      kept.slowAt = now
      kept.slow = await readSlow(organizationId, now).catch((error: unknown) => {
        kept.slowAt = -Infinity
        throw error
      })
    }
    const changes = await readChanges(database.reading, organizationId, kept.floor.upTo())
    const message = kept.floor.move(changes, kept.slow, clock())
    for (const tell of kept.watchers) tell(message)
    return message
  }
}

const newlyKept = (now: number): Kept => ({
  floor: openFloor(randomUUID()),
  slow: { days: {}, mood: null, recognitions: [], word: null },
  slowAt: -Infinity,
  watchers: new Set(),
  unwatchedSince: now,
  ...firstTurn,
})
