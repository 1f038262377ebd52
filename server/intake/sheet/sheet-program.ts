import { once } from 'node:events'
import readWorkbook, { readSheet } from 'read-excel-file/node'
import { type SheetCell, sheetLines } from './sheet-lines.ts'
import {
  describedRowsLimit,
  sheetMemoryBytesLimit,
  type SheetFailure,
  type SheetHead,
  tooLargeExitCode,
} from './sheet-limits.ts'

// A program of its own: a workbook is unpacked and parsed whole and at once, which would hold up
// everything else, and its dates are read in the zone of the process, which is UTC for this one.
// It writes a line of JSON with the sheets' names, and the rows of one sheet as CSV.

/** How often it looks at the memory it takes; unpacking leaves it time to. */
const watchMilliseconds = 50

type Rows = readonly (readonly (SheetCell | null)[])[]

/** Numbers stay as they are written, so that long ones keep their digits. */
const asWritten = { parseNumber: (text: string) => text, trim: false }

async function convert(order: string, path: string, sheet: string | undefined): Promise<void> {
  const { head, rows } = await (order === 'describe' ? describe(path, sheet) : read(path, sheet))
  await write(`${JSON.stringify(head)}\n`)
  for (const lines of sheetLines(rows)) await write(lines)
}

/** All names, and the first rows of one sheet. */
async function describe(path: string, sheet: string | undefined) {
  const all = await readWorkbook<string>(path, asWritten)
  const chosen = sheet === undefined ? all[0] : all.find((each) => each.sheet === sheet)
  const head: SheetHead = { sheets: all.map((each) => each.sheet), sheet: chosen?.sheet ?? '' }
  const rows = chosen ? (chosen.data as unknown as Rows) : []
  return { head, rows: rows.slice(0, describedRowsLimit) }
}

async function read(path: string, sheet: string | undefined) {
  const rows = await readSheet<string>(path, sheet ?? 1, asWritten)
  const head: SheetHead = { sheets: [], sheet: sheet ?? '' }
  return { head, rows: rows as unknown as Rows }
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

function tell(error: unknown): void {
  const isError = error instanceof Error
  const failure: SheetFailure = {
    code: isError && 'code' in error ? String(error.code) : isError ? error.name : '',
    message: isError ? error.message : String(error),
    sheets: isError && 'sheets' in error ? textsIn(error.sheets) : [],
  }
  process.stderr.write(JSON.stringify(failure))
  process.exitCode = 1
}

const textsIn = (list: unknown): string[] =>
  Array.isArray(list) ? list.filter((each) => typeof each === 'string') : []

const watch = setInterval(() => {
  if (process.memoryUsage().rss > sheetMemoryBytesLimit) process.exit(tooLargeExitCode)
}, watchMilliseconds)
const [order = '', path = '', sheet] = process.argv.slice(2)
await convert(order, path, sheet).catch(tell)
clearInterval(watch)
