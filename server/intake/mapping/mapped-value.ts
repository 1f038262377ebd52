import { type Reader, type Value } from './draft.ts'
import { type MappingDesk } from './mapping-desk.ts'
import { namedOrigin } from './named-origin.ts'
import { writtenText } from './written-text.ts'

type Mapped<V extends Value> = {
  column?: string
  template?: string
  constant?: V
  map?: Record<string, V | null>
  otherwise?: V | null
}

/** How the text of a field is read that its map doesn't list. */
export type Spelling<V extends Value> = {
  /** Undefined where the text isn't such a value. */
  read: (text: string) => V | undefined
  /** Ends the sentence "… is" of a refusal, and says what to do. */
  otherwise: string
}

/** Reads a value by its constant, its map, `otherwise`, or its own spelling, in this order. */
export function mappedValue<V extends Value>(
  source: Mapped<V>,
  field: string,
  desk: MappingDesk,
  spelling: Spelling<V>,
): Reader<V> {
  const mapping = ['map', 'otherwise']
  const origin = namedOrigin(
    source,
    { column: mapping, template: mapping, constant: [] },
    field,
    desk,
  )
  const { constant } = source
  if (origin === null) return () => null
  if (constant !== undefined) return () => constant
  if (source.otherwise !== undefined && source.map === undefined) {
    desk.report(`${field}.otherwise`, 'needs a map beside it; it is for what the map does not list')
  }
  const written = writtenText(source, field, desk)
  const map = new Map(Object.entries(source.map ?? {}))
  const { otherwise } = source
  return (row) => {
    const text = written.read(row)
    if (text === null) return null
    const mapped = map.get(text)
    if (mapped !== undefined) return mapped
    if (otherwise !== undefined) return otherwise
    return (
      spelling.read(text) ?? {
        reason: 'field_invalid',
        message: `${quoted(text)} in ${written.label} is ${spelling.otherwise}`,
      }
    )
  }
}

const quotedLengthLimit = 80

/** A cell as a message shows it, cut where it is long. */
export const quoted = (text: string) =>
  text.length > quotedLengthLimit ? `"${text.slice(0, quotedLengthLimit)}…"` : `"${text}"`
