import { dayTables } from '../../server/balance/day-tables.ts'
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

/** What is kept of the evaluated weeks, and the same added up from their days, table by table. */
export async function spansAndDays(
  { reading: sql }: Database,
  organizationId: number,
): Promise<{ kept: Record<string, unknown[]>; added: Record<string, unknown[]> }> {
  const kept: Record<string, unknown[]> = {}
  const added: Record<string, unknown[]> = {}
  for (const table of dayTables) {
    const { name, span, spanKeys, sums, lists = {}, unfolded = [] } = table
    const places = Object.entries(lists).flatMap(([list, length]) =>
      Array.from({ length }, (_, place) => `${list}[${place + 1}]`),
    )
    const keys = spanKeys.join()
    const whole = [...sums, ...places]
    const isSomething = (of: (what: string) => string) =>
      `(${whole.map((what) => `${of(what)} <> 0`).join(' or ')})`
    const rows =
      unfolded.length === 0
        ? `${name} d`
        : `(select ${['organization_id', 'day', 'cell_id'].map((one) => `d.${one}`).join()}, u.* from ${name} d,
          unnest(${unfolded.map((list) => `d.${list}`).join()}) u(${unfolded.join()})) d`
    kept[name] = await sql
      .unsafe(
        `
      select ${keys}, ${whole.map((what) => `(${what})::text`).join()} from ${span}
      where organization_id = ${organizationId} and ${isSomething((what) => what)} order by ${keys}`,
      )
      .values()
    added[name] = await sql
      .unsafe(
        `
      select ${keys}, ${whole.map((what) => `sum(${what})::text`).join()}
      from ${rows} join balance_state s using (organization_id)
      where organization_id = ${organizationId} and day >= s.from_day
      group by ${keys} having ${isSomething((what) => `sum(${what})`)} order by ${keys}`,
      )
      .values()
  }
  return { kept, added }
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
