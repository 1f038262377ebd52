import { spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Unreadable } from '../read-texts.ts'
import {
  sheetMemoryBytesLimit,
  type SheetFailure,
  type SheetHead,
  tooLargeExitCode,
  workbookBytesLimit,
} from './sheet-limits.ts'

const program = fileURLToPath(new URL('sheet-program.ts', import.meta.url))
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const heapMegabytes = Math.floor(sheetMemoryBytesLimit / 1024 ** 2 / 2)

/** What a workbook holds: its sheets, and the beginning of one as CSV. */
export type DescribedWorkbook = SheetHead & { text: string }

/**
 * The rows of one sheet of a workbook as CSV, a line for each row.
 *
 * @param sheet its name; null: the first one
 * @throws Unreadable with a sentence that says why and what to do
 */
export async function* sheetTexts(
  path: string,
  sheet: string | null,
): AsyncGenerator<string, void> {
  let isHead = true
  for await (const text of runProgram('read', path, sheet)) {
    if (!isHead) yield text
    isHead = false
  }
}

/** @throws Unreadable */
export async function describeWorkbook(
  path: string,
  sheet: string | null,
): Promise<DescribedWorkbook> {
  let head: SheetHead | null = null
  let rows = ''
  for await (const text of runProgram('describe', path, sheet)) {
    if (head === null) head = JSON.parse(text) as SheetHead
    else rows += text
  }
  if (head === null) throw new Unreadable(damaged)
  if (sheet !== null && head.sheet !== sheet) throw new Unreadable(noSheet(sheet, head.sheets))
  return { ...head, text: rows }
}

/** What the program writes: its first line alone, then the rest in pieces. */
async function* runProgram(
  order: 'read' | 'describe',
  path: string,
  sheet: string | null,
): AsyncGenerator<string, void> {
  if ((await stat(path)).size > workbookBytesLimit) throw new Unreadable(tooLarge)
  const child = spawn(
    process.execPath,
    [
      ...[`--max-old-space-size=${heapMegabytes}`, '--import', loader],
      ...[program, order, path, ...(sheet === null ? [] : [sheet])],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { TZ: 'UTC' }, windowsHide: true },
  )
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (complaint.length < complaintCharactersLimit) complaint += text
  })
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => {
      resolve(null)
    })
    child.once('close', resolve)
  })
  try {
    let head: string | null = ''
    for await (const text of child.stdout.setEncoding('utf8') as AsyncIterable<string>) {
      if (head === null) {
        yield text
        continue
      }
      head += text
      const end = head.indexOf('\n')
      if (end === -1) continue
      yield head.slice(0, end)
      if (end + 1 < head.length) yield head.slice(end + 1)
      head = null
    }
    const code = await ended
    if (code !== 0) throw new Unreadable(sentenceFor(code, complaint, sheet))
  } finally {
    child.kill('SIGKILL')
  }
}

const complaintCharactersLimit = 4_096
const tooLarge = `The workbook is larger than can be read at once (${workbookBytesLimit / 1024 ** 2} MB, or a million rows). Save the sheet as CSV and import that.`
const damaged =
  'The workbook is damaged and can not be read. Open it and save it again as .xlsx, or save the sheet as CSV.'
const archive =
  'The file is a ZIP archive and no workbook. Take the file out of the archive and import that.'
const sentences: Readonly<Record<string, string>> = {
  XLS_FILE_NOT_SUPPORTED:
    'The file is a workbook of an old version (.xls). Save it as .xlsx, or save the sheet as CSV.',
  FILE_NOT_SUPPORTED: 'The file is no workbook. Check that it is the right file.',
  NO_DATA: 'The file is empty.',
}

const noSheet = (sheet: string, sheets: readonly string[]) =>
  `The workbook has no sheet "${sheet}". It has ${sheets.map((name) => `"${name}"`).join(', ')}.`

function sentenceFor(code: number | null, complaint: string, sheet: string | null): string {
  const failure = failureIn(complaint)
  if (failure?.code === 'SheetNotFoundError') return noSheet(sheet ?? '1', failure.sheets)
  if (failure?.message.includes('file not found inside')) return archive
  if (failure) return sentences[failure.code] ?? damaged
  // Without a word of its own it was ended for the memory it took.
  return code === tooLargeExitCode || code === null || code > 1 ? tooLarge : damaged
}

function failureIn(complaint: string): SheetFailure | null {
  try {
    return JSON.parse(complaint) as SheetFailure
  } catch {
    return null
  }
}
