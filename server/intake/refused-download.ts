import { Readable } from 'node:stream'
import { type Database } from '../database/connect.ts'
import { findRefused, type RefusedLine } from './refused-store.ts'

/** Lines read from the table at once. */
const linesPerPage = 1_000

type Format = 'ndjson' | 'csv'

const columns = ['line', 'reason', 'field', 'message', 'text'] as const

/** The refused lines of an import as a file, page by page as it is taken. */
export function refusedFileOf(
  database: Database,
  organizationId: number,
  run: { id: number; name: string },
  format: Format,
): { name: string; type: string; content: Readable } {
  async function* pages() {
    if (format === 'csv') yield `${columns.join(',')}\r\n`
    let after = 0
    for (;;) {
      const asked = { after, limit: linesPerPage }
      const rows = await findRefused(database, organizationId, run.id, asked)
      const last = rows.at(-1)
      if (!last) return
      after = last.id
      yield rows.map(({ id, ...line }) => lineOf(line, format)).join('')
    }
  }
  return {
    name: `${run.name}.refused.${format}`,
    type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
    content: Readable.from(pages()),
  }
}

const lineOf = (line: RefusedLine, format: Format): string =>
  format === 'csv'
    ? `${columns.map((column) => cell(line[column])).join(',')}\r\n`
    : `${JSON.stringify(line)}\n`

/** A sheet takes text that begins like a formula for one; a quote before it says that it is text. */
function cell(value: string | number | null): string {
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value ?? ''}` : (value ?? '')
  return `"${text.replaceAll('"', '""')}"`
}
