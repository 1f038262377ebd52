import { type CdrMatch } from '../../shared/intake/cdr-match.ts'
import { type ImportRun } from '../../shared/intake/import-run.ts'
import { type Database, type Transaction } from '../database/connect.ts'
import { type Reading } from './reading.ts'

export type Counts = Pick<
  ImportRun,
  'read' | 'accepted' | 'unchanged' | 'superseded' | 'joined' | 'ignored' | 'refused'
> & { refusedByReason: Record<string, number>; ignoredByRule: Record<string, number> }

/** A running import that has not been heard of for this long was interrupted. */
export const silentSecondsLimit = 60

/** Adds a batch of a source that goes on and on to its row of the day. */
export async function addToDay(
  transaction: Transaction,
  organizationId: number,
  given: { source: string; way: 'api' | 'follow'; name: string; day: string; now: number },
  counts: Counts,
): Promise<number> {
  const now = new Date(given.now)
  const [row] = await transaction<{ id: number }[]>`
    insert into import_run (
      organization_id, source, name, way, day, started_at, finished_at, heard_at, state,
      read, accepted, unchanged, superseded, joined, ignored, refused, refused_by_reason,
      ignored_by_rule)
    values (
      ${organizationId}, ${given.source}, ${given.name}, ${given.way}, ${given.day},
      ${now}, ${now}, ${now}, 'finished', ${counts.read}, ${counts.accepted}, ${counts.unchanged},
      ${counts.superseded}, ${counts.joined}, ${counts.ignored}, ${counts.refused},
      ${transaction.json(counts.refusedByReason)}, ${transaction.json(counts.ignoredByRule)})
    on conflict (organization_id, source, way, day) do update set
      finished_at = excluded.finished_at, heard_at = excluded.heard_at,
      read = import_run.read + excluded.read,
      accepted = import_run.accepted + excluded.accepted,
      unchanged = import_run.unchanged + excluded.unchanged,
      superseded = import_run.superseded + excluded.superseded,
      joined = import_run.joined + excluded.joined,
      ignored = import_run.ignored + excluded.ignored,
      refused = import_run.refused + excluded.refused,
      refused_by_reason = ${addedTo(transaction, 'refused_by_reason')},
      ignored_by_rule = ${addedTo(transaction, 'ignored_by_rule')}
    returning id`
  return row?.id ?? 0
}

/** Counts by word: what is there, and what comes to it. */
const addedTo = (transaction: Transaction, column: 'refused_by_reason' | 'ignored_by_rule') => {
  const there = transaction`import_run.${transaction(column)}`
  return transaction`${there} || (
    select coalesce(
      jsonb_object_agg(r.key, r.value::bigint + coalesce((${there} ->> r.key)::bigint, 0)), '{}')
    from jsonb_each_text(excluded.${transaction(column)}) r)`
}

/** Puts down that a file is to be read, now or in its turn. */
export async function insertRun(
  database: Database,
  organizationId: number,
  given: {
    reading: Reading
    name: string
    uploadId: number | null
    bytesInAll: number
    isDryRun: boolean
    /** Whose it is at once; null: it waits for its turn. */
    runner: string | null
    now: number
  },
): Promise<number> {
  const sql = database.writing
  const now = new Date(given.now)
  const { reading, runner } = given
  const [row] = await sql<{ id: number }[]>`
    insert into import_run (
      organization_id, source, name, way, started_at, heard_at, state, runner, is_dry_run,
      upload_id, reading, bytes_read, bytes_in_all, refused_by_reason, ignored_by_rule)
    values (${organizationId}, ${reading.source}, ${given.name}, 'file', ${now}, ${now},
      ${runner === null ? 'waiting' : 'running'}, ${runner}, ${given.isDryRun}, ${given.uploadId},
      ${sql.json(reading)}, 0, ${given.bytesInAll}, '{}', '{}')
    returning id`
  return row?.id ?? 0
}

/** Which run a runner goes on with. */
export type RunPlace = { organizationId: number; id: number; runner: string }

/**
 * Puts down how far a run has come, in the transaction that stores what it counts.
 *
 * @returns false where the run is no longer this runner's, or has been paused or cancelled
 */
export async function noteProgress(
  transaction: Transaction,
  { organizationId, id, runner }: RunPlace,
  counts: Counts,
  given: { now: number; bytesRead: number },
): Promise<boolean> {
  const changed = await transaction`
    update import_run set
      heard_at = ${new Date(given.now)}, bytes_read = ${given.bytesRead},
      read = ${counts.read}, accepted = ${counts.accepted}, unchanged = ${counts.unchanged},
      superseded = ${counts.superseded}, joined = ${counts.joined},
      ignored = ${counts.ignored}, refused = ${counts.refused},
      refused_by_reason = ${transaction.json(counts.refusedByReason)},
      ignored_by_rule = ${transaction.json(counts.ignoredByRule)}
    where organization_id = ${organizationId} and id = ${id}
      and state = 'running' and runner = ${runner}
    returning id`
  return changed.length > 0
}

/** Says that a run goes on; false as with noteProgress. */
export async function hearRun(
  database: Database,
  { organizationId, id, runner }: RunPlace,
  now: number,
): Promise<boolean> {
  const changed = await database.writing`
    update import_run set heard_at = ${new Date(now)}
    where organization_id = ${organizationId} and id = ${id}
      and state = 'running' and runner = ${runner}
    returning id`
  return changed.length > 0
}

/** Puts down what was found in CDRs beside a run's file. */
export async function noteCdrMatch(
  database: Database,
  { organizationId, id }: RunPlace,
  match: CdrMatch,
): Promise<void> {
  const sql = database.writing
  await sql`
    update import_run set cdr_match = ${sql.json(match)}
    where organization_id = ${organizationId} and id = ${id}`
}

/** Ends a run, if it is still this runner's. */
export async function endRun(
  database: Database,
  { organizationId, id, runner }: RunPlace,
  given: { state: 'finished' | 'failed' | 'interrupted'; failure: string | null; now: number },
): Promise<void> {
  const now = new Date(given.now)
  await database.writing`
    update import_run set
      state = ${given.state}, failure = ${given.failure}, heard_at = ${now}, runner = null,
      finished_at = ${given.state === 'interrupted' ? null : now},
      bytes_read = case when ${given.state} = 'finished' then bytes_in_all else bytes_read end
    where organization_id = ${organizationId} and id = ${id}
      and state = 'running' and runner = ${runner}`
}

export type RunRow = Omit<
  ImportRun,
  'refusedByReason' | 'ignoredByRule' | 'startedAt' | 'finishedAt'
> & {
  startedAt: Date
  finishedAt: Date | null
  heardAt: Date
  refusedByReason: Record<string, number>
  ignoredByRule: Record<string, number>
}

const columns = (sql: Database['reading'] | Database['writing']) => sql`
  id, source, name, way, upload_id as "uploadId", is_dry_run as "isDryRun",
  started_at as "startedAt", finished_at as "finishedAt", heard_at as "heardAt", state,
  bytes_read::float8 as "bytesRead", bytes_in_all::float8 as "bytesInAll",
  read::float8, accepted::float8, unchanged::float8, superseded::float8, joined::float8,
  ignored::float8, refused::float8, refused_by_reason as "refusedByReason",
  ignored_by_rule as "ignoredByRule", failure, cdr_match as "cdrMatch"`

export const findRuns = (
  database: Database,
  organizationId: number,
  asked: { before: number | null; limit: number },
): Promise<RunRow[]> => {
  const sql = database.reading
  return sql<RunRow[]>`
    select ${columns(sql)} from import_run
    where organization_id = ${organizationId}
      ${asked.before === null ? sql`` : sql`and id < ${asked.before}`}
    order by id desc limit ${asked.limit}`
}

/** Null where the organization has no such run. */
export async function findRun(
  database: Database,
  organizationId: number,
  id: number,
): Promise<RunRow | null> {
  // Asked of the writing pool: an order just given has been carried out.
  const sql = database.writing
  const [row] = await sql<RunRow[]>`
    select ${columns(sql)} from import_run
    where organization_id = ${organizationId} and id = ${id}`
  return row ?? null
}
