import { type ColumnMapping } from '../../../shared/intake/column-mapping.ts'

/**
 * The mapping for the same columns in a sheet, as sheetTexts writes it: a cell that holds a date or
 * a time is one, however the mapping says that text is written.
 */
export const sheetMapping = (mapping: ColumnMapping): ColumnMapping => ({
  ...(withFormats(mapping) as ColumnMapping),
  file: {
    ...(mapping.file.columns ? { columns: mapping.file.columns } : {}),
    ...{ delimiter: ',', quote: '"', encoding: 'utf-8' },
  },
})

/** How the cells of a sheet are written, for each kind of source. */
const moments = ['iso', 'YYYY-MM-DD H:mm:ss']
const timesOfDay = ['H:mm:ss']
const durations = ['H:mm:ss']

/** Adds the ways in which a sheet's cells are written to every source that names ways. */
function withFormats(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withFormats)
  if (typeof value !== 'object' || value === null) return value
  const source = Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withFormats(inner)]),
  )
  if (!Array.isArray(source['formats'])) return source
  const written = source['formats'] as string[]
  const added = isDuration(written) ? durations : 'onDayOf' in source ? timesOfDay : moments
  return { ...source, formats: [...written, ...added] }
}

const isDuration = (formats: readonly string[]): boolean =>
  formats.every((format) => ['seconds', 'milliseconds', 'H:mm:ss', 'm:ss'].includes(format))
