import { type ReadStop } from '../read-step.ts'

/** Says what a file is that isn't delimited text, judging by its first line. */
export function stopAtFirstLine(text: string, lineNumber: number): ReadStop | null {
  if (text.startsWith('PK\u0003\u0004')) {
    return notText(
      lineNumber,
      'The file is a workbook or a ZIP archive, not text. Save the sheet as CSV, or take the file out of the archive.',
    )
  }
  if (!text.includes('\0')) return null
  return notText(
    lineNumber,
    'The file is not text in the encoding the mapping names. If a program saved it as "Unicode", set file.encoding to utf-16le.',
  )
}

const notText = (lineNumber: number, message: string): ReadStop => ({
  reason: 'not_text',
  lineNumber,
  message,
})
