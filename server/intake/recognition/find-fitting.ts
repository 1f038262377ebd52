import { type Database } from '../../database/connect.ts'
import { columnKey } from '../mapping/mapping-desk.ts'
import { findWholeMappings } from '../mapping-store.ts'
import { columnsRead } from './columns-read.ts'

/** Saved mappings that are looked through, those that were changed last first. */
const mappingsLookedAtLimit = 200
const shownLimit = 10

/** Saved mappings that read only columns which a file has; those that read most of them first. */
export async function findFitting(
  database: Database,
  { organizationId, userId }: { organizationId: number; userId: string },
  columns: readonly string[],
): Promise<{ id: number; name: string }[]> {
  if (columns.length === 0) return []
  const present = new Set(columns.map(columnKey))
  const all = await findWholeMappings(database, organizationId, userId, mappingsLookedAtLimit)
  return all
    .map(({ id, name, mapping }) => ({ id, name, read: columnsRead(mapping) }))
    .filter(({ read }) => read.every((column) => present.has(columnKey(column))))
    .sort((a, b) => b.read.length - a.read.length)
    .slice(0, shownLimit)
    .map(({ id, name }) => ({ id, name }))
}
