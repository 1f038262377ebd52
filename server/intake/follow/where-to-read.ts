import { fits } from './fingerprint.ts'
import { type FollowState } from './follow-state.ts'

/** A file as it lies there: its beginning, up to `fingerprintBytesLimit`, and its size. */
export type SeenFile = { name: string; size: number; head: Uint8Array }

/** Where reading goes on. */
export type Place = {
  file: SeenFile
  from: number
  /** Nothing is added to this file any more: its last line is complete. */
  isFinal: boolean
  /** The file that was read before is not there; lines of it may be missing. */
  isAfterLoss: boolean
}

/**
 * Decides where a log goes on that may have been rotated, by renaming or by copying and cutting
 * off, or cut off, since it was read last. What was not read of the former file comes first, then
 * files that came and went in between, then the one under the log's own name.
 *
 * @param current the file under the log's own name; null where there is none just now
 * @param rotated files that were set aside
 * @returns null where there is nothing to read yet
 */
export function whereToRead(
  state: FollowState,
  current: SeenFile | null,
  rotated: readonly SeenFile[],
): Place | null {
  if (current && isOurs(state, current)) return rest(state, current, false)
  if (state.position === 0) return null
  const ours = rotated.find((file) => isOurs(state, file)) ?? null
  const [next, ...further] = successors(state, ours, current, rotated)
  if (ours && ours.size > state.position) return rest(state, ours, next !== undefined)
  if (!next) return null
  return { file: next, from: 0, isFinal: further.length > 0, isAfterLoss: ours === null }
}

/** Whether a file is the one that was read before, as far as it was read. */
export const isOurs = ({ fingerprint, position }: FollowState, { head, size }: SeenFile): boolean =>
  size >= position && fits(fingerprint, head)

const rest = ({ position }: FollowState, file: SeenFile, isFinal: boolean): Place | null =>
  file.size > position ? { file, from: position, isFinal, isAfterLoss: false } : null

/**
 * The files whose first lines come next, in their order: after the former file's, or after what was
 * read of it. The one under the log's own name comes last, whatever it begins with. To a file that
 * is followed by another nothing is added any more.
 */
function successors(
  state: FollowState,
  ours: SeenFile | null,
  current: SeenFile | null,
  rotated: readonly SeenFile[],
): SeenFile[] {
  const after = ours ? firstSecond(ours) : state.book.clock
  const until = current && current.size > 0 ? firstSecond(current) : Number.POSITIVE_INFINITY
  const between = rotated
    .filter((file) => file.size > 0 && !isOurs(state, file))
    .map((file) => ({ file, second: firstSecond(file) }))
    .filter(({ second }) => second >= after && second < until)
    .sort((a, b) => a.second - b.second)
  return [...between.map(({ file }) => file), ...(current && current.size > 0 ? [current] : [])]
}

/** When the first line was written; a file that begins otherwise comes last. */
function firstSecond({ head }: SeenFile): number {
  const found = /^\d{9,10}/.exec(new TextDecoder().decode(head.subarray(0, 10)))
  return found ? Number(found[0]) : Number.POSITIVE_INFINITY
}
