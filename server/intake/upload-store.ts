import { type Database } from '../database/connect.ts'

export type UploadRow = {
  id: number
  name: string
  bytes: number
  received: number
  file: string
  createdBy: string | null
  createdAt: Date
  touchedAt: Date
}

const columns = (sql: Database['reading'] | Database['writing']) => sql`
  u.id, u.name, u.bytes::float8, u.received::float8, u.file, p.name as "createdBy",
  u.created_at as "createdAt", u.touched_at as "touchedAt"`

export const findUploads = (
  database: Database,
  organizationId: number,
  asked: { before: number | null; limit: number },
): Promise<UploadRow[]> => {
  const sql = database.reading
  return sql<UploadRow[]>`
    select ${columns(sql)} from upload u left join "user" p on p.id = u.created_by
    where u.organization_id = ${organizationId}
      ${asked.before === null ? sql`` : sql`and u.id < ${asked.before}`}
    order by u.id desc limit ${asked.limit}`
}

/** Null where the organization has no such upload. */
export async function findUpload(
  database: Database,
  organizationId: number,
  id: number,
): Promise<UploadRow | null> {
  // Asked of the writing pool: a part that has just come counts.
  const sql = database.writing
  const [row] = await sql<UploadRow[]>`
    select ${columns(sql)} from upload u left join "user" p on p.id = u.created_by
    where u.organization_id = ${organizationId} and u.id = ${id}`
  return row ?? null
}

/** @returns null where the organization has as many as it may */
export async function insertUpload(
  database: Database,
  organizationId: number,
  given: { name: string; bytes: number; file: string; userId: string; now: number; most: number },
): Promise<number | null> {
  const now = new Date(given.now)
  const [row] = await database.writing<{ id: number }[]>`
    insert into upload (organization_id, name, bytes, file, created_by, created_at, touched_at)
    select ${organizationId}::int, ${given.name}::text, ${given.bytes}::bigint,
      ${given.file}::text, ${given.userId}::text, ${now}::timestamptz, ${now}::timestamptz
    where (select count(*) from upload where organization_id = ${organizationId}) < ${given.most}
    returning id`
  return row?.id ?? null
}

/** @returns false where the file has gone on at another place meanwhile, or is gone */
export async function noteReceived(
  database: Database,
  organizationId: number,
  id: number,
  given: { from: number; received: number; now: number },
): Promise<boolean> {
  const changed = await database.writing`
    update upload set received = ${given.received}, touched_at = ${new Date(given.now)}
    where organization_id = ${organizationId} and id = ${id} and received = ${given.from}
    returning id`
  return changed.length > 0
}

/** From now on it is kept for a while. */
export async function touchUploads(
  database: Database,
  organizationId: number,
  ids: readonly number[],
  now: number,
): Promise<void> {
  await database.writing`
    update upload set touched_at = ${new Date(now)}
    where organization_id = ${organizationId} and id = any(${[...ids]})`
}

/**
 * Forgets an upload and what was to be done with it.
 *
 * @returns the file that is to be removed; null where there is no such upload
 */
export async function deleteUpload(
  database: Database,
  organizationId: number,
  id: number,
  now: number,
): Promise<string | null> {
  return database.writing.begin(async (transaction) => {
    const [gone] = await transaction<{ file: string }[]>`
      delete from upload where organization_id = ${organizationId} and id = ${id} returning file`
    if (!gone) return null
    await transaction`
      update import_run set upload_id = null, runner = null,
        state = case when state in ('waiting', 'running', 'paused', 'interrupted')
          then 'cancelled' else state end,
        finished_at = coalesce(finished_at, ${new Date(now)})
      where organization_id = ${organizationId} and upload_id = ${id}`
    return gone.file
  })
}

/** Uploads nobody has touched since, and no import waits for, reads, or reads others beside. */
export const findExpired = (
  database: Database,
  before: number,
): Promise<{ organizationId: number; id: number }[]> => database.reading`
  select organization_id as "organizationId", id from upload u
  where touched_at < ${new Date(before)} and not exists (
    select from import_run r
    where r.organization_id = u.organization_id
      and (r.upload_id = u.id or r.reading -> 'beside' @> to_jsonb(u.id))
      and r.state in ('waiting', 'running'))`

/** Names in the spool folder that are still known. */
export async function findFiles(database: Database): Promise<Set<string>> {
  const rows = await database.reading<{ file: string }[]>`select file from upload`
  return new Set(rows.map(({ file }) => file))
}
