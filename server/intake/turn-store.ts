import { type Database } from '../database/connect.ts'
import { type Reading } from './reading.ts'
import { type Counts, silentSecondsLimit } from './run-store.ts'

/** A run whose turn it is, and how far it has come already. */
export type Turn = {
  organizationId: number
  id: number
  name: string
  startedAt: Date
  isDryRun: boolean
  reading: Reading
  uploadId: number
  /** Its file in the spool folder. */
  file: string
  counts: Counts
}

/** Held while a turn is given: two processes must not give one at once. */
const turnLock = 0x77_65_6c_6c

const silentSince = (now: number): Date => new Date(now - silentSecondsLimit * 1000)

/**
 * Gives the next run its turn: the one that waits longest of an organization none of whose files is
 * being read.
 *
 * @param runner whose it is from now on
 */
export function takeTurn(database: Database, runner: string, now: number): Promise<Turn | null> {
  return database.writing.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(${turnLock})`
    const [turn] = await transaction<Turn[]>`
      update import_run r set state = 'running', runner = ${runner}, heard_at = ${new Date(now)}
      from upload u
      where (r.organization_id, r.id) = (
          select w.organization_id, w.id from import_run w
          where w.state = 'waiting' and w.upload_id is not null and not exists (
            select from import_run other
            where other.organization_id = w.organization_id and other.way = 'file'
              and other.state = 'running' and other.heard_at > ${silentSince(now)})
          order by w.id limit 1)
        and u.organization_id = r.organization_id and u.id = r.upload_id
      returning r.organization_id as "organizationId", r.id, r.name, r.started_at as "startedAt",
        r.is_dry_run as "isDryRun", r.reading, u.id as "uploadId", u.file, jsonb_build_object(
          'read', r.read, 'accepted', r.accepted, 'unchanged', r.unchanged,
          'superseded', r.superseded, 'joined', r.joined, 'ignored', r.ignored,
          'refused', r.refused, 'refusedByReason', r.refused_by_reason,
          'ignoredByRule', r.ignored_by_rule) as counts`
    return turn ?? null
  })
}

/** In which states an order can be carried out, and what becomes of the run. */
const orders = {
  pause: { from: ['waiting', 'running'], to: 'paused' },
  resume: { from: ['paused', 'interrupted'], to: 'waiting' },
  cancel: { from: ['waiting', 'running', 'paused', 'interrupted'], to: 'cancelled' },
} as const

/** @returns false where the run is in another state by now, or reads no upload */
export async function giveOrder(
  database: Database,
  organizationId: number,
  id: number,
  given: { order: keyof typeof orders; now: number },
): Promise<boolean> {
  const { from, to } = orders[given.order]
  const now = new Date(given.now)
  const changed = await database.writing`
    update import_run set state = ${to}, runner = null, heard_at = ${now},
      finished_at = ${to === 'cancelled' ? now : null}
    where organization_id = ${organizationId} and id = ${id} and upload_id is not null
      and (case when state = 'running' and heard_at <= ${silentSince(given.now)}
        then 'interrupted' else state end) = any(${[...from]})
    returning id`
  return changed.length > 0
}

/** What ran when the only server there is stopped is interrupted; command lines run on. */
export async function interruptLeft(database: Database): Promise<void> {
  await database.writing`
    update import_run set state = 'interrupted', runner = null
    where state = 'running' and upload_id is not null`
}
