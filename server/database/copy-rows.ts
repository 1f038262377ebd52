import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Transaction } from './connect.ts'
import { instantText } from './instant-text.ts'

/** Bytes by their hexadecimal digits. */
export class Hex {
  readonly digits: string
  constructor(digits: string) {
    this.digits = digits
  }
}

type Cell = string | number | boolean | Date | Hex | null

/** More of them would be a text so long that it counts as a large object, which is collected late. */
const rowsPerChunk = 100
/** A COPY takes more turns: for a call or two, which is what a phone system sends, one is enough. */
const insertedRowsLimit = 20

/** What stands in each column of a row, by the column's name. */
export type Columns<R> = Record<string, (row: R) => Cell>

/**
 * Writes rows into a table the fastest way there is.
 *
 * @param columns those that may be null must have no other default
 */
export async function copyRows<R>(
  transaction: Transaction,
  table: string,
  columns: Columns<R>,
  rows: readonly R[],
): Promise<void> {
  if (rows.length === 0) return
  if (rows.length <= insertedRowsLimit) {
    const names = Object.keys(columns)
    const named = rows.map((row) =>
      Object.fromEntries(names.map((name) => [name, parameter(columns[name]?.(row) ?? null)])),
    )
    await transaction`insert into ${transaction(table)} ${transaction(named, names)}`
    return
  }
  const filled = Object.entries(columns).filter(([, cellOf]) => isFilled(cellOf, rows))
  const names = transaction(filled.map(([name]) => name))
  const cells = filled.map(([, cellOf]) => cellOf)
  const into = await transaction`copy ${transaction(table)} (${names}) from stdin`.writable()
  await pipeline(Readable.from(chunksOf(cells, rows)), into)
}

/** A column that no row fills is left out, which takes less time than its nulls would. */
const isFilled = <R>(cellOf: (row: R) => Cell, rows: readonly R[]): boolean =>
  rows.some((row) => cellOf(row) !== null)

const parameter = (cell: Cell) => (cell instanceof Hex ? Buffer.from(cell.digits, 'hex') : cell)

/** Each chunk is put into words when it is its turn, so that no more than one is held. */
function* chunksOf<R>(cells: readonly ((row: R) => Cell)[], rows: readonly R[]): Generator<string> {
  const words = cells.map(() => '')
  for (let start = 0; start < rows.length; start += rowsPerChunk) {
    const lines: string[] = []
    for (const row of rows.slice(start, start + rowsPerChunk)) {
      for (let place = 0; place < cells.length; place += 1) {
        words[place] = cellText(cells[place]?.(row) ?? null)
      }
      lines.push(words.join('\t'))
    }
    yield `${lines.join('\n')}\n`
  }
}

const needsEscape = /[\\\t\n\r]/
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** One value in COPY's text form. */
function cellText(cell: Cell): string {
  if (cell === null) return '\\N'
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 't' : 'f'
  if (typeof cell === 'string') {
    return needsEscape.test(cell)
      ? cell.replaceAll(/[\\\t\n\r]/g, (each) => escapes[each] ?? each)
      : cell
  }
  return cell instanceof Hex ? `\\\\x${cell.digits}` : instantText(cell.getTime())
}
