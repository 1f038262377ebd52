import { type RowTest } from '../../../shared/intake/mapping-source.ts'
import { type Reader, type Value } from './draft.ts'
import { type MappingDesk } from './mapping-desk.ts'
import { rowTests } from './row-tests.ts'

type Spoken = { when?: RowTest[]; unless?: RowTest[] }
type Several<P> = P & { firstOf?: P[] }

/**
 * Reads a source that may be a list of sources: the first that gives a value counts, and a
 * fault in one isn't passed over.
 *
 * @param one makes the reader of a single source, without its when and unless
 */
export function firstOf<P extends Spoken, V extends Value>(
  source: Several<P>,
  field: string,
  desk: MappingDesk,
  one: (part: P, field: string) => Reader<V>,
): Reader<V> {
  const spoken = (part: P, at: string) => whenSpoken(part, at, desk, one(part, at))
  if (!source.firstOf) return spoken(source, field)
  const others = Object.keys(source).filter((name) => name !== 'firstOf' && name !== 'note')
  if (others.length > 0) {
    desk.report(
      field,
      `has ${others.join(', ')} beside firstOf; move it into each entry of firstOf`,
    )
  }
  const readers = source.firstOf.map((part, place) => spoken(part, `${field}.firstOf.${place}`))
  return (row) => {
    for (const read of readers) {
      const value = read(row)
      if (value !== null) return value
    }
    return null
  }
}

/** Gives null where `when` doesn't hold or `unless` does. */
export function whenSpoken<V extends Value>(
  { when, unless }: Spoken,
  field: string,
  desk: MappingDesk,
  read: Reader<V>,
): Reader<V> {
  const holds = when ? rowTests(when, `${field}.when`, desk) : null
  const forbids = unless ? rowTests(unless, `${field}.unless`, desk) : null
  if (!holds && !forbids) return read
  return (row) => ((holds && !holds(row)) || forbids?.(row) ? null : read(row))
}
