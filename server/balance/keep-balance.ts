import { type Announcements } from '../announcements.ts'
import { type Database } from '../database/connect.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { findProgress } from './reference-store.ts'

/** How often it looks whether something is to be done. One look is a few small queries. */
const lookMilliseconds = 250
/** Records that come in are looked at before that, but not more often than this. */
const hurryMilliseconds = 50
/** While records keep coming in, work waits for a pause, but no longer than this. */
const pauseMilliseconds = 1_000
const patienceMilliseconds = 2_000
/** What waits for a pause is done all the same in a center that never pauses. */
const loudPatienceMilliseconds = 30_000
/** Work takes at most this share of the time while records keep coming in. */
const workShare = 0.1

type Heard = { since: number; lastAt: number }

/**
 * Keeps the sums, the reference and the standings of every organization up to date. Errors are
 * logged and the next look tries again; nothing is lost, because changed days stay noted.
 */
export function keepBalance(needs: {
  database: Database
  announcements: Announcements
  clock: () => number
  log: (error: unknown) => void
  /** Work of other parts that has to be done before sums can be trusted. */
  before: () => Promise<void>
}) {
  const { database, clock } = needs
  const heard = new Map<number, Heard>()
  const restUntil = new Map<number, number>()
  const quietAt = new Map<number, number>()
  const worked = new Map<number, number>()
  needs.announcements.listen(({ organizationId }) => {
    hear(organizationId, clock())
    hurry()
  })

  let isStopped = false
  const isTimeFor = (organizationId: number): boolean => {
    const now = clock()
    const news = heard.get(organizationId)
    if (!news || isPause(organizationId)) return true
    if (now < (restUntil.get(organizationId) ?? 0)) return false
    // What comes by itself need not wait to see whether more is coming.
    const isAlone = news.since === news.lastAt
    return isAlone || now - news.since >= patienceMilliseconds
  }

  const isPause = (organizationId: number): boolean => {
    const news = heard.get(organizationId)
    return !news || clock() - news.lastAt >= pauseMilliseconds
  }

  const hear = (organizationId: number, at: number): void => {
    const held = heard.get(organizationId)
    if (at > (held?.lastAt ?? worked.get(organizationId) ?? 0)) {
      heard.set(organizationId, { since: held?.since ?? at, lastAt: at })
    }
  }

  const look = async (organizationId: number, isNow: boolean): Promise<void> => {
    if (!isNow && !isTimeFor(organizationId)) return
    const news = heard.get(organizationId)
    const startedAt = clock()
    const lastQuietAt = quietAt.get(organizationId) ?? startedAt
    const isLoudForLong = startedAt - lastQuietAt >= loudPatienceMilliseconds
    const isQuiet = (): boolean => isNow || isPause(organizationId) || isLoudForLong
    quietAt.set(organizationId, isQuiet() ? startedAt : lastQuietAt)
    await bringUpToDate(database, organizationId, { clock, isQuiet, isStopped: () => isStopped })
    worked.set(organizationId, startedAt)
    if (heard.get(organizationId)?.lastAt === news?.lastAt) heard.delete(organizationId)
    else if (news) heard.set(organizationId, { since: clock(), lastAt: news.lastAt })
    restUntil.set(organizationId, clock() + (clock() - startedAt) / workShare)
  }

  const { hurry, ...round } = repeat(() => lookAtAll(false), {
    log: needs.log,
    onStop: () => {
      isStopped = true
    },
  })

  const lookAtAll = async (isNow: boolean): Promise<void> => {
    await needs.before()
    for (const { organizationId, lastReceivedAt } of await findProgress(database.reading)) {
      if (lastReceivedAt !== null) hear(organizationId, lastReceivedAt.getTime())
      await look(organizationId, isNow)
    }
  }
  return {
    /** Does at once what is to be done, without waiting for a pause. */
    lookAtAll: () => lookAtAll(true),
    ...round,
  }
}

/** Runs work again and again with a rest between, which can be cut short, until it is stopped. */
function repeat(
  work: () => Promise<void>,
  { log, onStop }: { log: (error: unknown) => void; onStop: () => void },
) {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null
  let isStopped = false
  let isHurried = false
  const rest = (): void => {
    clearTimeout(timer)
    timer = setTimeout(go, isHurried ? hurryMilliseconds : lookMilliseconds)
  }
  const go = (): void => {
    timer = undefined
    isHurried = false
    running = work()
      .catch(log)
      .then(() => {
        if (!isStopped) rest()
      })
  }
  return {
    start: go,
    hurry: (): void => {
      if (isHurried || isStopped) return
      isHurried = true
      if (timer !== undefined) rest()
    },
    stop: async (): Promise<void> => {
      isStopped = true
      onStop()
      clearTimeout(timer)
      await running
    },
  }
}
