import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { type Database } from '../database/connect.ts'
import { display, organization } from './table.ts'

export type DisplayRow = {
  id: number
  name: string
  pairedBy: string
  pairedAt: Date
  lastSeenAt: Date | null
  organization: { id: number; name: string; isSimulated: boolean }
}

const select = (database: Database) =>
  database.tables
    .select({
      id: display.id,
      name: display.name,
      pairedBy: display.pairedBy,
      pairedAt: display.pairedAt,
      lastSeenAt: display.lastSeenAt,
      organization: {
        id: organization.id,
        name: organization.name,
        isSimulated: organization.isSimulated,
      },
    })
    .from(display)
    .innerJoin(organization, eq(organization.id, display.organizationId))

/** The display that holds a token, unless it was removed. */
export async function findDisplayByToken(
  database: Database,
  tokenHash: string,
): Promise<DisplayRow | null> {
  const [found] = await select(database).where(
    and(eq(display.tokenHash, tokenHash), isNull(display.revokedAt)),
  )
  return found ?? null
}

/** Those of the displays that were not removed. */
export const findDisplaysByIds = (
  database: Database,
  ids: readonly number[],
): Promise<DisplayRow[]> =>
  select(database).where(and(inArray(display.id, [...ids]), isNull(display.revokedAt)))

const isOne = (organizationId: number, id: number) =>
  and(eq(display.organizationId, organizationId), eq(display.id, id), isNull(display.revokedAt))

export async function findDisplay(
  database: Database,
  organizationId: number,
  id: number,
): Promise<DisplayRow | null> {
  const [found] = await select(database).where(isOne(organizationId, id))
  return found ?? null
}

export const findDisplays = (
  database: Database,
  organizationId: number,
  page: { after: number; limit: number },
): Promise<DisplayRow[]> =>
  select(database)
    .where(
      and(
        eq(display.organizationId, organizationId),
        isNull(display.revokedAt),
        gt(display.id, page.after),
      ),
    )
    .orderBy(asc(display.id))
    .limit(page.limit)

export async function noteSeen(
  database: Database,
  { id, organization }: DisplayRow,
  at: Date,
): Promise<void> {
  await database.tables.update(display).set({ lastSeenAt: at }).where(isOne(organization.id, id))
}

export async function revokeDisplay(
  database: Database,
  organizationId: number,
  id: number,
  at: Date,
): Promise<boolean> {
  const revoked = await database.tables
    .update(display)
    .set({ revokedAt: at })
    .where(isOne(organizationId, id))
    .returning({ id: display.id })
  return revoked.length > 0
}
