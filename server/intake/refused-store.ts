import { type Database, type Transaction } from '../database/connect.ts'

export type RefusedLine = {
  line: number
  reason: string
  field: string | null
  message: string
  text: string | null
}

/** How many refused lines of one run are kept for the page; the counts go on beyond it. */
export const keptLinesLimit = 10_000

/** Keeps refused lines for the page, up to the limit of a run. */
export async function keepRefused(
  transaction: Transaction,
  organizationId: number,
  importId: number,
  lines: readonly RefusedLine[],
): Promise<void> {
  if (lines.length === 0) return
  const column = (name: keyof RefusedLine) => lines.map((line) => storable(line[name]))
  await transaction`
    insert into refused_line (organization_id, import_id, line, reason, field, message, text)
    select ${organizationId}::int, ${importId}::int, n.*
    from unnest(${column('line')}::bigint[], ${column('reason')}::text[], ${column('field')}::text[],
      ${column('message')}::text[], ${column('text')}::text[]) n
    limit greatest(0, ${keptLinesLimit} - (
      select count(*) from refused_line
      where organization_id = ${organizationId} and import_id = ${importId}))`
}

/** The database holds no NUL, and what was refused may well hold one. */
const storable = (value: string | number | null) =>
  typeof value === 'string' ? value.replaceAll('\u0000', '\ufffd') : value

export async function findRefused(
  database: Database,
  organizationId: number,
  importId: number,
  asked: { after: number; limit: number },
): Promise<(RefusedLine & { id: number })[]> {
  return database.reading<(RefusedLine & { id: number })[]>`
    select id::float8, line::float8, reason, field, message, text from refused_line
    where organization_id = ${organizationId} and import_id = ${importId} and id > ${asked.after}
    order by id limit ${asked.limit}`
}
