import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { type KeyScope } from '../../shared/roster/key-scope.ts'
import { type Database } from '../database/connect.ts'
import { apiKey } from './table.ts'

export type KeyRow = {
  id: number
  organizationId: number
  name: string
  scopes: KeyScope[]
  hint: string
  createdAt: Date
}

const columns = {
  id: apiKey.id,
  organizationId: apiKey.organizationId,
  name: apiKey.name,
  scopes: apiKey.scopes,
  hint: apiKey.hint,
  createdAt: apiKey.createdAt,
}

export async function insertKey(
  database: Database,
  key: Omit<KeyRow, 'id' | 'createdAt'> & { secretHash: string },
): Promise<number> {
  const [made] = await database.tables.insert(apiKey).values(key).returning({ id: apiKey.id })
  return made?.id ?? 0
}

export async function findKeyBySecret(
  database: Database,
  secretHash: string,
): Promise<KeyRow | null> {
  const [found] = await database.tables
    .select(columns)
    .from(apiKey)
    .where(and(eq(apiKey.secretHash, secretHash), isNull(apiKey.revokedAt)))
  return found ?? null
}

export const findKeys = (
  database: Database,
  organizationId: number,
  page: { after: number; limit: number },
): Promise<KeyRow[]> =>
  database.tables
    .select(columns)
    .from(apiKey)
    .where(
      and(
        eq(apiKey.organizationId, organizationId),
        isNull(apiKey.revokedAt),
        gt(apiKey.id, page.after),
      ),
    )
    .orderBy(asc(apiKey.id))
    .limit(page.limit)

export async function revokeKey(
  database: Database,
  organizationId: number,
  id: number,
  at: Date,
): Promise<boolean> {
  const revoked = await database.tables
    .update(apiKey)
    .set({ revokedAt: at })
    .where(
      and(eq(apiKey.organizationId, organizationId), eq(apiKey.id, id), isNull(apiKey.revokedAt)),
    )
    .returning({ id: apiKey.id })
  return revoked.length > 0
}
