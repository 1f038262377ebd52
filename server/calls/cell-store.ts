import { type Transaction } from '../database/connect.ts'

/** The finest cell's keys: only what was known when the call was answered (METHOD 2.1). */
export type CellKeys = {
  queue: string | null
  issue: string | null
  audience: string | null
  language: string | null
  /** 1, 2 or 3 and more. */
  position: number
  /** 0: none or one call before, 1: two to five, 2: six and more. */
  frequency: number
}

export const cellKey = (keys: CellKeys): string =>
  JSON.stringify([
    ...[keys.queue, keys.issue, keys.audience, keys.language, keys.position, keys.frequency],
  ])

/** The ids of these cells, created with their parents where they are new. */
export async function findCells(
  transaction: Transaction,
  organizationId: number,
  wanted: readonly CellKeys[],
): Promise<Map<string, number>> {
  const unique = [...new Map(wanted.map((keys) => [cellKey(keys), keys])).values()]
  const found = await readCells(transaction, organizationId)
  const missing = unique.filter((keys) => !found.has(cellKey(keys)))
  if (missing.length === 0) return found
  await createCells(transaction, organizationId, missing)
  return readCells(transaction, organizationId)
}

async function readCells(
  transaction: Transaction,
  organizationId: number,
): Promise<Map<string, number>> {
  const rows = await transaction<(CellKeys & { id: number })[]>`
    select id, queue, issue, audience, language, position, frequency from cell
    where organization_id = ${organizationId} and level = 3`
  return new Map(rows.map((row) => [cellKey(row), row.id]))
}

async function createCells(
  transaction: Transaction,
  organizationId: number,
  cells: readonly CellKeys[],
): Promise<void> {
  const columns = [
    cells.map((keys) => keys.queue),
    cells.map((keys) => keys.issue),
    cells.map((keys) => keys.audience),
    cells.map((keys) => keys.position),
    cells.map((keys) => keys.frequency),
    cells.map((keys) => keys.language),
  ] as const
  await transaction`
    insert into cell (organization_id, level) values (${organizationId}, 0) on conflict do nothing`
  await transaction`
    insert into cell (organization_id, level, parent_id, queue)
    select distinct ${organizationId}::int, 1, p.id, w.queue
    from unnest(${columns[0]}::text[]) w(queue)
    join cell p on p.organization_id = ${organizationId} and p.level = 0
    on conflict do nothing`
  await transaction`
    insert into cell (organization_id, level, parent_id, queue, issue)
    select distinct ${organizationId}::int, 2, p.id, w.queue, w.issue
    from unnest(${columns[0]}::text[], ${columns[1]}::text[]) w(queue, issue)
    join cell p on p.organization_id = ${organizationId} and p.level = 1
      and p.queue is not distinct from w.queue
    on conflict do nothing`
  await transaction`
    insert into cell
      (organization_id, level, parent_id, queue, issue, audience, language, position, frequency)
    select distinct ${organizationId}::int, 3, p.id, w.queue, w.issue, w.audience, w.language,
      w.position, w.frequency
    from unnest(${columns[0]}::text[], ${columns[1]}::text[], ${columns[2]}::text[],
      ${columns[3]}::smallint[], ${columns[4]}::smallint[], ${columns[5]}::text[])
      w(queue, issue, audience, position, frequency, language)
    join cell p on p.organization_id = ${organizationId} and p.level = 2
      and p.queue is not distinct from w.queue and p.issue is not distinct from w.issue
    on conflict do nothing`
}
