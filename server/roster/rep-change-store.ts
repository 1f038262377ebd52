import { type Database, type Transaction } from '../database/connect.ts'

type Reader = Database['reading'] | Transaction

/** A rep as far as a change of names concerns it. */
export type RepState = { id: number; name: string; teamId: number | null; isConfirmed: boolean }

export async function findRepState(
  sql: Reader,
  organizationId: number,
  id: number,
): Promise<RepState | null> {
  const [found] = await sql<RepState[]>`
    select id, name, team_id as "teamId", is_confirmed as "isConfirmed" from rep
    where organization_id = ${organizationId} and id = ${id}`
  return found ?? null
}

export async function findAliasIds(
  sql: Reader,
  organizationId: number,
  repId: number,
): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select id from rep_alias where organization_id = ${organizationId} and rep_id = ${repId}
    order by id`
  return rows.map(({ id }) => id)
}

export async function moveAliases(
  transaction: Transaction,
  organizationId: number,
  aliasIds: readonly number[],
  repId: number,
): Promise<void> {
  await transaction`
    update rep_alias set rep_id = ${repId}
    where organization_id = ${organizationId} and id = any(${[...aliasIds]}::int[])`
  await transaction`
    update organization set is_reference_due = true where id = ${organizationId}`
}

/** Adds a rep; one that was merged away comes back under its former number. */
export async function addRep(
  transaction: Transaction,
  organizationId: number,
  rep: Omit<RepState, 'id'> & { id: number | null },
): Promise<number> {
  const [added] = await transaction<{ id: number }[]>`
    insert into rep (organization_id, id, name, team_id, is_confirmed) overriding system value
    values (${organizationId},
      coalesce(${rep.id}::int, nextval(pg_get_serial_sequence('rep', 'id'))::int),
      ${rep.name}, ${rep.teamId}, ${rep.isConfirmed})
    returning id`
  return added?.id ?? 0
}

export async function describeRep(
  transaction: Transaction,
  organizationId: number,
  { id, teamId, isConfirmed }: RepState,
): Promise<void> {
  await transaction`
    update rep set team_id = ${teamId}, is_confirmed = ${isConfirmed}
    where organization_id = ${organizationId} and id = ${id}`
}

export async function removeRep(
  transaction: Transaction,
  organizationId: number,
  id: number,
): Promise<void> {
  await transaction`delete from rep where organization_id = ${organizationId} and id = ${id}`
}

/** Who signs in as a rep, or is invited to. */
export type SignIns = { userIds: string[]; invitationIds: number[] }

export async function findSignIns(
  sql: Reader,
  organizationId: number,
  repId: number,
): Promise<SignIns> {
  const users = await sql<{ userId: string }[]>`
    select user_id as "userId" from membership
    where organization_id = ${organizationId} and rep_id = ${repId} order by user_id`
  const invitations = await sql<{ id: number }[]>`
    select id from invitation
    where organization_id = ${organizationId} and rep_id = ${repId} order by id`
  return {
    userIds: users.map(({ userId }) => userId),
    invitationIds: invitations.map(({ id }) => id),
  }
}

/** Lets those of some people who sign in as one rep do so as another. */
export async function moveSignIns(
  transaction: Transaction,
  organizationId: number,
  { userIds, invitationIds }: SignIns,
  { fromRepId, toRepId }: { fromRepId: number; toRepId: number },
): Promise<void> {
  await transaction`
    update membership set rep_id = ${toRepId}
    where organization_id = ${organizationId} and rep_id = ${fromRepId}
      and user_id = any(${userIds}::text[])`
  await transaction`
    update invitation set rep_id = ${toRepId}
    where organization_id = ${organizationId} and rep_id = ${fromRepId}
      and id = any(${invitationIds}::int[])`
}

export type ChangeKind = 'matched' | 'merged' | 'split' | 'undone' | 'kept_apart'

export type ChangeToKeep = {
  kind: ChangeKind
  at: Date
  actor: string
  rep: { id: number; name: string }
  other: { id: number; name: string }
  aliasIds: readonly number[]
  legs: number
  kept: object | null
}

export async function insertChange(
  transaction: Transaction,
  organizationId: number,
  change: ChangeToKeep,
): Promise<number> {
  const kept = change.kept === null ? null : JSON.stringify(change.kept)
  const [made] = await transaction<{ id: number }[]>`
    insert into rep_change (organization_id, kind, at, actor, rep_id, rep_name, other_rep_id,
      other_name, alias_ids, legs, kept)
    values (${organizationId}, ${change.kind}, ${change.at}, ${change.actor}, ${change.rep.id},
      ${change.rep.name}, ${change.other.id}, ${change.other.name}, ${[...change.aliasIds]},
      ${change.legs}, ${kept}::text::jsonb)
    returning id`
  return made?.id ?? 0
}

export async function markUndone(
  transaction: Transaction,
  organizationId: number,
  id: number,
  by: number,
): Promise<void> {
  await transaction`
    update rep_change set undone_by = ${by}
    where organization_id = ${organizationId} and id = ${id}`
}

export type ChangeRow<Kept> = Omit<ChangeToKeep, 'kept' | 'rep' | 'other'> & {
  id: number
  repId: number
  repName: string
  otherRepId: number
  otherName: string
  kept: Kept | null
  aliases: { source: string; alias: string }[]
  /** It is neither undone nor followed by another change of the same names. */
  mayUndo: boolean
}

/** Changes, newest first; one of them, or those before another. */
export const findChanges = <Kept>(
  sql: Reader,
  organizationId: number,
  asked: { id: number } | { before: number | null; limit: number },
): Promise<ChangeRow<Kept>[]> => sql<ChangeRow<Kept>[]>`
  select c.id, c.kind, c.at, c.actor, c.rep_id as "repId", c.rep_name as "repName",
    c.other_rep_id as "otherRepId", c.other_name as "otherName", c.alias_ids as "aliasIds",
    c.legs, c.kept, coalesce(n.aliases, '[]'::json) as aliases,
    c.kind <> 'undone' and c.undone_by is null
      and exists (
        select from rep r where r.organization_id = c.organization_id and r.id = c.rep_id)
      and n.held = cardinality(c.alias_ids) as "mayUndo"
  from rep_change c
  cross join lateral (
    select json_agg(json_build_object('source', a.source, 'alias', a.alias) order by a.id)
        as aliases,
      count(*) filter (where a.rep_id = c.rep_id) as held
    from rep_alias a
    where a.organization_id = c.organization_id and a.id = any(c.alias_ids)
  ) n
  where c.organization_id = ${organizationId}
    ${'id' in asked ? sql`and c.id = ${asked.id}` : sql``}
    ${'id' in asked || asked.before === null ? sql`` : sql`and c.id < ${asked.before}`}
  order by c.id desc ${'id' in asked ? sql`` : sql`limit ${asked.limit}`}`
