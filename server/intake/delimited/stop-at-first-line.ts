import { type ReadStop } from '../read-step.ts'

/**
 * Says what a file is that isn't text, judging by how it begins.
 *
 * @param notText what to say of it, and what to do
 */
export function stopAtFirstLine(
  beginning: string,
  lineNumber: number,
  notText = 'The file is not text in UTF-8. Save it as UTF-8, or export it again.',
): ReadStop | null {
  const isArchive = beginning.startsWith('PK\u0003\u0004')
  if (!isArchive && !beginning.includes('\0')) return null
  const message = isArchive
    ? 'The file is a workbook or a ZIP archive, not text. Save the sheet as CSV, or take the file out of the archive.'
    : notText
  return { reason: 'not_text', lineNumber, message }
}
