import { type ColumnMapping } from '../../../shared/intake/column-mapping.ts'
import { compileMapping } from '../compile-mapping.ts'
import { findDelimiter } from './find-delimiter.ts'
import { type Dialect } from './split-quoted.ts'

/** How a file is to be split, by the mapping, or by its first line where that is asked for. */
export function dialectOf({ file, ...mapping }: ColumnMapping, firstLine: string): Dialect {
  const quote = file.quote === undefined ? '"' : file.quote
  if (file.delimiter !== 'auto') return { delimiter: file.delimiter, quote }
  const { columns } = file
  const unfit = (cells: string[]) =>
    columns
      ? Math.abs(cells.length - columns.length)
      : compileMapping({ ...mapping, file }, cells).missing.length
  return { delimiter: findDelimiter(firstLine, quote, unfit), quote }
}
