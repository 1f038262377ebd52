import { type Transaction } from '../database/connect.ts'
import { allOf, type Fragment } from '../database/sql-parts.ts'
import { type DayTable } from './day-tables.ts'
import { addToSpan } from './span-store.ts'

/** Days whose sums are replaced; those from `evaluatedFrom` on are in the evaluated weeks. */
export type DaysToReplace = {
  organizationId: number
  days: readonly string[]
  evaluatedFrom: string | null
}

/**
 * Replaces the sums of some days by new ones. Only rows that differ are written, and what they
 * gained or lost is added to the span. Leaves these rows in the temporary table `differing`, the
 * old ones with sign -1 and the new ones with 1, until the next call.
 *
 * @param told rows of all columns of the table, in their order
 */
export async function replaceDays(
  transaction: Transaction,
  table: DayTable,
  { organizationId, days, evaluatedFrom }: DaysToReplace,
  told: Fragment,
): Promise<void> {
  const held = transaction(table.name)
  const keys = ['organization_id', 'day', ...table.keys]
  const columns = [...keys, ...table.values]
  await transaction`drop table if exists told_row, differing`
  await transaction`create temp table told_row (like ${held}) on commit drop`
  await transaction`create temp table differing (like ${held}, sign smallint) on commit drop`
  await transaction`insert into told_row (${transaction(columns)}) ${told}`
  const heldRows = transaction`
    select ${transaction(columns)} from ${held}
    where organization_id = ${organizationId} and day = any(${[...days]}::date[])`
  const toldRows = transaction`select ${transaction(columns)} from told_row`
  await transaction`
    insert into differing (${transaction(columns)}, sign)
    select *, -1 from (${heldRows} except ${toldRows}) gone
    union all select *, 1 from (${toldRows} except ${heldRows}) come`
  await transaction`
    delete from ${held} h using differing d
    where d.sign = -1 and ${sameIn(transaction, keys)}`
  await transaction`
    insert into ${held} (${transaction(columns)})
    select ${transaction(columns)} from differing where sign = 1`
  if (evaluatedFrom === null) return
  const moved = transaction`select * from differing where day >= ${evaluatedFrom}::date`
  await addToSpan(transaction, table, organizationId, moved)
}

const sameIn = (transaction: Transaction, keys: readonly string[]): Fragment =>
  allOf(
    transaction,
    keys.map((key) => transaction`h.${transaction(key)} = d.${transaction(key)}`),
  )
