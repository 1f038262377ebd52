import { type Announcements } from '../announcements.ts'
import { type Database } from '../database/connect.ts'
import { buildReference, describePlaces } from './build-reference.ts'
import { alone, findPlaces, findProgress, findVersion, type Progress } from './reference-store.ts'

/** How often it looks whether something is to be done. One look is one small query. */
const lookMilliseconds = 1_000
/** A version is due when the records have moved on by a week, or grown by this share. */
const dueAfterMilliseconds = 7 * 86_400_000
const dueAfterGrowth = 0.1
/** While records keep coming in, a version waits for a pause, but not for ever. */
const pauseMilliseconds = 3_000
const patienceMilliseconds = 30_000

type Place = { cellId: number; repId: number }
type Waiting = { places: Map<string, Place>; since: number; lastAt: number; isForced: boolean }

/**
 * Keeps the reference of every organization: describes new kinds of calls at once, and builds a
 * new version when one is due. Errors are logged and the next look tries again.
 */
export function keepReference(needs: {
  database: Database
  announcements: Announcements
  clock: () => number
  log: (error: unknown) => void
}) {
  const { database, clock } = needs
  const waiting = new Map<number, Waiting>()
  const note = (organizationId: number, places: readonly Place[], isForced: boolean): void => {
    const now = clock()
    const entry = waiting.get(organizationId) ?? {
      places: new Map<string, Place>(),
      since: now,
      lastAt: now,
      isForced: false,
    }
    for (const place of places) entry.places.set(`${place.cellId} ${place.repId}`, place)
    waiting.set(organizationId, { ...entry, lastAt: now, isForced: entry.isForced || isForced })
  }
  needs.announcements.listen((heard) => {
    const places = heard.kind === 'calls_were_ingested' ? heard.places : []
    note(heard.organizationId, places, heard.kind === 'alias_was_matched')
  })

  const visited = new Set<number>()
  const look = async (progress: Progress, isNow: boolean): Promise<void> => {
    const { organizationId } = progress
    if (!visited.has(organizationId)) {
      // What a process before this one stored and did not live to describe.
      visited.add(organizationId)
      note(organizationId, await findPlaces(database.reading, organizationId), false)
    }
    const entry = waiting.get(organizationId)
    const places = [...(entry?.places.values() ?? [])]
    const isPause = !entry || clock() - entry.lastAt >= pauseMilliseconds
    const isEnough = entry !== undefined && clock() - entry.since >= patienceMilliseconds
    const isDue = await isVersionDue(database, progress, entry?.isForced ?? false)
    const isTime = isNow || isPause || isEnough
    const wasAlone = await alone(database, organizationId, async (transaction) => {
      if (isDue && isTime) await buildReference(transaction, progress, clock())
      else if (places.length > 0) await describePlaces(transaction, organizationId, places)
    })
    if (!wasAlone || !entry) return
    const isNewer = waiting.get(organizationId)?.lastAt !== entry.lastAt
    if (isTime && !isNewer) waiting.delete(organizationId)
    else for (const key of entry.places.keys()) entry.places.delete(key)
  }

  const lookAtAll = async (isNow: boolean): Promise<void> => {
    for (const progress of await findProgress(database.reading)) await look(progress, isNow)
  }
  return {
    /** Does at once what is to be done, without waiting for a pause. */
    lookAtAll: () => lookAtAll(true),
    ...repeat(() => lookAtAll(false), needs.log),
  }
}

async function isVersionDue(
  database: Database,
  progress: Progress,
  isForced: boolean,
): Promise<boolean> {
  const { organizationId, watermark, calls } = progress
  if (watermark === null) return false
  const version = await findVersion(database.reading, organizationId)
  if (!version || isForced) return true
  const until = watermark.getTime() - progress.windowSeconds * 1000
  const hasMovedOn = until - version.untilAt.getTime() >= dueAfterMilliseconds
  return hasMovedOn || calls > version.callsSeen * (1 + dueAfterGrowth)
}

/** Runs work again and again with a rest between, until it is stopped. */
function repeat(work: () => Promise<void>, log: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null
  let isStopped = false
  const go = (): void => {
    running = work()
      .catch(log)
      .then(() => {
        if (!isStopped) timer = setTimeout(go, lookMilliseconds)
      })
  }
  return {
    start: go,
    stop: async (): Promise<void> => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
