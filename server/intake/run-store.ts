import { type ImportRun } from '../../shared/intake/contract.ts'
import { type Database, type Transaction } from '../database/connect.ts'

export type Counts = Pick<
  ImportRun,
  'read' | 'accepted' | 'unchanged' | 'superseded' | 'joined' | 'ignored' | 'refused'
> & { refusedByReason: Record<string, number>; ignoredByRule: Record<string, number> }

export type RefusedLine = {
  line: number
  reason: string
  field: string | null
  message: string
  text: string | null
}

/** How many refused lines of one run are kept for the page; the counts go on beyond it. */
export const keptLinesLimit = 10_000
/** A running import that has not been heard of for this long was interrupted. */
export const silentSecondsLimit = 60

type Writer = Database['writing'] | Transaction

/** Adds a batch that came through the API to the day's row of its source. */
export async function addToDay(
  transaction: Transaction,
  organizationId: number,
  given: { source: string; day: string; now: number },
  counts: Counts,
): Promise<number> {
  const now = new Date(given.now)
  const [row] = await transaction<{ id: number }[]>`
    insert into import_run (
      organization_id, source, name, way, day, started_at, finished_at, heard_at, state,
      read, accepted, unchanged, superseded, joined, ignored, refused, refused_by_reason,
      ignored_by_rule)
    values (
      ${organizationId}, ${given.source}, ${`Sent on ${given.day}`}, 'api', ${given.day},
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
      refused_by_reason = import_run.refused_by_reason || (
        select coalesce(jsonb_object_agg(
          r.key, r.value::bigint + coalesce((import_run.refused_by_reason ->> r.key)::bigint, 0)), '{}')
        from jsonb_each_text(excluded.refused_by_reason) r),
      ignored_by_rule = import_run.ignored_by_rule || (
        select coalesce(jsonb_object_agg(
          r.key, r.value::bigint + coalesce((import_run.ignored_by_rule ->> r.key)::bigint, 0)), '{}')
        from jsonb_each_text(excluded.ignored_by_rule) r)
    returning id`
  return row?.id ?? 0
}

export async function startRun(
  database: Database,
  organizationId: number,
  given: { source: string; name: string; now: number },
): Promise<number> {
  const now = new Date(given.now)
  const [row] = await database.writing<{ id: number }[]>`
    insert into import_run (
      organization_id, source, name, way, started_at, heard_at, state,
      refused_by_reason, ignored_by_rule)
    values (${organizationId}, ${given.source}, ${given.name}, 'file', ${now}, ${now}, 'running',
      '{}', '{}')
    returning id`
  return row?.id ?? 0
}

export async function noteProgress(
  writer: Writer,
  organizationId: number,
  id: number,
  counts: Counts,
  given: { now: number; state: 'running' | 'finished' | 'failed'; failure: string | null },
): Promise<void> {
  const now = new Date(given.now)
  await writer`
    update import_run set
      heard_at = ${now}, state = ${given.state}, failure = ${given.failure},
      finished_at = ${given.state === 'running' ? null : now},
      read = ${counts.read}, accepted = ${counts.accepted}, unchanged = ${counts.unchanged},
      superseded = ${counts.superseded}, joined = ${counts.joined},
      ignored = ${counts.ignored}, refused = ${counts.refused},
      refused_by_reason = ${writer.json(counts.refusedByReason)},
      ignored_by_rule = ${writer.json(counts.ignoredByRule)}
    where organization_id = ${organizationId} and id = ${id}`
}

/** Keeps refused lines for the page, up to the limit of a run. */
export async function keepRefused(
  writer: Writer,
  organizationId: number,
  importId: number,
  lines: readonly RefusedLine[],
): Promise<void> {
  if (lines.length === 0) return
  const column = (name: keyof RefusedLine) => lines.map((line) => storable(line[name]))
  await writer`
    insert into refused_line (organization_id, import_id, line, reason, field, message, text)
    select ${organizationId}::int, ${importId}::int, n.*
    from unnest(${column('line')}::bigint[], ${column('reason')}::text[], ${column('field')}::text[],
      ${column('message')}::text[], ${column('text')}::text[]) n
    limit greatest(0, ${keptLinesLimit} - (
      select count(*) from refused_line
      where organization_id = ${organizationId} and import_id = ${importId}))`
}

/** The database holds no NUL, and what was refused may well hold one. */
const storable = (value: string | number | null) =>
  typeof value === 'string' ? value.replaceAll('\u0000', '\ufffd') : value

type RunRow = Omit<
  ImportRun,
  'refusedByReason' | 'ignoredByRule' | 'state' | 'startedAt' | 'finishedAt'
> & {
  state: 'running' | 'finished' | 'failed'
  startedAt: Date
  finishedAt: Date | null
  heardAt: Date
  refusedByReason: Record<string, number>
  ignoredByRule: Record<string, number>
}

export async function findRuns(
  database: Database,
  organizationId: number,
  asked: { before: number | null; limit: number },
): Promise<RunRow[]> {
  const rows = await database.reading<RunRow[]>`
    select id, source, name, way, started_at as "startedAt", finished_at as "finishedAt",
      heard_at as "heardAt", state, read::float8, accepted::float8, unchanged::float8,
      superseded::float8, joined::float8, ignored::float8, refused::float8,
      refused_by_reason as "refusedByReason", ignored_by_rule as "ignoredByRule", failure
    from import_run
    where organization_id = ${organizationId}
      ${asked.before === null ? database.reading`` : database.reading`and id < ${asked.before}`}
    order by id desc limit ${asked.limit}`
  return rows
}

export async function hasRun(
  database: Database,
  organizationId: number,
  id: number,
): Promise<boolean> {
  const rows = await database.reading`
    select from import_run where organization_id = ${organizationId} and id = ${id}`
  return rows.length > 0
}

export async function findRefused(
  database: Database,
  organizationId: number,
  importId: number,
  asked: { after: number; limit: number },
): Promise<(RefusedLine & { id: number })[]> {
  return database.reading<(RefusedLine & { id: number })[]>`
    select id::float8, line::float8, reason, field, message, text from refused_line
    where organization_id = ${organizationId} and import_id = ${importId} and id > ${asked.after}
    order by id limit ${asked.limit}`
}
