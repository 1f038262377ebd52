import { type ColumnCleaning } from '../../../shared/intake/column-mapping.ts'
import { type MappingDesk } from './mapping-desk.ts'
import { patternOf } from './pattern.ts'

/** What means "not known" in every column of the file. */
type NullsEverywhere = { nulls: readonly string[]; patterns: readonly RegExp[] }

/**
 * Makes the function every cell of a column goes through: outer blanks off, rewrite, aliases,
 * then null for what is empty or means so, by the column's own list or the file's.
 *
 * @param field where the cleaning stands in the mapping, for its problems
 */
export function cellCleaner(
  everywhere: NullsEverywhere,
  cleaning: ColumnCleaning,
  field: string,
  desk: MappingDesk,
): (cell: string) => string | null {
  const rewrites = (cleaning.rewrite ?? []).map(({ pattern, to }, place) => ({
    pattern: patternOf(pattern, `${field}.rewrite.${place}.pattern`, desk),
    to,
  }))
  const aliases = new Map(Object.entries(cleaning.aliases ?? {}))
  const nulls = new Set(['', ...everywhere.nulls, ...(cleaning.nulls ?? [])])
  const nullPatterns = [
    ...everywhere.patterns,
    ...(cleaning.nullPatterns ?? []).map((pattern, place) =>
      patternOf(pattern, `${field}.nullPatterns.${place}`, desk),
    ),
  ]
  if (rewrites.length + aliases.size + nullPatterns.length === 0 && nulls.size === 1) return trimmed
  return (cell) => {
    let text = cell.trim()
    const rewrite = rewrites.find(({ pattern }) => pattern.test(text))
    if (rewrite) text = text.replace(rewrite.pattern, rewrite.to).trim()
    text = aliases.get(text) ?? text
    if (nulls.has(text) || nullPatterns.some((pattern) => pattern.test(text))) return null
    return text
  }
}

/** Most columns have nothing but this done to them. */
function trimmed(cell: string): string | null {
  const text = cell.trim()
  return text === '' ? null : text
}
