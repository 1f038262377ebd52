import { type FileReading, type Taken } from '../../delimited/file-reading.ts'
import { goesOn, lineReading } from '../../delimited/line-reading.ts'
import { ownText } from '../asterisk/own-text.ts'
import { openSpan } from '../asterisk/span.ts'
import { openCdrRows, type ReadCdr } from './cdr-rows.ts'

/** What CDRs tell beside a queue_log. Times are seconds since 1970. */
export type CdrFacts = {
  startedAt: number
  /** The caller's number, as the first channel had it. */
  caller: string | null
  /** What the customer dialled, as far as the dialplan has kept it. */
  dialled: string | null
  /** When the last channel of the call ended. */
  endedAt: number
}

/** CDRs by the uniqueid of the customer's channel. */
export type CdrIndex = { find: (uniqueid: string) => CdrFacts | null }

/** Calls CDRs are looked up for, some 200 bytes each; of a log that names more, the first ones. */
export const indexedCallsLimit = 200_000
/** What is longer is no number. */
const numberCharactersLimit = 80

/**
 * Looks calls up in CDRs: first it is told the calls, then it reads the CDRs, of which it keeps
 * nothing but those. So a year of CDRs takes no more memory than the log it stands beside. Talk
 * times are not taken from them: a CDR's time runs on through menus, ringing, hold and transfers.
 *
 * @param most calls that are kept
 */
export function openCdrIndex(most = indexedCallsLimit) {
  const calls = new Map<string, CdrFacts | null>()
  const files: ReturnType<typeof openCdrRows>[] = []
  const told = { rows: 0, rowsWithUniqueid: 0, found: 0 }
  let isWhole = true
  const span = openSpan()

  const note = ({ cdr }: ReadCdr): void => {
    told.rows += 1
    if ('reason' in cdr || cdr.uniqueid === null) return
    told.rowsWithUniqueid += 1
    span.add(cdr.startedAt)
    const known = calls.get(cdr.uniqueid)
    if (known === undefined) return
    if (known === null) told.found += 1
    calls.set(cdr.uniqueid, known === null ? factsOf(cdr) : factsOfBoth(known, factsOf(cdr)))
  }
  return {
    /** A call of the log. */
    name: (callid: string): void => {
      if (calls.has(callid)) return
      if (calls.size < most) calls.set(ownText(callid), null)
      else isWhole = false
    },
    /**
     * Reads one file of CDRs. It gives no lines: they are accounted for when it is read itself.
     *
     * @param timeZone IANA, for files without uniqueids; null: not known
     */
    open: (timeZone: string | null): FileReading => {
      const rows = openCdrRows(timeZone)
      files.push(rows)
      const noteAll = (found: readonly ReadCdr[]): Taken => {
        for (const row of found) note(row)
        return goesOn([])
      }
      return lineReading({
        take: (lineNumber, text) => noteAll(rows.take(lineNumber, text)),
        end: () => noteAll(rows.end()),
        breakOff: () => [],
        openSince: () => rows.openSince(),
      })
    },
    index: { find: (uniqueid) => calls.get(uniqueid) ?? null } satisfies CdrIndex,
    /** What was found so far, and whether all calls had room. */
    told: () => {
      const offsets = new Set(files.flatMap((rows) => [...rows.offsets()]))
      return {
        ...{ ...told, calls: calls.size, isWhole, span: span.span() },
        offsets: [...offsets].sort(byValue),
      }
    },
  }
}

const byValue = (a: number, b: number): number => a - b

type IndexedRow = { startedAt: number; source: string | null; dialled: string | null } & {
  endedAt: number
}

const factsOf = ({ startedAt, source, dialled, endedAt }: IndexedRow): CdrFacts => ({
  ...{ startedAt, caller: numberOf(source), dialled: numberOf(dialled), endedAt },
})

const numberOf = (text: string | null): string | null =>
  text !== null && text.length <= numberCharactersLimit ? text : null

/** Of several rows of one call the first one tells who called whom. */
function factsOfBoth(a: CdrFacts, b: CdrFacts): CdrFacts {
  const first = b.startedAt < a.startedAt ? b : a
  return { ...first, endedAt: Math.max(a.endedAt, b.endedAt) }
}
