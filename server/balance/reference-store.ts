import { copyRows } from '../database/copy-rows.ts'
import { type Database, type Transaction } from '../database/connect.ts'

export type CellRow = { id: number; level: number; parentId: number | null }

type Reader = Database['reading'] | Transaction

export const findAllCells = (sql: Reader, organizationId: number): Promise<CellRow[]> =>
  sql<CellRow[]>`
    select id, level, parent_id as "parentId" from cell
    where organization_id = ${organizationId} order by level, id`

/** Whole-number sums of legs (METHOD 2.2); time, outcome by both measures, what came after. */
export type CellSums = {
  timed: number
  microLogSum: number
  counted: number
  resolved: number
  dayCounted: number
  dayStayed: number
  aged: number
  agedNotResolved: number
  downstreamSum: number
  downstreamSquareSum: number
}

export type FinestRow = CellSums & { cellId: number; bins: number[] }

type Span = { fromDay: string; toDay: string }

const sums = (sql: Reader) => sql`
  sum(timed)::int as timed, sum(micro_log_sum)::float8 as "microLogSum",
  sum(counted)::int as counted, sum(resolved)::int as resolved,
  sum(day_counted)::int as "dayCounted", sum(day_stayed)::int as "dayStayed",
  sum(aged)::int as aged, sum(aged_not_resolved)::int as "agedNotResolved",
  sum(downstream_sum)::float8 as "downstreamSum",
  sum(downstream_square_sum)::float8 as "downstreamSquareSum"`

const daysOf = (sql: Reader, organizationId: number, span: Span) => sql`
  organization_id = ${organizationId}
  and day >= ${span.fromDay}::date and day <= ${span.toDay}::date`

/** Sums of everybody by finest cell; squares as text, because they outgrow a float's integers. */
export const sumEverybody = (
  sql: Transaction,
  organizationId: number,
  span: Span,
): Promise<(FinestRow & { microLogSquareSum: string })[]> => sql<
  (FinestRow & { microLogSquareSum: string })[]
>`
  select s.*, coalesce(h.bins, '{}') as bins
  from (
    select cell_id as "cellId", ${sums(sql)}, sum(micro_log_square_sum)::text as "microLogSquareSum"
    from balance_day where ${daysOf(sql, organizationId, span)} group by cell_id
  ) s
  left join (${binCounts(sql, organizationId, span)}) h on h.cell_id = s."cellId"`

/** Legs of everybody in each bin, as an array indexed by bin. */
const binCounts = (sql: Transaction, organizationId: number, span: Span) => sql`
  select cell_id, array_agg(coalesce(legs, 0) order by bin) as bins
  from (
    select cell_id, generate_series(0, max(bin)) as bin
    from balance_day cross join unnest(bins) bin
    where ${daysOf(sql, organizationId, span)} group by cell_id
  ) every_bin
  left join (
    select cell_id, bin, count(*)::int as legs
    from balance_day cross join unnest(bins) bin
    where ${daysOf(sql, organizationId, span)} group by cell_id, bin
  ) counted using (cell_id, bin)
  group by cell_id`

export type RepRow = FinestRow & { repId: number }

/** The same by rep and finest cell, for some reps; bins are listed, not counted. */
export const sumReps = (
  sql: Transaction,
  organizationId: number,
  span: Span,
  repIds: readonly number[],
): Promise<RepRow[]> => sql<RepRow[]>`
  select s.*, coalesce(h.bins, '{}') as bins
  from (
    select rep_id as "repId", cell_id as "cellId", ${sums(sql)}
    from balance_day
    where ${daysOf(sql, organizationId, span)} and rep_id = any(${[...repIds]}::int[])
    group by rep_id, cell_id
  ) s
  left join (
    select rep_id, cell_id, array_agg(bin::int) as bins
    from balance_day cross join unnest(bins) bin
    where ${daysOf(sql, organizationId, span)} and rep_id = any(${[...repIds]}::int[])
    group by rep_id, cell_id
  ) h on h.rep_id = s."repId" and h.cell_id = s."cellId"
  order by "repId", "cellId"`

/** Cell and rep of every leg there is, each pair once, rep by rep. */
export const findPlaces = (
  sql: Reader,
  organizationId: number,
): Promise<{ cellId: number; repId: number }[]> => sql<{ cellId: number; repId: number }[]>`
  select distinct rep_id as "repId", cell_id as "cellId" from balance_day
  where organization_id = ${organizationId} order by rep_id, cell_id`

export type VersionRow = {
  id: number
  builtAt: Date
  fromDay: string
  toDay: string
  watermark: Date
  legs: number
  reps: number
  callsSeen: number
  logSd: number | null
  tauSameIssue: number
  tauReturn: number
  nextTauSameIssue: number
  nextTauReturn: number
  phiSameIssue: number | null
  phiReturn: number | null
}

/** A version by number, or the newest one. */
export async function findVersion(
  sql: Reader,
  organizationId: number,
  id?: number,
): Promise<VersionRow | null> {
  const rows = await sql<VersionRow[]>`
    select id, built_at as "builtAt", from_day::text as "fromDay", to_day::text as "toDay",
      watermark, legs::float8, reps, calls_seen::float8 as "callsSeen", log_sd as "logSd",
      tau_same_issue as "tauSameIssue", tau_return as "tauReturn",
      next_tau_same_issue as "nextTauSameIssue", next_tau_return as "nextTauReturn",
      phi_same_issue as "phiSameIssue", phi_return as "phiReturn"
    from reference_version
    where organization_id = ${organizationId} ${id === undefined ? sql`` : sql`and id = ${id}`}
    order by id desc limit 1`
  return rows[0] ?? null
}

export type Progress = {
  organizationId: number
  windowSeconds: number
  watermark: Date | null
  calls: number
  /** When anything last came in, through whichever process. */
  lastReceivedAt: Date | null
  /** What makes a kind of call has changed, and calls are being sorted anew. */
  isSorting: boolean
  /** A version is due whatever the records say: kinds of calls or names have changed. */
  isReferenceDue: boolean
}

/** How far the records of each organization have come. */
export const findProgress = (sql: Reader, organizationId?: number): Promise<Progress[]> =>
  sql<Progress[]>`
    select o.id as "organizationId", o.window_seconds as "windowSeconds",
      organization_watermark(o.id) as watermark,
      (select coalesce(sum(calls), 0)::float8 from feed f where f.organization_id = o.id) as calls,
      (select max(last_received_at) from feed f where f.organization_id = o.id)
        as "lastReceivedAt",
      o.sorting_after is not null as "isSorting", o.is_reference_due as "isReferenceDue"
    from organization o
    ${organizationId === undefined ? sql`` : sql`where o.id = ${organizationId}`}
    order by o.id`

/** Whoever asked for a version has got it. */
export async function clearDue(transaction: Transaction, organizationId: number): Promise<void> {
  await transaction`
    update organization set is_reference_due = false
    where id = ${organizationId} and is_reference_due`
}

export async function insertVersion(
  transaction: Transaction,
  organizationId: number,
  row: VersionRow,
): Promise<void> {
  await transaction`
    insert into reference_version (organization_id, id, built_at, from_day, to_day, watermark,
      legs, reps, calls_seen, log_sd, tau_same_issue, tau_return, next_tau_same_issue,
      next_tau_return, phi_same_issue, phi_return)
    values (${organizationId}, ${row.id}, ${row.builtAt}, ${row.fromDay}::date,
      ${row.toDay}::date, ${row.watermark}, ${row.legs}, ${row.reps}, ${row.callsSeen},
      ${row.logSd}, ${row.tauSameIssue}, ${row.tauReturn}, ${row.nextTauSameIssue},
      ${row.nextTauReturn}, ${row.phiSameIssue}, ${row.phiReturn})`
}

/** Sums of a cell with its histogram from `firstBin` on; rep 0 is everybody. */
export type ReferenceCellRow = CellSums & {
  cellId: number
  repId: number
  firstBin: number
  counts: number[]
}

export const insertReferenceCells = (
  transaction: Transaction,
  organizationId: number,
  version: number,
  rows: readonly ReferenceCellRow[],
): Promise<void> =>
  copyRows(
    transaction,
    'reference_cell',
    {
      organization_id: () => organizationId,
      version: () => version,
      cell_id: (row) => row.cellId,
      rep_id: (row) => row.repId,
      first_bin: (row) => row.firstBin,
      counts: (row) => `{${row.counts.join()}}`,
      timed: (row) => row.timed,
      micro_log_sum: (row) => row.microLogSum,
      counted: (row) => row.counted,
      resolved: (row) => row.resolved,
      day_counted: (row) => row.dayCounted,
      day_stayed: (row) => row.dayStayed,
      aged: (row) => row.aged,
      aged_not_resolved: (row) => row.agedNotResolved,
      downstream_sum: (row) => row.downstreamSum,
      downstream_square_sum: (row) => row.downstreamSquareSum,
    },
    rows,
  )

/** Sums of a version for some cells and reps, everybody's among them. */
export const findReferenceCells = (
  sql: Reader,
  organizationId: number,
  version: number,
  only: { cellIds?: readonly number[]; repIds: readonly number[] },
): Promise<ReferenceCellRow[]> => sql<ReferenceCellRow[]>`
  select cell_id as "cellId", rep_id as "repId", first_bin as "firstBin", counts, timed,
    micro_log_sum::float8 as "microLogSum", counted, resolved, day_counted as "dayCounted",
    day_stayed as "dayStayed", aged, aged_not_resolved as "agedNotResolved",
    downstream_sum::float8 as "downstreamSum", downstream_square_sum as "downstreamSquareSum"
  from reference_cell
  where organization_id = ${organizationId} and version = ${version}
    and rep_id = any(${[0, ...only.repIds]}::int[])
    ${only.cellIds ? sql`and cell_id = any(${[...only.cellIds]}::int[])` : sql``}`

/**
 * Takes away the sums of versions that nothing is compared with any more; what a version was stays
 * in `reference_version`. They grow with reps and kinds of calls, and one is built every week.
 */
export async function dropOtherReferenceCells(
  transaction: Transaction,
  organizationId: number,
  kept: readonly number[],
): Promise<void> {
  await transaction`
    delete from reference_cell
    where organization_id = ${organizationId} and version <> all(${[...kept]}::int[])`
}

/** Whether any leg of some days is old enough to be compared with. */
export async function hasMatureLegs(
  sql: Reader,
  organizationId: number,
  span: Span,
): Promise<boolean> {
  const rows = await sql`
    select from balance_day
    where ${daysOf(sql, organizationId, span)} and (timed > 0 or counted > 0) limit 1`
  return rows.length > 0
}

/** Any number that no other lock of ours uses: one process at a time keeps a reference. */
const referenceLock = 7_340_023

/** Runs work on an organization's sums and reference unless another process is at it. */
export async function alone<Result>(
  database: Database,
  organizationId: number,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<{ result: Result } | null> {
  return database.writing.begin(async (transaction) => {
    const [lock] = await transaction<{ isOurs: boolean }[]>`
      select pg_try_advisory_xact_lock(${referenceLock}, ${organizationId}) as "isOurs"`
    if (!lock?.isOurs) return null
    return { result: await work(transaction) }
  })
}
