import { extensionOf } from '../asterisk/extension.ts'
import { openIndexes } from './call-indexes.ts'
import { openDeadlines } from '../asterisk/deadlines.ts'
import { newCall, type QueueCall } from './queue-call.ts'

/** Reps whose extensions are kept; beyond it new ones are not learned. */
const extensionsLimit = 10_000

/** Deadlines that are out of date are cleared away once there are so many more than calls. */
const staleDeadlinesLimit = 4_096

/** Everything a log has told so far of calls that aren't forgotten yet. */
export type CallBook = ReturnType<typeof openBook>

/** The book as plain JSON. */
export type SavedBook = {
  /** The latest time the log has told, in seconds since 1970. */
  clock: number
  calls: QueueCall[]
  /** Extensions, and the rep at each. */
  extensions: [string, string][]
}

export const emptyBook = (): SavedBook => ({ clock: 0, calls: [], extensions: [] })

/** Opens a book with what was saved of it; indexes are made anew from the calls. */
export function openBook(saved: SavedBook) {
  const calls = new Map<string, QueueCall>()
  const extensions = new Map(saved.extensions)
  const deadlines = openDeadlines()
  const indexes = openIndexes()
  const schedule = (call: QueueCall): void => {
    deadlines.add(call.due, call.callid)
    if (deadlines.count() <= 4 * calls.size + staleDeadlinesLimit) return
    deadlines.clear()
    for (const each of calls.values()) deadlines.add(each.due, each.callid)
  }
  const forget = (call: QueueCall): void => {
    indexes.drop(call)
    calls.delete(call.callid)
  }
  const callsOf = (callids: ReadonlySet<string>): QueueCall[] =>
    [...callids].flatMap((callid) => calls.get(callid) ?? [])

  // Copied, so that what was saved stays as it was.
  const restored = structuredClone(saved.calls)
  for (const call of restored) {
    calls.set(call.callid, call)
    deadlines.add(call.due, call.callid)
  }
  for (const call of [...restored].sort((a, b) => a.lastAt - b.lastAt)) indexes.enter(call)

  return {
    ...{ calls, schedule, forget },
    ...{ openLeg: indexes.openLeg, closeLeg: indexes.closeLeg, noteCaller: indexes.noteCaller },
    clock: saved.clock,
    /** No call's last line is of an earlier time; it may lie below all of them. */
    lastTimesFrom: 0,
    /** The next call whose time has come; null where none has. It may have another by now. */
    nextDue(): string | null {
      return deadlines.take(this.clock)?.callid ?? null
    },
    find: (callid: string) => calls.get(indexes.callOf(callid)),
    begin: (callid: string, at: number): QueueCall => {
      const call = newCall(callid, at)
      calls.set(callid, call)
      return call
    },
    addConsultation: indexes.addConsultation,
    /** Calls in which a rep talks. */
    talksOf: (rep: string) => callsOf(indexes.talking(rep)),
    /** Calls in which a rep's part is over. */
    servedBy: (rep: string) => callsOf(indexes.served(rep)),
    /** Calls to queues that came from a rep's extension. */
    calledFrom: (extension: string) => callsOf(indexes.calledBy(extension)),
    isRepsExtension: (extension: string) => extensions.has(extension),
    learn: (member: string | null): void => {
      const extension = member === null ? null : extensionOf(member)
      if (member === null || extension === null || extensions.has(extension)) return
      if (extensions.size < extensionsLimit) extensions.set(extension, member)
    },
    save(): SavedBook {
      const kept = [...calls.values()].map((call) => ({
        ...call,
        // What stands in the lines is told already; only their number is still to be accounted for.
        pending: call.pending.map(({ lineNumber }) => ({ lineNumber, text: '' })),
      }))
      return structuredClone({ clock: this.clock, calls: kept, extensions: [...extensions] })
    },
  }
}
