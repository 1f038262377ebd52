/** A first key longer than this marks nothing. */
const keyLengthLimit = 80
const blanksLimit = 64
/** No mark is longer than this, escapes and all. */
export const markLengthLimit = 2 * (keyLengthLimit + blanksLimit)

const firstKey = new RegExp(
  `^\\{\\s{0,${blanksLimit}}"((?:[^"\\\\\\n]|\\\\.){1,${keyLengthLimit}})"`,
)
/** A line with which a document begins. */
const atLineStart = '(?<=\\n)\\{'

/**
 * What shows, in the middle of broken text, that a document begins: a line that begins with one,
 * and an object whose first key is the one the documents before began with.
 *
 * @param document one of them; its first key is looked for
 */
export function markOf(document: string): RegExp {
  const key = firstKey.exec(document)?.[1]
  if (key === undefined) return new RegExp(atLineStart, 'g')
  const escaped = key.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`${atLineStart}|\\{\\s{0,${blanksLimit}}"${escaped}"`, 'g')
}

/** The places where documents begin, from one place up to another, in order. */
export function findMarks(mark: RegExp, text: string, from: number, upTo: number): number[] {
  const marks: number[] = []
  mark.lastIndex = from
  for (let found = mark.exec(text); found && found.index <= upTo; found = mark.exec(text)) {
    marks.push(found.index)
  }
  return marks
}
