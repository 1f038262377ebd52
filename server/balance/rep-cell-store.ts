import { type Database, type Transaction } from '../database/connect.ts'

type Reader = Database['reading'] | Transaction

/** One cell of one rep: counts by both measures, and what a version expects. */
export type CellOfRep = {
  repId: number
  cellId: number
  counted: number
  resolved: number
  dayCounted: number
  dayStayed: number
  resolution: number | null
  resolutionLegs: number
  stay: number | null
  stayLegs: number
}

/** With seconds of later handling after a call that was not resolved, which no standing is told. */
export type CellWithCost = CellOfRep & { downstreamSeconds: number | null }

const expectations = (sql: Reader) => sql`
  b.resolution, coalesce(b.resolution_legs, 0) as "resolutionLegs",
  b.stay, coalesce(b.stay_legs, 0) as "stayLegs", b.downstream_seconds as "downstreamSeconds"`

/** Said of the reps once more, so that the planner does not read everybody's. */
const bandsOf = (
  sql: Reader,
  organizationId: number,
  { version, repIds }: { version: number; repIds: readonly number[] },
) => sql`(
  select * from reference_band
  where organization_id = ${organizationId} and version = ${version}
    and rep_id = any(${[...repIds]}::int[])
) b`

/** What standings over the evaluated weeks rest on, for some reps. */
export async function findSpanCells(
  sql: Reader,
  organizationId: number,
  asked: { version: number; repIds: readonly number[] },
): Promise<Map<number, CellWithCost[]>> {
  const rows = await sql<CellWithCost[]>`
    select s.rep_id as "repId", s.cell_id as "cellId", s.counted, s.resolved,
      s.day_counted as "dayCounted", s.day_stayed as "dayStayed", ${expectations(sql)}
    from span_cell s
    left join ${bandsOf(sql, organizationId, asked)}
      on b.cell_id = s.cell_id and b.rep_id = s.rep_id
    where s.organization_id = ${organizationId} and s.rep_id = any(${[...asked.repIds]}::int[])
      and (s.counted > 0 or s.day_counted > 0)
    order by s.rep_id, s.cell_id`
  return groupByRep(rows)
}

/** The same over any days. */
export async function sumCells(
  sql: Reader,
  organizationId: number,
  asked: { version: number; from: string; to: string; repIds: readonly number[] },
): Promise<Map<number, CellWithCost[]>> {
  const rows = await sql<CellWithCost[]>`
    select s.*, ${expectations(sql)}
    from (
      select rep_id as "repId", cell_id as "cellId", sum(counted)::int as counted,
        sum(resolved)::int as resolved, sum(day_counted)::int as "dayCounted",
        sum(day_stayed)::int as "dayStayed"
      from balance_day
      where organization_id = ${organizationId} and rep_id = any(${[...asked.repIds]}::int[])
        and day >= ${asked.from}::date and day <= ${asked.to}::date
        and (counted > 0 or day_counted > 0)
      group by rep_id, cell_id
    ) s
    left join ${bandsOf(sql, organizationId, asked)}
      on b.cell_id = s."cellId" and b.rep_id = s."repId"
    order by s."repId", s."cellId"`
  return groupByRep(rows)
}

function groupByRep(cells: readonly CellWithCost[]): Map<number, CellWithCost[]> {
  const byRep = new Map<number, CellWithCost[]>()
  for (const cell of cells) {
    const own = byRep.get(cell.repId)
    if (own) own.push(cell)
    else byRep.set(cell.repId, [cell])
  }
  return byRep
}
