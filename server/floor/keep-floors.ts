import { randomUUID } from 'node:crypto'
import {
  batchMilliseconds,
  beatMilliseconds,
  type FloorMessage,
} from '../../shared/floor/floor-message.ts'
import { type Floor } from '../../shared/floor/floor.ts'
import { clamp } from '../../shared/measure/clamp.ts'
import { type Database } from '../database/connect.ts'
import { findDays, findMood } from './day-store.ts'
import { openFloor, type OrganizationFloor } from './organization-floor.ts'
import { floorChannel, readChanges } from './presence-store.ts'

/** How old the numbers of the day and the mood may be. */
const slowMilliseconds = 10_000
/** Where the database does not answer, it is asked again after this. */
const failedMilliseconds = 1_000
/** A floor that nobody watches is let go after this. */
const unwatchedMilliseconds = 60_000

type Slow = Pick<Floor, 'days' | 'mood' | 'recognitions'>

type Kept = {
  floor: OrganizationFloor
  slow: Slow
  slowAt: number
  /** Hear each message; there is one for each connection of this process. */
  watchers: Set<(message: FloorMessage) => void>
  unwatchedSince: number
  movedAt: number
  timer: NodeJS.Timeout | undefined
  moving: Promise<FloorMessage> | null
  isDue: boolean
}

type Needs = { database: Database; clock: () => number; log: (error: unknown) => void }

/**
 * Keeps the floors that are watched through this process. What has happened stands in the database,
 * which tells every server that something has; each reads what is new to it and tells its watchers,
 * at most four times a second. Whatever was missed is read at the next beat: beats are sent only
 * after the database has answered, so that a floor cut off from it goes quiet.
 */
export function keepFloors({ database, clock, log }: Needs) {
  const floors = new Map<number, Kept>()
  let beat: NodeJS.Timeout | undefined
  let isStopped = false

  const move = openMover(database, clock)

  /** One move at a time for each floor; who asks meanwhile gets the one under way. */
  const moveOnce = (organizationId: number, kept: Kept): Promise<FloorMessage> => {
    kept.moving ??= move(organizationId, kept).finally(() => {
      kept.moving = null
      if (kept.isDue) plan(organizationId, kept)
    })
    return kept.moving
  }

  const plan = (organizationId: number, kept: Kept): void => {
    kept.isDue = true
    if (kept.timer !== undefined || kept.moving) return
    // However the clock was set meanwhile, nobody waits for longer.
    const wait = clamp(kept.movedAt + batchMilliseconds - clock(), 0, batchMilliseconds)
    moveIn(wait, organizationId, kept)
  }

  const moveIn = (milliseconds: number, organizationId: number, kept: Kept): void => {
    kept.timer = setTimeout(() => {
      kept.timer = undefined
      moveOnce(organizationId, kept).catch((error: unknown) => {
        log(error)
        if (!kept.timer && !isStopped) moveIn(failedMilliseconds, organizationId, kept)
      })
    }, milliseconds)
  }

  const keep = (organizationId: number): Kept => {
    const kept = floors.get(organizationId) ?? newlyKept(clock())
    floors.set(organizationId, kept)
    return kept
  }

  const hear = (text: string): void => {
    const kept = floors.get(Number(text))
    if (kept) plan(Number(text), kept)
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
      isStopped = true
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
function openMover(database: Database, clock: () => number) {
  const readSlow = async (organizationId: number, now: number): Promise<Slow> => {
    const since = new Date(now).setHours(0, 0, 0, 0)
    const [days, mood] = await Promise.all([
      findDays(database.reading, organizationId, { since, now }),
      findMood(database.reading, organizationId, since),
    ])
    return { days, mood, recognitions: [] }
  }
  return async (organizationId: number, kept: Kept): Promise<FloorMessage> => {
    const now = clock()
    kept.isDue = false
    if (now - kept.slowAt >= slowMilliseconds) {
      kept.slow = await readSlow(organizationId, now)
      kept.slowAt = now
    }
    const changes = await readChanges(database.reading, organizationId, kept.floor.upTo())
    const message = kept.floor.move(changes, kept.slow, clock())
    kept.movedAt = clock()
    for (const tell of kept.watchers) tell(message)
    return message
  }
}

const newlyKept = (now: number): Kept => ({
  floor: openFloor(randomUUID()),
  slow: { days: {}, mood: null, recognitions: [] },
  slowAt: -Infinity,
  watchers: new Set(),
  unwatchedSince: now,
  movedAt: -Infinity,
  timer: undefined,
  moving: null,
  isDue: false,
})
