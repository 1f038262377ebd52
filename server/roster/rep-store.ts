import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Database, type Transaction } from '../database/connect.ts'
import { rep, repAlias, team } from './table.ts'

export type RepRow = {
  id: number
  name: string
  team: { id: number; name: string } | null
  isConfirmed: boolean
  aliases: { id: number; source: string; alias: string }[]
}

const aliasesOfRep = sql<RepRow['aliases']>`coalesce((
  select json_agg(json_build_object('id', a.id, 'source', a.source, 'alias', a.alias) order by a.id)
  from ${repAlias} a
  where a.organization_id = ${rep.organizationId} and a.rep_id = ${rep.id}
), '[]'::json)`

const selectReps = (database: Database) =>
  database.tables
    .select({
      id: rep.id,
      name: rep.name,
      team: { id: team.id, name: team.name },
      isConfirmed: rep.isConfirmed,
      aliases: aliasesOfRep,
    })
    .from(rep)
    .leftJoin(team, and(eq(team.organizationId, rep.organizationId), eq(team.id, rep.teamId)))

export async function findRep(
  database: Database,
  organizationId: number,
  id: number,
): Promise<RepRow | null> {
  const [found] = await selectReps(database).where(
    and(eq(rep.organizationId, organizationId), eq(rep.id, id)),
  )
  return found ?? null
}

export type RepPlace = { isConfirmed: boolean; id: number }

/** One page of reps, unconfirmed ones first. A team list narrows it; null means all. */
export function findReps(
  database: Database,
  organizationId: number,
  asked: {
    teamIds: readonly number[] | null
    isConfirmed: boolean | null
    after: RepPlace | null
    limit: number
  },
): Promise<RepRow[]> {
  const { teamIds, isConfirmed, after } = asked
  if (teamIds?.length === 0) return Promise.resolve([])
  return selectReps(database)
    .where(
      and(
        eq(rep.organizationId, organizationId),
        teamIds ? inArray(rep.teamId, [...teamIds]) : undefined,
        isConfirmed === null ? undefined : eq(rep.isConfirmed, isConfirmed),
        after
          ? sql`(${rep.isConfirmed}, ${rep.id}) > (${after.isConfirmed}, ${after.id})`
          : undefined,
      ),
    )
    .orderBy(rep.isConfirmed, rep.id)
    .limit(asked.limit)
}

export async function insertRep(
  database: Database,
  organizationId: number,
  given: { name: string; teamId: number | null },
): Promise<number> {
  const [made] = await database.tables
    .insert(rep)
    .values({ organizationId, ...given, isConfirmed: true })
    .returning({ id: rep.id })
  return made?.id ?? 0
}

/**
 * Gives a new phone-system name to a rep.
 *
 * @returns null, or the alias that is somebody's already and stays so
 */
export async function addAlias(
  database: Database,
  organizationId: number,
  repId: number,
  given: { source: string; alias: string },
): Promise<{ id: number; repId: number } | null> {
  const added = await database.tables
    .insert(repAlias)
    .values({ organizationId, ...given, repId })
    .onConflictDoNothing()
    .returning({ id: repAlias.id })
  if (added.length > 0) return null
  const [known] = await database.tables
    .select({ id: repAlias.id, repId: repAlias.repId })
    .from(repAlias)
    .where(
      and(
        eq(repAlias.organizationId, organizationId),
        eq(repAlias.source, given.source),
        eq(repAlias.alias, given.alias),
      ),
    )
  return known ?? null
}

/** Whose an alias is already, as far as somebody has confirmed it; null where it is free. */
export async function findHolder(
  database: Database,
  organizationId: number,
  given: { source: string; alias: string },
): Promise<string | null> {
  const [found] = await database.tables
    .select({ name: rep.name })
    .from(repAlias)
    .innerJoin(
      rep,
      and(eq(rep.organizationId, repAlias.organizationId), eq(rep.id, repAlias.repId)),
    )
    .where(
      and(
        eq(repAlias.organizationId, organizationId),
        eq(repAlias.source, given.source),
        eq(repAlias.alias, given.alias),
        eq(rep.isConfirmed, true),
      ),
    )
  return found?.name ?? null
}

export async function updateRep(
  database: Database,
  organizationId: number,
  id: number,
  change: { name?: string; teamId?: number | null },
): Promise<boolean> {
  const changed = await database.tables
    .update(rep)
    .set({ ...change, isConfirmed: true })
    .where(and(eq(rep.organizationId, organizationId), eq(rep.id, id)))
    .returning({ id: rep.id })
  return changed.length > 0
}

export async function findAlias(
  sql: Database['reading'] | Transaction,
  organizationId: number,
  id: number,
): Promise<{ id: number; alias: string; repId: number } | null> {
  const [found] = await sql<{ id: number; alias: string; repId: number }[]>`
    select id, alias, rep_id as "repId" from rep_alias
    where organization_id = ${organizationId} and id = ${id}`
  return found ?? null
}

export const findRepsById = (
  sql: Database['reading'],
  organizationId: number,
  ids: readonly number[],
): Promise<RepRow[]> => sql<RepRow[]>`
  select r.id, r.name, r.is_confirmed as "isConfirmed",
    case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end as team,
    coalesce((
      select json_agg(json_build_object('id', a.id, 'source', a.source, 'alias', a.alias)
        order by a.id)
      from rep_alias a where a.organization_id = r.organization_id and a.rep_id = r.id
    ), '[]'::json) as aliases
  from rep r left join team t on t.organization_id = r.organization_id and t.id = r.team_id
  where r.organization_id = ${organizationId} and r.id = any(${[...ids]}::int[])`

export async function findTeams(
  database: Database,
  organizationId: number,
  asked: { ids: readonly number[] | null; after: number; limit: number },
): Promise<{ id: number; name: string; reps: number }[]> {
  const { ids } = asked
  return database.reading<{ id: number; name: string; reps: number }[]>`
    select t.id, t.name, (
      select count(*)::int from rep r
      where r.organization_id = t.organization_id and r.team_id = t.id
    ) as reps
    from team t
    where t.organization_id = ${organizationId} and t.id > ${asked.after}
      ${ids ? database.reading`and t.id = any(${[...ids]}::int[])` : database.reading``}
    order by t.id limit ${asked.limit}`
}

/** @returns null where the name is taken */
export async function insertTeam(
  database: Database,
  organizationId: number,
  name: string,
): Promise<number | null> {
  const [made] = await database.tables
    .insert(team)
    .values({ organizationId, name })
    .onConflictDoNothing()
    .returning({ id: team.id })
  return made?.id ?? null
}

export async function areTeams(
  database: Database,
  organizationId: number,
  ids: readonly number[],
): Promise<boolean> {
  const found = await findTeams(database, organizationId, { ids, after: 0, limit: ids.length })
  return new Set(ids).size === found.length
}
