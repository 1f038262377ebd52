import { type Transaction } from '../database/connect.ts'
import { forgetUnshared } from './sharing-outbox-store.ts'

type Moved = { fromRepId: number; toRepId: number; isWhole: boolean }

/**
 * Lets reflections follow the calls that went from one rep to another. Where both still have a
 * part in a call, a reflection goes with the person who wrote it; where both have reflected on a
 * call that is one rep's now, the later reflection holds, as it would have from the start. Unless
 * the two are one person now, it is private again: whose it is now has not shared it.
 *
 * @returns the rows that were set aside for a later one
 */
export async function giveWords(
  transaction: Transaction,
  organizationId: number,
  { fromRepId, toRepId, isWhole }: Moved,
): Promise<unknown[]> {
  const rows = await transaction<{ callId: number }[]>`
    select f.call_id::float8 as "callId" from reflection f
    where f.organization_id = ${organizationId} and f.rep_id = ${fromRepId}
      and (${isWhole} or (
        exists (
          select from leg l where l.organization_id = f.organization_id
            and l.call_id = f.call_id and l.rep_id = ${toRepId})
        and (not exists (
            select from leg l where l.organization_id = f.organization_id
              and l.call_id = f.call_id and l.rep_id = f.rep_id)
          or exists (
            select from evidence e
            join membership m on m.organization_id = e.organization_id
              and m.user_id = e.user_id and m.rep_id = ${toRepId}
            where e.organization_id = f.organization_id and e.call_id = f.call_id
              and e.source = 'rep' and e.at = f.changed_at))))`
  const callIds = rows.map(({ callId }) => callId)
  const aside = await transaction<{ row: unknown }[]>`
    delete from reflection f using reflection g
    where f.organization_id = ${organizationId} and f.call_id = any(${callIds}::bigint[])
      and g.organization_id = f.organization_id and g.call_id = f.call_id
      and ((f.rep_id = ${fromRepId} and g.rep_id = ${toRepId} and g.changed_at >= f.changed_at)
        or (f.rep_id = ${toRepId} and g.rep_id = ${fromRepId} and g.changed_at > f.changed_at))
    returning to_jsonb(f) as row`
  await transaction`
    update reflection set rep_id = ${toRepId},
      shared_at = case when ${isWhole} then shared_at end,
      shared_id = case when ${isWhole} then shared_id end
    where organization_id = ${organizationId} and rep_id = ${fromRepId}
      and call_id = any(${callIds}::bigint[])`
  await forgetUnshared(transaction, organizationId, callIds)
  return aside.map(({ row }) => row)
}

/** Puts back what was set aside, where nobody has written anew since. */
export async function restoreWords(
  transaction: Transaction,
  organizationId: number,
  aside: readonly unknown[],
): Promise<void> {
  if (aside.length === 0) return
  await transaction`
    insert into reflection
    select r.* from jsonb_populate_recordset(null::reflection,
      ${JSON.stringify(aside)}::text::jsonb) r
    where r.organization_id = ${organizationId}
    on conflict do nothing`
}
