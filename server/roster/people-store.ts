import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Role } from '../../shared/roster/role.ts'
import { type Database } from '../database/connect.ts'
import { membership, organization, rep, team, teamLead, user } from './table.ts'

/** A signed-in person with everything that decides what they may see. */
export type Member = {
  userId: string
  name: string
  email: string
  role: Role
  organization: { id: number; name: string; isSimulated: boolean }
  rep: { id: number; name: string } | null
  teams: { id: number; name: string }[]
}

export async function findMember(database: Database, userId: string): Promise<Member | null> {
  const [found] = await database.tables
    .select({
      userId: membership.userId,
      name: user.name,
      email: user.email,
      role: membership.role,
      organization: {
        id: organization.id,
        name: organization.name,
        isSimulated: organization.isSimulated,
      },
      rep: { id: rep.id, name: rep.name },
      teams: sql<{ id: number; name: string }[]>`coalesce((
        select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name)
        from ${teamLead} l join ${team} t on t.organization_id = l.organization_id and t.id = l.team_id
        where l.organization_id = ${membership.organizationId} and l.user_id = ${membership.userId}
      ), '[]'::json)`,
    })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .innerJoin(organization, eq(organization.id, membership.organizationId))
    .leftJoin(
      rep,
      and(eq(rep.organizationId, membership.organizationId), eq(rep.id, membership.repId)),
    )
    .where(eq(membership.userId, userId))
  return found ?? null
}

/** One page of the people of an organization, by name. `after` is the last user id before. */
export async function findMembers(
  database: Database,
  organizationId: number,
  page: { after: string | null; limit: number },
): Promise<Member[]> {
  const ids = await database.reading<{ user_id: string }[]>`
    select user_id from membership
    where organization_id = ${organizationId} and user_id > ${page.after ?? ''}
    order by user_id limit ${page.limit}`
  const members = await Promise.all(ids.map((row) => findMember(database, row.user_id)))
  return members.filter((member) => member !== null)
}

export async function isAnybodyHere(database: Database): Promise<boolean> {
  const [found] = await database.reading<{ here: boolean }[]>`
    select exists (select from membership where role = 'admin') as here`
  return found?.here === true
}

export async function isSimulatedHere(database: Database): Promise<boolean> {
  const [found] = await database.reading<{ here: boolean }[]>`
    select exists (select from organization where is_simulated) as here`
  return found?.here === true
}

export async function isEmailTaken(database: Database, email: string): Promise<boolean> {
  // A user without a membership is what a crash between the two left behind: make room.
  await database.tables
    .delete(user)
    .where(
      and(
        eq(user.email, email.toLowerCase()),
        isNull(sql`(select 1 from ${membership} m where m.user_id = ${user.id})`),
      ),
    )
  const found = await database.tables
    .select({ id: user.id })
    .from(user)
    .where(eq(user.email, email.toLowerCase()))
  return found.length > 0
}

export async function createOrganization(
  database: Database,
  given: { name: string; isSimulated: boolean },
): Promise<number> {
  const [made] = await database.tables
    .insert(organization)
    .values(given)
    .returning({ id: organization.id })
  return made?.id ?? 0
}

export async function findOrganization(database: Database, name: string): Promise<number | null> {
  const found = await database.tables
    .select({ id: organization.id })
    .from(organization)
    .where(eq(organization.name, name))
  return found[0]?.id ?? null
}

export async function addMember(
  database: Database,
  given: {
    organizationId: number
    userId: string
    role: Role
    repId: number | null
    teamIds: readonly number[]
  },
): Promise<void> {
  const { teamIds, ...row } = given
  await database.tables.transaction(async (transaction) => {
    await transaction.insert(membership).values(row)
    if (teamIds.length === 0) return
    await transaction.insert(teamLead).values(
      teamIds.map((teamId) => ({
        organizationId: row.organizationId,
        teamId,
        userId: row.userId,
      })),
    )
  })
}

export const findOrganizations = (database: Database): Promise<{ id: number; name: string }[]> =>
  database.tables
    .select({ id: organization.id, name: organization.name })
    .from(organization)
    .orderBy(organization.id)
