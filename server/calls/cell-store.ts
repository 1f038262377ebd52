import { invariant } from '../../shared/invariant.ts'
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

/** Tells cells apart: no name is empty, and none contains what stands between them. */
const cellKey = (keys: CellKeys): string =>
  [...[keys.queue, keys.issue, keys.audience, keys.language, keys.position, keys.frequency]].join(
    '\u0000',
  )

/** Gathers the cells some rows fall in, each once, and gives each row the key of its cell. */
export function wantedCells() {
  const byKey = new Map<string, CellKeys>()
  return {
    byKey: byKey as ReadonlyMap<string, CellKeys>,
    want: (keys: CellKeys): string => {
      const key = cellKey(keys)
      if (!byKey.has(key)) byKey.set(key, keys)
      return key
    },
  }
}

export type WantedCells = ReturnType<typeof wantedCells>
export type CellIds = { idOf: (key: string) => number }

/** The ids of these cells, created with their parents where they are new. */
export async function findCells(
  transaction: Transaction,
  organizationId: number,
  { byKey }: WantedCells,
): Promise<CellIds> {
  let found = await readCells(transaction, organizationId)
  const missing = [...byKey].flatMap(([key, keys]) => (found.has(key) ? [] : [keys]))
  if (missing.length > 0) {
    await createCells(transaction, organizationId, missing)
    found = await readCells(transaction, organizationId)
  }
  return {
    idOf: (key) => {
      const id = found.get(key)
      invariant(id !== undefined, 'every cell was created before it is used')
      return id
    },
  }
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
