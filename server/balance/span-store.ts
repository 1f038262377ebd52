import { valueAt } from '../../shared/measure/value-at.ts'
import { type Database, type Transaction } from '../database/connect.ts'
import { allOf, type Fragment, listed } from '../database/sql-parts.ts'
import { unfoldedRows } from './day-rows-store.ts'
import { type DayTable } from './day-tables.ts'

type Reader = Database['reading'] | Transaction

/**
 * Adds rows of days to what the evaluated weeks add up to, or takes them away. All are whole
 * numbers, so adding and taking away leaves no trace.
 *
 * @param moved rows of the table of days, each with a `sign`: 1 to add it, -1 to take it away
 */
export async function addToSpan(
  transaction: Transaction,
  table: DayTable,
  organizationId: number,
  moved: Fragment,
): Promise<void> {
  const { spanKeys, sums } = table
  const named = (name: string) => transaction(name)
  const lists = Object.keys(table.lists ?? {})
  const columns = ['organization_id', ...spanKeys, ...sums, ...lists]
  const rows = table.unfolded ? unfoldedRows(transaction, table, moved, ['sign']) : moved
  const added = [
    ...sums.map((name) => transaction`sum(sign * ${named(name)})`),
    ...eachList(
      transaction,
      table,
      (name, place) => transaction`sum(sign * ${named(name)}[${place}::int])`,
    ),
  ]
  const kept = [
    ...sums.map((name) => transaction`s.${named(name)} + excluded.${named(name)}`),
    ...eachList(
      transaction,
      table,
      (name, place) =>
        transaction`s.${named(name)}[${place}::int] + excluded.${named(name)}[${place}::int]`,
    ),
  ]
  const assigned = [...sums, ...lists].map(
    (name, place) => transaction`${named(name)} = ${valueAt(kept, place)}`,
  )
  await transaction`
    insert into ${named(table.span)} as s (${transaction(columns)})
    select ${organizationId}::int, ${transaction([...spanKeys])}, ${listed(transaction, added)}
    from (${rows}) moved group by ${transaction([...spanKeys])}
    on conflict (organization_id, ${transaction([...spanKeys])}) do update set
      ${listed(transaction, assigned)}`
}

/** The lists of a table's rows, each made place by place. */
export const eachList = (
  sql: Reader,
  { lists = {} }: DayTable,
  at: (name: string, place: number) => Fragment,
): Fragment[] =>
  Object.entries(lists).map(([name, length]) => {
    const places = Array.from({ length }, (_, place) => at(name, place + 1))
    return sql`array[${listed(sql, places)}]::int[]`
  })

/** Adds whole days to the evaluated weeks, or takes them away. */
export async function shiftSpan(
  transaction: Transaction,
  tables: readonly DayTable[],
  given: { organizationId: number; days: readonly string[]; sign: 1 | -1 },
): Promise<void> {
  const { organizationId, days, sign } = given
  if (days.length === 0) return
  for (const table of tables) {
    await addToSpan(
      transaction,
      table,
      organizationId,
      transaction`
        select *, ${sign}::int as sign from ${transaction(table.name)}
        where organization_id = ${organizationId} and day = any(${[...days]}::date[])`,
    )
  }
}

/** Rows of the spans that have come to nothing are forgotten. */
export async function dropEmptySpans(
  transaction: Transaction,
  tables: readonly DayTable[],
  organizationId: number,
): Promise<void> {
  for (const { span, sums, lists = {} } of tables) {
    const isEmpty = allOf(transaction, [
      ...sums.map((name) => transaction`${transaction(name)} = 0`),
      ...Object.keys(lists).map((name) => transaction`0 = all(${transaction(name)})`),
    ])
    await transaction`
      delete from ${transaction(span)} where organization_id = ${organizationId} and ${isEmpty}`
  }
}

/** Days that have sums, from one to another, both included; oldest first. */
export async function findSummedDays(
  sql: Reader,
  organizationId: number,
  span: { from: string; to: string },
): Promise<string[]> {
  const rows = await sql<{ day: string }[]>`
    select d::date::text as day
    from (
      select min(day) as first, max(day) as last
      from balance_day where organization_id = ${organizationId}
    ) summed
    cross join generate_series(
      greatest(${span.from}::date, first), least(${span.to}::date, last), interval '1 day') d
    where first is not null and exists (
      select from balance_day where organization_id = ${organizationId} and day = d::date)
    order by 1`
  return rows.map(({ day }) => day)
}
