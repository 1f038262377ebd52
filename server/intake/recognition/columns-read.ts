import { type ColumnMapping } from '../../../shared/intake/column-mapping.ts'
import { columnKey } from '../mapping/mapping-desk.ts'

/** Columns a mapping reads, as it spells them, each once. */
export function columnsRead({ call, leg, ignore }: ColumnMapping): string[] {
  const all = columnsIn({ call, leg, ignore })
  const keys = all.map(columnKey)
  return all.filter((column, place) => keys.indexOf(columnKey(column)) === place)
}

/** Every column named anywhere within a part of a mapping: by itself, in a template, in a test. */
export function columnsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(columnsIn)
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([name, inner]: [string, unknown]) => {
    if (name === 'map') return []
    if (typeof inner !== 'string') return columnsIn(inner)
    if (name === 'template') return inTemplate(inner)
    return ['column', 'sameAs', 'differsFrom'].includes(name) ? [inner] : []
  })
}

const inTemplate = (template: string): string[] =>
  [...template.matchAll(/\{([^{}]+)\}/g)].flatMap((found) => found[1] ?? [])
