import { type ColumnMapping } from '../../shared/intake/column-mapping.ts'
import { type Database } from '../database/connect.ts'

export type MappingRow = {
  id: number
  name: string
  isShared: boolean
  isOwn: boolean
  createdBy: string | null
  mapping: ColumnMapping
  updatedAt: Date
}

/** Whoever asks sees their own, and those that are shared or whose maker is gone. */
const visible = (sql: Database['reading'] | Database['writing'], userId: string) => sql`
  (m.is_shared or m.created_by = ${userId} or m.created_by is null)`

const columns = (sql: Database['reading'] | Database['writing'], userId: string) => sql`
  m.id, m.name, m.is_shared as "isShared", p.name as "createdBy", m.updated_at as "updatedAt",
  (m.created_by is null or m.created_by = ${userId}) as "isOwn"`

export const findMappings = (
  database: Database,
  organizationId: number,
  userId: string,
  asked: { after: number; limit: number },
): Promise<Omit<MappingRow, 'mapping'>[]> => {
  const sql = database.reading
  return sql<MappingRow[]>`
    select ${columns(sql, userId)} from mapping m left join "user" p on p.id = m.created_by
    where m.organization_id = ${organizationId} and ${visible(sql, userId)} and m.id > ${asked.after}
    order by m.id limit ${asked.limit}`
}

/** Null where there is none, or it is not theirs to see. */
export async function findMapping(
  database: Database,
  organizationId: number,
  userId: string,
  id: number,
): Promise<MappingRow | null> {
  // Asked of the writing pool: what was just saved is told as it is.
  const sql = database.writing
  const [row] = await sql<MappingRow[]>`
    select ${columns(sql, userId)}, m.mapping
    from mapping m left join "user" p on p.id = m.created_by
    where m.organization_id = ${organizationId} and ${visible(sql, userId)} and m.id = ${id}`
  return row ?? null
}

/** All that whoever asks may import through, with what they read. */
export const findWholeMappings = (
  database: Database,
  organizationId: number,
  userId: string,
  limit: number,
): Promise<{ id: number; name: string; mapping: ColumnMapping }[]> => {
  const sql = database.reading
  return sql<MappingRow[]>`
    select m.id, m.name, m.mapping from mapping m
    where m.organization_id = ${organizationId} and ${visible(sql, userId)}
    order by m.updated_at desc limit ${limit}`
}

/** For the command line, which belongs to whoever runs the machine: any of them, by its name. */
export async function findMappingNamed(
  database: Database,
  organizationId: number,
  name: string,
): Promise<ColumnMapping | null> {
  const [row] = await database.reading<{ mapping: ColumnMapping }[]>`
    select mapping from mapping where organization_id = ${organizationId} and name = ${name}`
  return row?.mapping ?? null
}

/** @returns null where another one has the name */
export async function insertMapping(
  database: Database,
  organizationId: number,
  given: { name: string; userId: string; isShared: boolean; mapping: ColumnMapping; now: number },
): Promise<number | null> {
  const sql = database.writing
  const [row] = await sql<{ id: number }[]>`
    insert into mapping (organization_id, name, created_by, is_shared, mapping, updated_at)
    values (${organizationId}, ${given.name}, ${given.userId}, ${given.isShared},
      ${sql.json(given.mapping)}, ${new Date(given.now)})
    on conflict (organization_id, name) do nothing returning id`
  return row?.id ?? null
}

/** @returns whether it was changed; not where another one has the name */
export async function updateMapping(
  database: Database,
  organizationId: number,
  id: number,
  given: { name: string; isShared: boolean; mapping: ColumnMapping; now: number },
): Promise<boolean> {
  const sql = database.writing
  const changed = await sql`
    update mapping set name = ${given.name}, is_shared = ${given.isShared},
      mapping = ${sql.json(given.mapping)}, updated_at = ${new Date(given.now)}
    where organization_id = ${organizationId} and id = ${id} and not exists (
      select from mapping other
      where other.organization_id = ${organizationId} and other.name = ${given.name}
        and other.id <> ${id})
    returning id`
  return changed.length > 0
}

export async function deleteMapping(
  database: Database,
  organizationId: number,
  id: number,
): Promise<void> {
  await database.writing`
    delete from mapping where organization_id = ${organizationId} and id = ${id}`
}
