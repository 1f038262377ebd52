import { type ColumnMapping } from '../../../shared/intake/column-mapping.ts'
import { dialectOf } from './dialect-of.ts'
import { type FileReading } from './file-reading.ts'
import { openColumns } from './open-columns.ts'
import { rowOutcome } from './row-outcome-of.ts'
import { rowReading } from './row-reading.ts'

/**
 * Reads a file of rows through a column mapping.
 *
 * @param now epoch milliseconds of receipt: a call can't have started after it
 */
export const mappingReading = (mapping: ColumnMapping, now: number): FileReading =>
  rowReading({
    dialectOf: (firstLine) => dialectOf(mapping, firstLine),
    columns: mapping.file.columns ?? null,
    open: (columns, at) => {
      const { read, stop } = openColumns(mapping, columns, at)
      if (!read) return { read, stop }
      return {
        read: (row) => {
          const { lineNumber, text } = row
          return [{ lineNumber, text, outcome: rowOutcome(row, read, now) }]
        },
        stop,
      }
    },
    end: () => [],
    notText:
      'The file is not text in the encoding the mapping names. If a program saved it as "Unicode", set file.encoding to utf-16le.',
  })
