import { setTimeout as pause } from 'node:timers/promises'
import { type AdapterSettings } from '../adapters/adapter.ts'
import { type ReadLine } from '../read-step.ts'
import { beginningOf, type FollowState } from './follow-state.ts'
import { knownUntil } from './known-until.ts'
import { type LogFiles, logFilesAt } from './log-files.ts'
import { type ReadOn, readOn } from './read-on.ts'

/** How often a log is looked at for new lines. */
const lookMilliseconds = 1_000
/** How long it takes until something that went wrong is tried again. */
const retryMilliseconds = 5_000

/** What is stored at once, so that a process that is killed has lost and doubled nothing. */
export type FollowedBatch = {
  lines: ReadLine[]
  /** From where to go on. */
  state: FollowState
  /** Up to when all calls have been told, in epoch milliseconds; null where that isn't known. */
  knownUntil: number | null
}

export type FollowNeeds = {
  path: string
  settings: Omit<AdapterSettings, 'now'>
  /** From where to go on; null for the log's beginning. */
  load: () => Promise<FollowState | null>
  store: (batch: FollowedBatch) => Promise<void>
  /** Whether storing that failed so may succeed later. */
  mayRetry: (error: unknown) => boolean
  clock: () => number
  /** Hears sentences for whoever looks after the log. */
  log: (sentence: string) => void
  /** Ends following between two batches. */
  signal: AbortSignal
  files?: LogFiles
}

/** Reads a queue_log while it is written, until it is told to stop. */
export async function followFile(needs: FollowNeeds): Promise<void> {
  const { settings, clock, signal, log, path } = needs
  const files = needs.files ?? logFilesAt(path)
  let state: FollowState | null = null
  let isTold = false
  while (!signal.aborted) {
    try {
      state ??= (await needs.load()) ?? beginningOf()
      const found = await readOn(files, state, { ...settings, now: clock() })
      isTold = false
      if (found?.isAfterLoss) log(lossSentence(path))
      if (found) state = await stored(found, needs)
      else await waitFor(lookMilliseconds, signal)
    } catch (error) {
      if (!isOfDisk(error) && !needs.mayRetry(error)) throw error
      if (!isTold) log(retrySentence(error))
      isTold = true
      // Whether what failed was stored all the same, only what was stored can tell.
      state = null
      await waitFor(retryMilliseconds, signal)
    }
  }
}

async function stored({ lines, state }: ReadOn, { store }: FollowNeeds): Promise<FollowState> {
  await store({ lines, state, knownUntil: knownUntil(state.book) })
  return state
}

async function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch(() => undefined)
}

/** Files that can't be read just now, as while their owner is being changed. */
const isOfDisk = (error: unknown): error is Error =>
  error instanceof Error && 'syscall' in error && 'path' in error

const lossSentence = (path: string) =>
  `${path} is another file than before, and the former one is not beside it. If lines were added to it after they were read last, import the former file: calls that are known already are not counted twice.`

const retrySentence = (error: unknown) =>
  `${error instanceof Error ? error.message : String(error)}. It is tried again every ${retryMilliseconds / 1000} seconds; nothing is lost.`
