import { openCdrRows, type ReadCdr } from './cdr-rows.ts'
import { lineSplitter } from '../../delimited/line-splitter.ts'

/** What CDRs tell beside a queue_log. Times are seconds since 1970. */
export type CdrFacts = {
  startedAt: number
  /** What the customer dialled, as far as the dialplan has kept it. */
  dialled: string | null
  /** When the last channel of the call ended. */
  endedAt: number
}

/** CDRs by the uniqueid of the customer's channel. */
export type CdrIndex = { find: (uniqueid: string) => CdrFacts | null }

/** Calls an index holds, some 300 bytes each; rows of further ones are left out. */
const indexedCallsLimit = 500_000

/**
 * Builds an index from a file of CDRs, given in pieces of text. Talk times are not taken from it:
 * a CDR's time runs on through menus, ringing, hold and transfers.
 *
 * @param timeZone IANA, for files without uniqueids; null: not known
 */
export function openCdrIndex(timeZone: string | null) {
  const splitter = lineSplitter()
  const rows = openCdrRows(timeZone)
  const byCall = new Map<string, CdrFacts>()
  let lineNumber = 0
  let isWhole = true

  const note = (call: string, facts: CdrFacts): void => {
    const known = byCall.get(call)
    if (!known && byCall.size >= indexedCallsLimit) {
      isWhole = false
      return
    }
    const isEarlier = !known || facts.startedAt < known.startedAt
    byCall.set(call, {
      startedAt: Math.min(facts.startedAt, known?.startedAt ?? facts.startedAt),
      dialled: isEarlier ? facts.dialled : known.dialled,
      endedAt: Math.max(facts.endedAt, known?.endedAt ?? facts.endedAt),
    })
  }
  const noteAll = (found: readonly ReadCdr[]): void => {
    for (const { cdr } of found) {
      if ('reason' in cdr || cdr.uniqueid === null) continue
      const { uniqueid, startedAt, endedAt, dialled } = cdr
      note(uniqueid, { startedAt, dialled, endedAt })
    }
  }
  return {
    take: (text: string): void => {
      for (const line of splitter.take(text)) noteAll(rows.take((lineNumber += 1), line))
    },
    /** @returns the index, and whether all calls found room in it */
    end: (): { index: CdrIndex; calls: number; isWhole: boolean } => {
      if (splitter.rest() !== '') noteAll(rows.take((lineNumber += 1), splitter.rest()))
      noteAll(rows.end())
      const index = { find: (uniqueid: string) => byCall.get(uniqueid) ?? null }
      return { index, calls: byCall.size, isWhole }
    },
  }
}
