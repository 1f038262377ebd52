import { copyRows } from '../database/copy-rows.ts'
import { type Database, type Transaction } from '../database/connect.ts'

export type CellRow = { id: number; level: number; parentId: number | null }

type Reader = Database['reading'] | Transaction

export const findAllCells = (sql: Reader, organizationId: number): Promise<CellRow[]> =>
  sql<CellRow[]>`
    select id, level, parent_id as "parentId" from cell
    where organization_id = ${organizationId} order by level, id`

export type CountRow = { cellId: number; repId: number; bin: number; count: number }

/**
 * Handle times of mature linkable legs that started in [from, until), by finest cell, rep and
 * 5 % bin. The bin is METHOD 2.2's, as shared/balance/log-bin.ts.
 */
export const countHandleTimes = (
  sql: Reader,
  organizationId: number,
  span: { fromAt: Date; untilAt: Date },
): Promise<CountRow[]> => sql<CountRow[]>`
  select l.cell_id as "cellId", l.rep_id as "repId",
    floor(ln(greatest(l.handle_seconds, 1)::float8) / ln(1.05::float8))::int as bin,
    count(*)::int as count
  from leg l
  join call c on c.organization_id = l.organization_id and c.id = l.call_id
  where l.organization_id = ${organizationId}
    and l.started_at >= ${span.fromAt} and l.started_at < ${span.untilAt}
    and l.handle_seconds is not null and not l.is_suspect
    and c.direction = 'inbound' and c.customer_key is not null and c.issue is not null
  group by 1, 2, 3`

/** Cell and rep of every leg there is, each pair once. */
export const findPlaces = (
  sql: Reader,
  organizationId: number,
): Promise<{ cellId: number; repId: number }[]> => sql<{ cellId: number; repId: number }[]>`
  select distinct cell_id as "cellId", rep_id as "repId" from leg
  where organization_id = ${organizationId}`

export type VersionRow = {
  id: number
  builtAt: Date
  fromAt: Date
  untilAt: Date
  legs: number
  reps: number
  callsSeen: number
}

export async function findVersion(sql: Reader, organizationId: number): Promise<VersionRow | null> {
  const rows = await sql<VersionRow[]>`
    select id, built_at as "builtAt", from_at as "fromAt", until_at as "untilAt",
      legs::float8, reps, calls_seen::float8 as "callsSeen"
    from reference_version where organization_id = ${organizationId}
    order by id desc limit 1`
  return rows[0] ?? null
}

export type Progress = {
  organizationId: number
  windowSeconds: number
  watermark: Date | null
  calls: number
}

/** How far the records of each organization have come. */
export const findProgress = (sql: Reader): Promise<Progress[]> => sql<Progress[]>`
  select o.id as "organizationId", o.window_seconds as "windowSeconds",
    organization_watermark(o.id) as watermark,
    (select coalesce(sum(calls), 0)::float8 from feed f where f.organization_id = o.id) as calls
  from organization o order by o.id`

export type HistogramRow = { cellId: number; repId: number; firstBin: number; counts: number[] }

export type BandRow = {
  cellId: number
  repId: number
  calls: number
  queueCalls: number
  lowSeconds: number | null
  medianSeconds: number | null
  highSeconds: number | null
  shortUptoSeconds: number | null
  longFromSeconds: number | null
}

/** Writes a version with everything in it; readers see all of it or nothing. */
export async function insertVersion(
  transaction: Transaction,
  organizationId: number,
  version: VersionRow,
  histograms: readonly HistogramRow[],
): Promise<void> {
  await transaction`
    insert into reference_version
      (organization_id, id, built_at, from_at, until_at, legs, reps, calls_seen)
    values (${organizationId}, ${version.id}, ${version.builtAt}, ${version.fromAt},
      ${version.untilAt}, ${version.legs}, ${version.reps}, ${version.callsSeen})`
  await copyRows(
    transaction,
    'reference_histogram',
    ['organization_id', 'version', 'cell_id', 'rep_id', 'first_bin', 'counts'],
    histograms.map((row) => [
      ...[organizationId, version.id, row.cellId, row.repId, row.firstBin],
      `{${row.counts.join()}}`,
    ]),
  )
}

const bandColumns = [
  ...['organization_id', 'version', 'cell_id', 'rep_id', 'calls', 'queue_calls'],
  ...['low_seconds', 'median_seconds', 'high_seconds', 'short_upto_seconds', 'long_from_seconds'],
]

export const insertBands = (
  transaction: Transaction,
  organizationId: number,
  version: number,
  bands: readonly BandRow[],
): Promise<void> =>
  copyRows(
    transaction,
    'reference_band',
    bandColumns,
    bands.map((row) => [
      ...[organizationId, version, row.cellId, row.repId, row.calls, row.queueCalls],
      ...[row.lowSeconds, row.medianSeconds, row.highSeconds],
      ...[row.shortUptoSeconds, row.longFromSeconds],
    ]),
  )

/** Bands can be worked out again from the histograms, so older versions need none. */
export async function dropOldBands(
  transaction: Transaction,
  organizationId: number,
  version: number,
): Promise<void> {
  await transaction`
    delete from reference_band
    where organization_id = ${organizationId} and version < ${version}`
}

export const findHistogramRows = (
  sql: Reader,
  organizationId: number,
  version: number,
): Promise<HistogramRow[]> => sql<HistogramRow[]>`
  select cell_id as "cellId", rep_id as "repId", first_bin as "firstBin", counts
  from reference_histogram where organization_id = ${organizationId} and version = ${version}`

/** Places that have no band in a version yet. */
export async function findUndescribed(
  sql: Reader,
  organizationId: number,
  version: number,
  places: readonly { cellId: number; repId: number }[],
): Promise<{ cellId: number; repId: number }[]> {
  return sql<{ cellId: number; repId: number }[]>`
    select distinct p.cell_id as "cellId", p.rep_id as "repId"
    from unnest(
      ${places.map((place) => place.cellId)}::int[], ${places.map((place) => place.repId)}::int[]
    ) p(cell_id, rep_id)
    where not exists (
      select from reference_band b
      where b.organization_id = ${organizationId} and b.version = ${version}
        and b.cell_id = p.cell_id and b.rep_id = p.rep_id)`
}

/** Any number that no other lock of ours uses: one process at a time keeps a reference. */
const referenceLock = 7_340_023

/** Runs work on an organization's reference unless another process is at it. */
export async function alone(
  database: Database,
  organizationId: number,
  work: (transaction: Transaction) => Promise<void>,
): Promise<boolean> {
  return database.writing.begin(async (transaction) => {
    const [lock] = await transaction<{ isOurs: boolean }[]>`
      select pg_try_advisory_xact_lock(${referenceLock}, ${organizationId}) as "isOurs"`
    if (!lock?.isOurs) return false
    await work(transaction)
    return true
  })
}
