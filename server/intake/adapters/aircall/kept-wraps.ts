import { type ReadLine } from '../../read-step.ts'
import { ignored } from '../line-outcomes.ts'
import { type AircallWrapEvent } from './event.ts'
import { identityOf } from './in-order.ts'

/** Wrap-ups held until the call they follow is told; beyond it the oldest are given up. */
export const wrapsAtHandLimit = 10_000

type Kept = { event: AircallWrapEvent; lineNumber: number }

/** Keeps the wrap-ups of a file until calls are told, each with the line it stands in. */
export function keptWraps() {
  const byUser = new Map<string, Kept[]>()
  let count = 0

  const giveUp = ({ lineNumber }: Kept): ReadLine => ({
    lineNumber,
    text: '',
    outcome: ignored('wrap_up_without_call'),
  })
  const takeAll = (): Kept[] => {
    const all = [...byUser.values()].flat()
    byUser.clear()
    count = 0
    return all
  }
  return {
    /** Keeps one; gives the lines of those that are given up for it. */
    keep: (event: AircallWrapEvent, lineNumber: number): ReadLine[] => {
      const own = byUser.get(event.user.id) ?? []
      own.push({ event, lineNumber })
      byUser.set(event.user.id, own)
      count += 1
      return count > wrapsAtHandLimit ? takeAll().map(giveUp) : []
    },
    /** Those of these users between two instants. */
    of: (users: ReadonlySet<string>, from: number, until: number): AircallWrapEvent[] =>
      [...users].flatMap((id) =>
        (byUser.get(id) ?? []).flatMap(({ event }) =>
          event.at >= from && event.at <= until ? [event] : [],
        ),
      ),
    /** Takes those out that a call's record was made with, repeats of them too. */
    joinTo: (externalId: string, events: readonly AircallWrapEvent[]): ReadLine[] => {
      const used = new Set(events.map(identityOf))
      const lines: ReadLine[] = []
      for (const id of new Set(events.map(({ user }) => user.id))) {
        const [out, rest] = parted(byUser.get(id) ?? [], ({ event }) => used.has(identityOf(event)))
        byUser.set(id, rest)
        count -= out.length
        for (const { lineNumber } of out) {
          lines.push({ lineNumber, text: '', outcome: { kind: 'joined', externalId } })
        }
      }
      return lines
    },
    end: (): ReadLine[] => takeAll().map(giveUp),
  }
}

function parted<T>(all: readonly T[], isOut: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isOut), all.filter((one) => !isOut(one))]
}
