import { resolve } from 'node:path'
import { openAnnouncements } from '../announcements.ts'
import { customerHasher } from '../calls/customer-key.ts'
import { openHashers } from '../calls/hashers.ts'
import { prepareBatch } from '../calls/ingest-calls.ts'
import { noteAlone, openIngestLanes } from '../calls/ingest-lane.ts'
import { openHearing } from '../floor/open-hearing.ts'
import { isDatabaseGone } from '../http/problems.ts'
import { asteriskQueueLog } from '../intake/adapters/asterisk-queue-log.ts'
import { isCountry } from '../intake/caller-number.ts'
import { type FollowedBatch, followFile } from '../intake/follow/follow-file.ts'
import { type FollowState } from '../intake/follow/follow-state.ts'
import { logFilesAt } from '../intake/follow/log-files.ts'
import { findFollowed } from '../intake/follow/followed-file-store.ts'
import { FollowedElsewhere, noteFollowed } from '../intake/follow/note-followed.ts'
import { sealed, unsealed } from '../intake/follow/sealed.ts'
import { type LogFloor, openLogFloor } from '../intake/presence/log-floor.ts'
import { type SavedReps } from '../intake/presence/log-reps.ts'
import { type Standing } from '../stand-on.ts'
import { BadOrder } from './refuse.ts'
import { openLogTelling } from './tell-log.ts'

export type FollowOrder = {
  file: string
  source: string
  organizationId: number
  /** ISO 3166 country of numbers without a country code; null: such stay as written. */
  country: string | null
  /** What the site names by itself (docs/intake/asterisk.md). */
  names: Readonly<Record<string, string>>
}

type Needs = { clock: () => number; log: (sentence: string) => void; signal: AbortSignal }

/** What seals the place in a log, so that no other seal of ours fits in its place. */
const purpose = 'followed file'

/** wellspent follow: reads a queue_log while it is written, until the signal stops it. */
export async function followLog(
  standing: Standing,
  order: FollowOrder,
  { clock, log, signal }: Needs,
): Promise<void> {
  const { source, country, names } = order
  const path = resolve(order.file)
  if (country !== null && !isCountry(country)) {
    throw new BadOrder(`--country takes a country's two letters, as DE, and not "${country}".`)
  }
  const floor = openLogFloor({ source, country, names, timeZone: null })
  const kept = keeping(standing, order, { path, clock, floor })
  const begun = await kept.load()
  if (!begun) {
    await refuseOthers(path)
    if (kept.isSealedOtherwise()) log(anewSentence)
  }
  log(`Following ${path} as ${source}${begun ? ', from where it was left' : ''}.`)
  try {
    await followFile({
      ...{ path, clock, log, signal },
      settings: { source, country, names, timeZone: null },
      load: kept.load,
      store: kept.store,
      rest: telling(standing, order, { floor, path, clock, log }),
      // The embedded database has another address when it is started again.
      mayRetry: (error) => standing.kind === 'server' && isDatabaseGone(error),
    })
  } catch (error) {
    if (error instanceof FollowedElsewhere) throw new BadOrder(error.message)
    throw isDatabaseGone(error) ? new BadOrder(goneSentence) : error
  }
  log(`Stopped; ${source} goes on from here the next time.`)
}

/** What is stored of a log: where it is read on, and what it has said of reps beside their calls. */
type Stored = FollowState & { reps?: SavedReps }

/** The state as it was stored by us, with our own secret: nobody else can have made it. */
const stateOf = (text: string | null) => (text === null ? null : (JSON.parse(text) as Stored))

const goneSentence =
  'The database was stopped. Follow the log again once it runs; it goes on from where it was.'

const anewSentence =
  'What was known of this log was sealed with another secret, so it is read from its beginning.'

async function refuseOthers(path: string): Promise<void> {
  const log = await logFilesAt(path)
    .current()
    .catch(() => null)
  if (!log) {
    throw new BadOrder(`${path} is no file that can be read; check the path and who may read it.`)
  }
  const head = new TextDecoder().decode(log.head)
  if (head.trim() === '' || asteriskQueueLog.recognizes(head)) return
  throw new BadOrder(
    `${path} is no queue_log of Asterisk: its first line is not one of such a log.`,
  )
}

/** The floor is told in the database that is shared with the server, so it takes no key. */
function telling(
  { database, secret }: Standing,
  { source, organizationId }: FollowOrder,
  given: { floor: LogFloor; path: string; clock: () => number; log: (sentence: string) => void },
) {
  const { path, clock } = given
  const hash = customerHasher(secret, organizationId)
  const hear = openHearing({
    ...{ database, clock },
    hashCustomer: (_organizationId, customer) => hash(customer)?.hex ?? null,
  })
  return openLogTelling({ ...given, hear, files: logFilesAt(path), source, organizationId })
}

/** Records, the place in the log and the watermark are stored together or not at all. */
function keeping(
  { database, secret }: Standing,
  { source, organizationId }: FollowOrder,
  { path, clock, floor }: { path: string; clock: () => number; floor: LogFloor },
) {
  const ingest = openIngestLanes(database, openAnnouncements(), clock)
  const hashers = openHashers(secret)(organizationId)
  let revision = 0
  let isSealedOtherwise = false
  return {
    isSealedOtherwise: () => isSealedOtherwise,
    load: async (): Promise<FollowState | null> => {
      const found = await findFollowed(database, organizationId, source)
      const state = found ? stateOf(unsealed(found.state, secret, purpose)) : null
      revision = found?.revision ?? 0
      isSealedOtherwise = found !== null && state === null
      if (state) floor.begin(state.book, state.reps ?? [])
      return state
    },
    store: async (batch: FollowedBatch): Promise<void> => {
      const sent = batch.lines.flatMap(({ outcome }, index) =>
        outcome.kind === 'record' ? [{ index, checked: outcome.record }] : [],
      )
      const prepared = await prepareBatch(sent, hashers, clock())
      floor.hear(batch.states)
      const stored: Stored = { ...batch.state, reps: floor.savedReps() }
      const state = sealed(JSON.stringify(stored), secret, purpose)
      const given = { batch, file: { state, revision }, source, path, now: clock() }
      const note = noteAlone((transaction, reply) =>
        noteFollowed(transaction, organizationId, given, reply),
      )
      await ingest(organizationId, prepared, note)
      revision += 1
      floor.take({ ...batch, book: batch.state.book })
    },
  }
}
