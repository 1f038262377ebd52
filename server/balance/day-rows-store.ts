import { type Database, type Transaction } from '../database/connect.ts'
import { type Fragment, listed } from '../database/sql-parts.ts'
import { type Days } from './basis.ts'
import { type DayTable } from './day-tables.ts'

type Reader = Database['reading'] | Transaction

/**
 * What a table of days holds for the days asked for. Of the evaluated weeks it is what they add up
 * to, a row for each key; of other days there are rows of each day, to be added up.
 */
export function rowsOfDays(
  sql: Reader,
  table: DayTable,
  organizationId: number,
  days: Days,
): Fragment {
  if (days.to === null) {
    return sql`select * from ${sql(table.span)} where organization_id = ${organizationId}`
  }
  const rows = sql`
    select * from ${sql(table.name)} where organization_id = ${organizationId}
      and day >= ${days.from}::date and day <= ${days.to}::date`
  return table.unfolded ? unfoldedRows(sql, table, rows) : rows
}

/** Rows with a row for each place of the lists they hold. */
export function unfoldedRows(
  sql: Reader,
  { keys, unfolded = [] }: DayTable,
  rows: Fragment,
  besides: readonly string[] = [],
): Fragment {
  const each = unfolded.map((name) => sql`d.${sql(name)}`)
  return sql`
    select ${sql([...keys, ...besides])}, u.* from (${rows}) d
    cross join unnest(${listed(sql, each)}) u(${sql([...unfolded])})`
}
