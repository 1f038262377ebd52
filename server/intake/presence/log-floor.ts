import { lineMillisecondsLimit, repMillisecondsLimit } from '../../../shared/floor/count-floor.ts'
import { type CallRecord } from '../../../shared/calls/call-record.ts'
import { type PresenceEvent } from '../../../shared/floor/presence.ts'
import { type AdapterSettings } from '../adapters/adapter.ts'
import { outsideCaller } from '../adapters/asterisk/extension.ts'
import { siteNames } from '../adapters/asterisk/site-names.ts'
import { type SavedBook } from '../adapters/asterisk-queue-log/call-book.ts'
import { type QueueEvent } from '../adapters/asterisk-queue-log/queue-event.ts'
import { type ReadLine } from '../read-step.ts'
import { isOnTheLine, type LineStanding, openLogLines } from './log-lines.ts'
import { openLogReps, type RepDoing, type SavedReps } from './log-reps.ts'
import { lineWord, repWord } from './presence-words.ts'

/** What is to be told, and what is to be called once it was. */
export type Unsaid = { events: PresenceEvent[]; said: () => void }

type Piece = { book: SavedBook; lines: readonly ReadLine[] }

/** A word as it was told; `at` in epoch milliseconds. */
type Told<W> = { word: W; at: number }
/** Beyond it what was told is told again: names that are made up fill no memory. */
const toldRepsLimit = 20_000

/**
 * The floor as a queue_log tells it. It is read as fast as the log is, and told only as it stands
 * when it is asked: however long a log was read before, and however long nobody could be told, what
 * is told is the last word on each rep and call, and nothing waits in a row.
 */
export function openLogFloor(settings: Omit<AdapterSettings, 'now'>) {
  const names = siteNames(settings.names)
  const reps = openLogReps(names.wrapReason)
  const lines = openLogLines()
  const toldReps = new Map<string, Told<RepDoing>>()
  const toldLines = new Map<string, Told<LineStanding>>()
  let isChanged = false

  const see = (book: SavedBook, records?: ReadonlyMap<string, CallRecord>): void => {
    reps.see(book)
    lines.see(book, records)
    isChanged = true
  }
  const unsaidOfReps = (now: number): Unsaid[] =>
    reps.doing().flatMap(([rep, word]) => {
      const before = toldReps.get(rep)
      if (isSame(before?.word, word) || isOld(word, now, repMillisecondsLimit)) return []
      const at = laterThan(before, word)
      const said = () => toldReps.set(rep, { word, at })
      return [{ events: repWord({ ...word, rep, at }, { ...settings, now }), said }]
    })
  const unsaidOfLines = (now: number): Unsaid[] =>
    lines.all().flatMap(([call, word]) => {
      const before = toldLines.get(call)
      if (isSame(before?.word, word)) return []
      const at = laterThan(before, word)
      const said = (): void => {
        lines.show(call, word)
        if (isOnTheLine(word)) toldLines.set(call, { word, at })
        else toldLines.delete(call)
      }
      if (isOld(word, now, lineMillisecondsLimit)) return [{ events: [], said }]
      const customer = outsideCaller(word.caller, { country: settings.country, ...names })
      return [{ events: lineWord({ ...word, call, at, customer }, { ...settings, now }), said }]
    })
  return {
    /** Goes on with a log whose open calls somebody may have been told of before. */
    begin: (book: SavedBook, saved: SavedReps): void => {
      reps.begin(saved)
      see(book)
      for (const [callid, line] of lines.all()) lines.show(callid, line)
    },
    /** Hears what a piece of the log says of reps beside calls; a piece that comes again changes nothing. */
    hear: (states: readonly QueueEvent[]): void => {
      for (const event of states) reps.hear(event)
      isChanged = true
    },
    /** What is known of reps by what was heard, to go on with after a stop. */
    savedReps: (): SavedReps => reps.saved(),
    /** Takes the calls that a piece of the log has brought, and the book as it is after it. */
    take: ({ book, lines: read }: Piece): void => {
      const told = read.flatMap(({ outcome }) => (outcome.kind === 'record' ? outcome.record : []))
      see(book, new Map(told.map((record) => [record.externalId, record])))
    },
    /** What nobody was told yet; it stays so until it is said. */
    unsaid: (now: number): Unsaid => {
      const all = isChanged ? [...unsaidOfReps(now), ...unsaidOfLines(now)] : []
      const said = (): void => {
        for (const each of all) each.said()
        if (toldReps.size > toldRepsLimit) toldReps.clear()
        isChanged = false
      }
      return { events: all.flatMap(({ events }) => events), said }
    },
  }
}

export type LogFloor = ReturnType<typeof openLogFloor>

const isSame = (a: object | undefined, b: object): boolean =>
  a !== undefined && JSON.stringify(a) === JSON.stringify(b)

const isOld = ({ at }: { at: number }, now: number, limit: number): boolean =>
  now - at * 1000 > limit

/** Words of one second are told a millisecond apart, in the order of the log's lines. */
function laterThan<W extends { at: number }>(before: Told<W> | undefined, { at }: W): number {
  const isOfSecond = before !== undefined && Math.floor(before.at / 1000) === at
  return isOfSecond ? before.at + 1 : at * 1000
}
