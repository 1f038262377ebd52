import { type Database, type Transaction } from '../database/connect.ts'

type Reader = Database['reading'] | Transaction

/**
 * Adds whole days to the sums of the evaluated weeks, or takes them away before they are
 * replaced. All are whole numbers, so adding and taking away leaves no trace.
 */
export async function shiftSpan(
  transaction: Transaction,
  organizationId: number,
  days: readonly string[],
  sign: 1 | -1,
): Promise<void> {
  if (days.length === 0) return
  await transaction`
    insert into span_cell as s
      (organization_id, rep_id, cell_id, counted, resolved, day_counted, day_stayed)
    select ${organizationId}, rep_id, cell_id, ${sign} * sum(counted), ${sign} * sum(resolved),
      ${sign} * sum(day_counted), ${sign} * sum(day_stayed)
    from balance_day
    where organization_id = ${organizationId} and day = any(${[...days]}::date[])
      and (counted > 0 or day_counted > 0)
    group by rep_id, cell_id
    on conflict (organization_id, rep_id, cell_id) do update set
      counted = s.counted + excluded.counted, resolved = s.resolved + excluded.resolved,
      day_counted = s.day_counted + excluded.day_counted,
      day_stayed = s.day_stayed + excluded.day_stayed`
}

/** Days that have sums, from one to another, both included. */
export async function findSummedDays(
  sql: Reader,
  organizationId: number,
  span: { from: string; to: string },
): Promise<string[]> {
  const rows = await sql<{ day: string }[]>`
    select distinct day::text from balance_day
    where organization_id = ${organizationId}
      and day >= ${span.from}::date and day <= ${span.to}::date`
  return rows.map(({ day }) => day)
}

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

const expectations = (sql: Reader) => sql`
  b.resolution, coalesce(b.resolution_legs, 0) as "resolutionLegs",
  b.stay, coalesce(b.stay_legs, 0) as "stayLegs"`

/** What standings over the evaluated weeks rest on, rep by rep. */
export const findSpanCells = (
  sql: Reader,
  organizationId: number,
  version: number,
): Promise<CellOfRep[]> => sql<CellOfRep[]>`
  select s.rep_id as "repId", s.cell_id as "cellId", s.counted, s.resolved,
    s.day_counted as "dayCounted", s.day_stayed as "dayStayed", ${expectations(sql)}
  from span_cell s
  left join reference_band b on b.organization_id = s.organization_id and b.version = ${version}
    and b.cell_id = s.cell_id and b.rep_id = s.rep_id
  where s.organization_id = ${organizationId} and (s.counted > 0 or s.day_counted > 0)
  order by s.rep_id, s.cell_id`

/** The same over any days, for some reps, rep by rep. */
export async function sumCells(
  sql: Reader,
  organizationId: number,
  asked: { version: number; from: string; to: string; repIds: readonly number[] },
): Promise<Map<number, CellOfRep[]>> {
  const rows = await sql<CellOfRep[]>`
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
    left join reference_band b on b.organization_id = ${organizationId}
      and b.version = ${asked.version} and b.cell_id = s."cellId" and b.rep_id = s."repId"
    order by s."repId", s."cellId"`
  return groupByRep(rows)
}

export function groupByRep(cells: readonly CellOfRep[]): Map<number, CellOfRep[]> {
  const byRep = new Map<number, CellOfRep[]>()
  for (const cell of cells) {
    const own = byRep.get(cell.repId)
    if (own) own.push(cell)
    else byRep.set(cell.repId, [cell])
  }
  return byRep
}
