import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { decoded } from './delimited/decoded.ts'
import { type Encoding, guessWarning } from './delimited/find-encoding.ts'
import { unzipped } from './delimited/unzipped.ts'
import { sheetTexts } from './sheet/sheet-texts.ts'

/** A file's text in pieces, and how much of the file they took so far. */
export type FileTexts = {
  texts: AsyncGenerator<string, void>
  bytesRead: () => number
  bytesInAll: number
  /** What had to be guessed; complete once the first piece has come. */
  warnings: string[]
}

/** How workbooks begin: a ZIP archive, and what Excel wrote before 2007. */
const workbookMarks = ['504b0304', 'd0cf11e0']

/** Whether a file has to be read as a workbook, even if only to say that it is none. */
export async function isWorkbook(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return workbookMarks.includes(buffer.toString('hex', 0, bytesRead))
  } finally {
    await file.close()
  }
}

/**
 * Opens a file of text, plain or gzip, or a sheet of a workbook.
 *
 * @param how encoding null: as its first bytes say; sheet null: the first one
 */
export async function openTexts(
  path: string,
  how: { encoding: Encoding | null; sheet: string | null },
): Promise<FileTexts> {
  const bytesInAll = (await stat(path)).size
  const warnings: string[] = []
  if (await isWorkbook(path)) return openSheet(path, how.sheet, bytesInAll)
  const file = createReadStream(path)
  const texts = decoded(unzipped(file), how.encoding, ({ isGuessed }) => {
    if (isGuessed) warnings.push(guessWarning)
  })
  return { texts, warnings, bytesInAll, bytesRead: () => file.bytesRead }
}

/** A workbook is read as a whole before its first row comes. */
function openSheet(path: string, sheet: string | null, bytesInAll: number): FileTexts {
  let isUnpacked = false
  async function* texts() {
    for await (const text of sheetTexts(path, sheet)) {
      isUnpacked = true
      yield text
    }
  }
  return {
    ...{ texts: texts(), warnings: [], bytesInAll },
    bytesRead: () => (isUnpacked ? bytesInAll : 0),
  }
}
