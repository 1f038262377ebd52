import { type ReadLine } from '../read-step.ts'
import { type KeptDocument, type LineOutcome, type RowOutcome } from '../row-outcome.ts'
import { refused } from './line-outcomes.ts'

/** Lines held until their call is told; beyond it the call that was quiet longest is. */
export const linesAtHandLimit = 30_000
/** Lines of one call; more is no call but an identifier that is used again and again. */
export const linesPerCallLimit = 2_000
/** Calls that were told early, and of which a late line is recognized. */
const toldCallsLimit = 100_000

export type GatheredCalls<Part> = {
  /** Takes a line that tells of a call; gives the lines of a call that is told meanwhile. */
  take: (key: string, part: Part, line: { lineNumber: number; text: string }) => ReadLine[]
  /** No line follows: all calls are told. */
  end: () => ReadLine[]
}

type Gathered<Part> = { parts: Part[]; lineNumbers: number[]; lastText: string }

/**
 * Gathers the lines that tell of one call, wherever they stand, and tells it once: the last of
 * its lines brings the record, the others are joined to it. Phone systems write the lines of a
 * call near each other, so only as many are held as the limit says.
 *
 * @param tell what the lines say together; where it is ignored, all of them are
 * @param nearer how to bring the lines of a call nearer to each other, as a sentence
 * @param keptOf what is kept of a part, where the parts of a call may be delivered one by one
 */
export function gatheredCalls<Part>(
  tell: (parts: readonly Part[], key: string) => RowOutcome,
  nearer: string,
  keptOf?: (part: Part, key: string) => KeptDocument,
): GatheredCalls<Part> {
  const calls = new Map<string, Gathered<Part>>()
  let toldEarly = new Set<string>()
  let linesAtHand = 0

  const tellCall = (key: string, call: Gathered<Part>): ReadLine[] => {
    calls.delete(key)
    linesAtHand -= call.lineNumbers.length
    const outcome = tell(call.parts, key)
    const externalId = outcome.kind === 'record' ? outcome.record.externalId : key
    const last = call.lineNumbers.length - 1
    const joined: LineOutcome = { kind: 'joined', externalId }
    return call.lineNumbers.map((lineNumber, place): ReadLine => {
      const isLast = place === last
      const text = isLast ? call.lastText : ''
      const own: LineOutcome = isLast || outcome.kind === 'ignored' ? outcome : joined
      const part = call.parts[place]
      if (!keptOf || part === undefined) return { lineNumber, text, outcome: own }
      return { lineNumber, text, outcome: { ...own, keep: keptOf(part, key) } }
    })
  }
  const tellQuietest = (): ReadLine[] => {
    const [quietest] = calls
    if (!quietest) return []
    if (toldEarly.size >= toldCallsLimit) toldEarly = new Set()
    toldEarly.add(quietest[0])
    return tellCall(...quietest)
  }

  return {
    take: (key, part, { lineNumber, text }) => {
      if (toldEarly.has(key)) return [{ lineNumber, text, outcome: tooLate(key, nearer) }]
      const call = calls.get(key) ?? { parts: [], lineNumbers: [], lastText: '' }
      if (call.lineNumbers.length >= linesPerCallLimit) {
        return [{ lineNumber, text, outcome: tooMany(key) }]
      }
      call.parts.push(part)
      call.lineNumbers.push(lineNumber)
      call.lastText = text
      linesAtHand += 1
      // The call heard of last stands last.
      calls.delete(key)
      calls.set(key, call)
      return linesAtHand > linesAtHandLimit ? tellQuietest() : []
    },
    end: () => [...calls].flatMap(([key, call]) => tellCall(key, call)),
  }
}

const tooLate = (key: string, nearer: string) =>
  refused(
    'inconsistent',
    null,
    `The call this belongs to stood more than ${linesAtHandLimit} lines before it and was told without it. ${nearer}`,
    key.slice(0, 200),
  )

const tooMany = (key: string) =>
  refused(
    'inconsistent',
    null,
    `More than ${linesPerCallLimit} lines tell of this call. Check that its identifier is one call's only.`,
    key.slice(0, 200),
  )
