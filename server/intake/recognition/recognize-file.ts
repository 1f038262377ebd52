import { createReadStream } from 'node:fs'
import { type Recognition } from '../../../shared/intake/recognition.ts'
import { encodingHeadBytes } from '../delimited/find-encoding.ts'
import { unzipped } from '../delimited/unzipped.ts'
import { isWorkbook } from '../open-texts.ts'
import { Unreadable } from '../read-texts.ts'
import { describeWorkbook } from '../sheet/sheet-texts.ts'
import { everythingKnown, recognize, recognizeText, unreadable } from './recognize.ts'

/** UTF-16 takes two bytes for what an adapter is shown as one character. */
const headBytes = 2 * encodingHeadBytes

/**
 * Tells what a file is: text, plain or gzip, or a workbook.
 *
 * @param sheet of a workbook; null: the first one
 */
export async function recognizeFile(
  path: string,
  sheet: string | null,
  known = everythingKnown,
): Promise<Recognition> {
  try {
    if (!(await isWorkbook(path))) return recognize(await headOf(path), known)
    const workbook = await describeWorkbook(path, sheet)
    const encoding = { encoding: 'utf-8', isGuessed: false } as const
    const { sheets } = workbook
    const told = recognizeText({ text: workbook.text, encoding }, known)
    return { ...told, sheets, sheet: workbook.sheet, delimiter: null }
  } catch (error) {
    if (error instanceof Unreadable) return unreadable(error.message)
    throw error
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    for await (const piece of unzipped(createReadStream(path, { highWaterMark: headBytes }))) {
      pieces.push(piece)
      length += piece.length
      if (length >= headBytes) break
    }
  } catch (error) {
    if (length === 0) throw new Unreadable(brokenFromTheStart, { cause: error })
  }
  return Buffer.concat(pieces).subarray(0, headBytes)
}

const brokenFromTheStart = 'The file is damaged from its start on. Transfer it again.'
