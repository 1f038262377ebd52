import { type Named } from '../../shared/roster/likely-same.ts'
import { type Reading } from '../database/connect.ts'

/** Every rep with all names there are for them. */
export const findNamed = (sql: Reading, organizationId: number): Promise<Named[]> =>
  sql<Named[]>`
    select r.id as "repId", array_agg(distinct n.name) as names
    from rep r
    cross join lateral (
      select r.name union
      select a.alias from rep_alias a
      where a.organization_id = r.organization_id and a.rep_id = r.id
    ) n(name)
    where r.organization_id = ${organizationId}
    group by r.id order by r.id`

/** Pairs of reps of whom somebody has said that they are two people, the smaller id first. */
export async function findKeptApart(sql: Reading, organizationId: number): Promise<Set<string>> {
  const rows = await sql<{ pair: string }[]>`
    select least(rep_id, other_rep_id) || ',' || greatest(rep_id, other_rep_id) as pair
    from rep_change
    where organization_id = ${organizationId} and kind = 'kept_apart' and undone_by is null`
  return new Set(rows.map(({ pair }) => pair))
}

export async function findUserNames(
  sql: Reading,
  organizationId: number,
  repId: number,
): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select u.name from membership m join "user" u on u.id = m.user_id
    where m.organization_id = ${organizationId} and m.rep_id = ${repId} order by u.name`
  return rows.map(({ name }) => name)
}
