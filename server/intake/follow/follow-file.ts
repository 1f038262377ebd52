import { setTimeout as pause } from 'node:timers/promises'
import { type AdapterSettings } from '../adapters/adapter.ts'
import { type QueueEvent } from '../adapters/asterisk-queue-log/queue-event.ts'
import { type ReadLine } from '../read-step.ts'
import { beginningOf, type FollowState } from './follow-state.ts'
import { knownUntil } from './known-until.ts'
import { type LogFiles, logFilesAt } from './log-files.ts'
import { readOn } from './read-on.ts'

/** How often a log is looked at for new lines. */
const lookMilliseconds = 1_000
/** How long it takes until something that went wrong is tried again. */
const retryMilliseconds = 5_000

/** What is stored at once, so that a process that is killed has lost and doubled nothing. */
export type FollowedBatch = {
  lines: ReadLine[]
  /** What the lines say of reps beside calls. */
  states: QueueEvent[]
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
  /** Is called whenever there is nothing left to read, and must not fail. */
  rest?: () => Promise<void>
  /** Whether storing that failed so may succeed later. */
  mayRetry: (error: unknown) => boolean
  clock: () => number
  /** Hears sentences for whoever looks after the log. */
  log: (sentence: string) => void
  /** Ends following between two batches. */
  signal: AbortSignal
  files?: LogFiles
  /** How it waits; tests are in more of a hurry. */
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/** Reads a queue_log while it is written, until it is told to stop. */
export async function followFile(needs: FollowNeeds): Promise<void> {
  const { signal, log } = needs
  const wait = needs.wait ?? waitFor
  const look = openLook(needs)
  let state: FollowState | null = null
  let isTold = false
  while (!signal.aborted) {
    try {
      state ??= (await needs.load()) ?? beginningOf()
      const next = await look(state)
      isTold = false
      if (next) state = next
      else {
        await needs.rest?.()
        await wait(lookMilliseconds, signal)
      }
    } catch (error) {
      if (!isOfDisk(error) && !needs.mayRetry(error)) throw error
      if (!isTold) log(retrySentence(error))
      isTold = true
      // Whether what failed was stored all the same, only what was stored can tell.
      state = null
      await wait(retryMilliseconds, signal)
    }
  }
}

/** Looks for new lines and stores what they tell; null where there are none. */
function openLook({ path, settings, store, clock, log, ...needs }: FollowNeeds) {
  const files = needs.files ?? logFilesAt(path)
  let isLossSeen = false
  return async (state: FollowState): Promise<FollowState | null> => {
    const found = await readOn(files, state, { ...settings, now: clock() })
    const isLoss = found?.isAfterLoss === true
    // A look in the midst of a rotation may miss a file; two in a row do not.
    const isCertain = !isLoss || isLossSeen
    isLossSeen = isLoss && !isCertain
    if (!found || !isCertain) return null
    if (isLoss) log(lossSentence(path))
    await store({
      lines: found.lines,
      states: found.states,
      state: found.state,
      knownUntil: knownUntil(found.state.book),
    })
    return found.state
  }
}

async function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch(() => undefined)
}

/** Files that can't be read just now, as while their owner is being changed. */
const isOfDisk = (error: unknown): error is Error =>
  error instanceof Error && 'syscall' in error && 'path' in error

const lossSentence = (path: string) =>
  `${path} is another file than before, and the former one is not beside it any more. If lines were added to it after they were read last, import the former file: calls that are known already are not counted twice.`

const retrySentence = (error: unknown) =>
  `${error instanceof Error ? error.message : String(error)}. It is tried again every ${retryMilliseconds / 1000} seconds; nothing is lost.`
