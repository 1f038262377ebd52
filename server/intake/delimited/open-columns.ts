import { type ColumnMapping } from '../../../shared/intake/column-mapping.ts'
import { compileMapping, type RowReader } from '../compile-mapping.ts'
import { type ReadStop } from '../read-step.ts'

const namesShownLimit = 12

/** The row reader for a file with these columns, or why it can't be read with this mapping. */
export function openColumns(
  mapping: ColumnMapping,
  columns: readonly string[],
  lineNumber: number,
): { read: RowReader; stop: null } | { read: null; stop: ReadStop } {
  const { read, missing, doubled } = compileMapping(mapping, columns)
  if (missing.length > 0) {
    const many = `${missing.length} ${missing.length === 1 ? 'column' : 'columns'} too few`
    return {
      read: null,
      stop: {
        reason: 'columns_missing',
        lineNumber,
        message: `${many}: the file lacks ${listed(missing)}, which the mapping reads. It has ${columns.length}: ${listed(columns)}. Check that it is the right export, and its delimiter.`,
      },
    }
  }
  if (doubled.length > 0) {
    return {
      read: null,
      stop: {
        reason: 'columns_doubled',
        lineNumber,
        message: `The file has ${listed(doubled)} more than once, and the mapping reads it. Rename one of them in the file, or name the columns by position (file.columns).`,
      },
    }
  }
  return { read, stop: null }
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, namesShownLimit).map((name) => `"${name.slice(0, 60)}"`)
  const others = names.length - shown.length
  return others > 0 ? `${shown.join(', ')} and ${others} more` : shown.join(', ')
}
