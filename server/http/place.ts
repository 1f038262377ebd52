import { type PageOf } from '../../shared/wire/page.ts'
import { Refused } from './refused.ts'

/**
 * Where the next page of a list begins, as opaque text: the sort key of the last item, so that
 * a list does not shift while it is read.
 */
export const placeText = (key: readonly (string | number | boolean)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

/** @throws Refused where the text is none that we gave out */
export function readPlace(
  text: string | undefined,
  isKey: (key: unknown[]) => boolean,
): unknown[] | null {
  if (text === undefined) return null
  const key = parsed(text)
  if (key && isKey(key)) return key
  throw new Refused('malformed_request', 'after is not a place in this list; leave it out.', [
    { field: 'after', message: 'after is not a place in this list.' },
  ])
}

function parsed(text: string): unknown[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return Array.isArray(key) ? key : null
  } catch {
    return null
  }
}

/** The place after a row id, for lists in order of ids. */
export function readIdPlace(text: string | undefined): number {
  const key = readPlace(text, ([id]) => typeof id === 'number')
  return typeof key?.[0] === 'number' ? key[0] : 0
}

/**
 * Cuts a page from rows of which one more than the limit was asked for.
 *
 * @param keyOf the sort key of a row, from which the next page begins
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number | boolean)[],
  itemOf: (row: Row) => Item,
): PageOf<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const isMore = rows.length > limit && last !== undefined
  return { items: shown.map(itemOf), next: isMore ? placeText(keyOf(last)) : null }
}
