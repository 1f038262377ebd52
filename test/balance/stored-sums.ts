import { type Database } from '../../server/database/connect.ts'
import { type Expectations } from './model-of-standing.ts'
import { type ChainSums, type DaySums } from './model-of-sums.ts'

const path = (sql: Database['reading']) => sql`
  k.queue || ' ' || coalesce(k.issue, '-')`

/** Rows of `balance_day` by day, rep and kind; squares stay below what a float can hold. */
export async function storedDays(
  { reading: sql }: Database,
  organizationId: number,
): Promise<[key: string, sums: DaySums][]> {
  const rows = await sql<(DaySums & { key: string })[]>`
    select d.day || ' ' || r.name || ' ' || ${path(sql)} || ' ' || k.position || '/' || k.frequency
        as key,
      legs, timed, micro_log_sum::float8 as "microLogSum",
      micro_log_square_sum::float8 as "microLogSquareSum", bins, counted, resolved,
      day_counted as "dayCounted", day_stayed as "dayStayed", aged,
      aged_not_resolved as "agedNotResolved", downstream_sum::float8 as "downstreamSum",
      downstream_square_sum::float8 as "downstreamSquareSum"
    from balance_day d
    join rep r on r.organization_id = d.organization_id and r.id = d.rep_id
    join cell k on k.organization_id = d.organization_id and k.id = d.cell_id
    where d.organization_id = ${organizationId}`
  return inOrder(rows)
}

export async function storedChains(
  { reading: sql }: Database,
  organizationId: number,
): Promise<[key: string, sums: ChainSums][]> {
  const rows = await sql<(ChainSums & { key: string })[]>`
    select d.day || ' ' || r.name || ' ' || ${path(sql)} as key, closed, open, contacts,
      seconds_sum::float8 as "secondsSum", seconds_square_sum::float8 as "secondsSquareSum"
    from chain_day d
    join rep r on r.organization_id = d.organization_id and r.id = d.rep_id
    join cell k on k.organization_id = d.organization_id and k.id = d.cell_id
    where d.organization_id = ${organizationId}`
  return inOrder(rows)
}

type SpanSums = Pick<DaySums, 'counted' | 'resolved' | 'dayCounted' | 'dayStayed'>

/** What is kept of the evaluated weeks, and the same added up from their days. */
export async function spanAndDays(
  { reading: sql }: Database,
  organizationId: number,
): Promise<{ kept: SpanSums[]; added: SpanSums[] }> {
  const kept = await sql<SpanSums[]>`
    select rep_id as "repId", cell_id as "cellId", counted, resolved,
      day_counted as "dayCounted", day_stayed as "dayStayed"
    from span_cell
    where organization_id = ${organizationId}
      and (counted, resolved, day_counted, day_stayed) <> (0, 0, 0, 0)
    order by 1, 2`
  const added = await sql<SpanSums[]>`
    select rep_id as "repId", cell_id as "cellId", sum(counted)::int as counted,
      sum(resolved)::int as resolved, sum(day_counted)::int as "dayCounted",
      sum(day_stayed)::int as "dayStayed"
    from balance_day d
    join balance_state s using (organization_id)
    where d.organization_id = ${organizationId} and d.day >= s.from_day
    group by 1, 2 having sum(counted + day_counted) > 0
    order by 1, 2`
  return { kept: [...kept], added: [...added] }
}

const inOrder = <Sums>(rows: readonly (Sums & { key: string })[]): [string, Sums][] =>
  rows
    .map(({ key, ...sums }): [string, Sums] => [key, sums as Sums])
    .sort(([a], [b]) => (a < b ? -1 : 1))

type Band = Expectations & { rep: string; path: string[] }

/** What the newest version expects of each rep's calls of each kind. */
export const storedBands = ({ reading: sql }: Database, organizationId: number): Promise<Band[]> =>
  sql<Band[]>`
    select r.name as rep,
      array[k.queue, coalesce(k.issue, '-'), k.position || '/' || k.frequency] as path,
      calls, queue_calls as "queueCalls", mean_log as "meanLog", resolution,
      resolution_legs as "resolutionLegs", stay, stay_legs as "stayLegs",
      downstream_seconds as "downstreamSeconds"
    from reference_band b
    join rep r on r.organization_id = b.organization_id and r.id = b.rep_id
    join cell k on k.organization_id = b.organization_id and k.id = b.cell_id
    where b.organization_id = ${organizationId} and b.version = (
      select max(id) from reference_version where organization_id = ${organizationId})`
