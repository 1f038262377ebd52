import { and, asc, eq, gt } from 'drizzle-orm'
import { type Database, type Transaction } from '../database/connect.ts'
import { connection } from './table.ts'

export type ConnectionRow = typeof connection.$inferSelect

/** The number of a connection to be: its secret is closed as the secret of that one. */
export async function takeConnectionId(database: Database): Promise<number> {
  const [row] = await database.writing<{ id: number }[]>`
    select nextval(pg_get_serial_sequence('connection', 'id'))::int as id`
  return row?.id ?? 0
}

/** @returns null where the organization has a connection of that name */
export async function insertConnection(
  database: Database,
  given: Pick<
    ConnectionRow,
    'organizationId' | 'id' | 'name' | 'kind' | 'source' | 'settings' | 'secret' | 'createdAt'
  >,
): Promise<ConnectionRow | null> {
  const [made] = await database.tables
    .insert(connection)
    .overridingSystemValue()
    .values(given)
    .onConflictDoNothing()
    .returning()
  return made ?? null
}

type Secrets = Pick<ConnectionRow, 'secret' | 'formerSecret' | 'formerUntil'>

/** @returns false where there is no such connection */
export async function setSecrets(
  database: Database,
  organizationId: number,
  id: number,
  secrets: Secrets,
): Promise<boolean> {
  const changed = await database.tables
    .update(connection)
    .set(secrets)
    .where(and(eq(connection.organizationId, organizationId), eq(connection.id, id)))
    .returning({ id: connection.id })
  return changed.length > 0
}

/**
 * Disables a connection, or enables it again.
 *
 * @param given endsSource: nothing more is to come of its source, unless another connection that
 *   is not disabled writes it. Once enabled, a source is waited for again.
 * @returns false where there is no such connection
 */
export async function setEnabled(
  database: Database,
  organizationId: number,
  id: number,
  given: { isEnabled: boolean; endsSource: boolean; now: number },
): Promise<boolean> {
  const { isEnabled, endsSource } = given
  return database.writing.begin(async (transaction) => {
    const [changed] = await transaction<{ source: string }[]>`
      update connection set disabled_at =
        case when ${isEnabled} then null else coalesce(disabled_at, ${new Date(given.now)}) end
      where organization_id = ${organizationId} and id = ${id} returning source`
    if (changed && (isEnabled || endsSource)) {
      await transaction`
        update feed f set is_ended = ${!isEnabled}
        where f.organization_id = ${organizationId} and f.source = ${changed.source}
          and (${isEnabled} or not exists (
            select from connection c
            where c.organization_id = f.organization_id and c.source = f.source
              and c.disabled_at is null))`
    }
    return changed !== undefined
  })
}

/** A connection by the number in its address, of whichever organization. */
export async function findConnection(
  database: Database,
  id: number,
): Promise<ConnectionRow | null> {
  const [found] = await database.tables.select().from(connection).where(eq(connection.id, id))
  return found ?? null
}

export async function findOwnConnection(
  database: Database,
  organizationId: number,
  id: number,
): Promise<ConnectionRow | null> {
  const found = await findConnection(database, id)
  return found?.organizationId === organizationId ? found : null
}

export const findConnections = (
  database: Database,
  organizationId: number,
  page: { after: number; limit: number },
): Promise<ConnectionRow[]> =>
  database.tables
    .select()
    .from(connection)
    .where(and(eq(connection.organizationId, organizationId), gt(connection.id, page.after)))
    .orderBy(asc(connection.id))
    .limit(page.limit)

/** Removes a connection and what is remembered of its deliveries; false where there is none. */
export async function removeConnection(
  database: Database,
  organizationId: number,
  id: number,
): Promise<boolean> {
  return database.writing.begin(async (transaction) => {
    const removed = await transaction`
      delete from connection where organization_id = ${organizationId} and id = ${id} returning id`
    await transaction`
      delete from delivery where organization_id = ${organizationId} and connection_id = ${id}`
    return removed.length > 0
  })
}

export async function noteTaken(
  transaction: Transaction,
  { organizationId, id }: Pick<ConnectionRow, 'organizationId' | 'id'>,
  now: number,
): Promise<void> {
  await transaction`
    update connection set last_received_at = ${new Date(now)}, deliveries = deliveries + 1
    where organization_id = ${organizationId} and id = ${id}`
}

export async function noteRefused(
  database: Database,
  { organizationId, id }: Pick<ConnectionRow, 'organizationId' | 'id'>,
  given: { refusal: { reason: string; message: string }; times: number; now: number },
): Promise<void> {
  await database.writing`
    update connection set
      last_refused_at = ${new Date(given.now)},
      last_refusal = ${database.writing.json(given.refusal)},
      refused_deliveries = refused_deliveries + ${given.times}
    where organization_id = ${organizationId} and id = ${id}`
}
