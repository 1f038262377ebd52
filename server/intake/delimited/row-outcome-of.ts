import { type RowReader } from '../compile-mapping.ts'
import { type RowOutcome } from '../row-outcome.ts'
import { type AssembledRow } from './row-assembler.ts'

/** What becomes of a row as it stood in the file; damaged text isn't taken for a value. */
export function rowOutcome(row: AssembledRow, read: RowReader, now: number): RowOutcome {
  if (row.cells === null) return malformed(row.message)
  if (row.text.includes('\uFFFD')) {
    return malformed(
      'The line has characters that the encoding of the file does not allow. If it comes from an older Windows program, set file.encoding to latin1.',
    )
  }
  if (row.text.includes('\0')) {
    return malformed('The line has a NUL character, which no text has. Check file.encoding.')
  }
  return read(row.cells, now)
}

const malformed = (message: string): RowOutcome => ({
  kind: 'refused',
  reason: 'malformed_line',
  field: null,
  message,
  externalId: null,
})
