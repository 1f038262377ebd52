import { type AdapterSettings } from '../adapters/adapter.ts'
import { fits } from './fingerprint.ts'
import { beginningOf, type FollowState } from './follow-state.ts'
import { type LogFiles } from './log-files.ts'
import { type Step, takeBytes } from './take-bytes.ts'
import { isOurs, whereToRead } from './where-to-read.ts'

/** One step of following: a piece of a file, and whether lines before it may be missing. */
export type ReadOn = Step & { isAfterLoss: boolean }

/** Reads the next piece of a log; null where there is nothing to read yet. */
export async function readOn(
  files: LogFiles,
  state: FollowState,
  settings: AdapterSettings,
): Promise<ReadOn | null> {
  const current = await files.current()
  // Other files matter only once the log is no longer the one that was read.
  const isSame = current !== null && isOurs(state, current)
  const place = whereToRead(state, current, isSame ? [] : await files.rotated())
  if (!place) return null
  const { file, from, isFinal, isAfterLoss } = place
  const found = await files.read(file.name, from)
  // A rotation in between has put another file under this name: the next look will tell.
  if (!found || !beginsAs(found.head, file.head)) return null
  const start = from === 0 ? beginningOf(state.book) : state
  if (!fits(start.fingerprint, found.head)) return null
  const step = takeBytes(start, { ...found, isEnd: found.isEnd && isFinal }, settings)
  return step ? { ...step, isAfterLoss } : null
}

const beginsAs = (head: Uint8Array, seen: Uint8Array): boolean =>
  head.length >= seen.length && seen.every((byte, place) => head[place] === byte)
