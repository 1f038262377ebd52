import { type Signs } from '../../shared/balance/contract.ts'
import { detectors, type Detector } from '../../shared/balance/words.ts'
import { sayCount } from '../ui/say-count.ts'
import { sayExpected } from './sign-expected.ts'
import { detectorWords } from './target-words.ts'

export type SignStatement = Signs['statements'][number]

/** All that one detector says: what it found, and where it found nothing. */
export type SignBlock = {
  detector: Detector
  flagged: SignStatement[]
  /** Looked at, with nothing found. */
  quiet: SignStatement[]
}

/** Names that are said one by one; beyond it they are counted. */
const namesSaidLimit = 4

/** The detectors: those that found something first, then those that looked, then the others. */
export function signBlocks(statements: readonly SignStatement[]): SignBlock[] {
  const blocks = detectors.map((detector) => {
    const own = statements.filter((statement) => statement.detector === detector)
    return {
      detector,
      flagged: own.filter(({ flagged }) => flagged),
      quiet: own.filter(({ flagged }) => !flagged),
    }
  })
  const rank = ({ flagged, quiet }: SignBlock) =>
    flagged.length > 0 ? 0 : quiet.length > 0 ? 1 : 2
  return blocks.toSorted((one, other) => rank(one) - rank(other))
}

/** What was seen in one queue or team: "after 120 calls, 23 customers …". */
export function saySeen({ detector, count, of, usually }: SignStatement): string {
  const said = detectorWords[detector].seen({
    count: sayCount(count),
    of: sayCount(of),
    usually: usually === null ? null : sayExpected(usually),
  })
  return `${said}.`
}

/** Where nothing was found, in one sentence; null where nothing could be looked for. */
export function sayQuiet(quiet: readonly SignStatement[], isAll: boolean): string | null {
  if (quiet.length === 0) return null
  const names = quiet.map(({ name }) => name)
  const said = names.slice(0, namesSaidLimit)
  const others = names.length - said.length
  const where = others > 0 ? `${said.join(', ')} and ${sayCount(others)} more` : sayAnd(said)
  return isAll ? `No sign of it in ${where}.` : `No sign of it elsewhere: ${where}.`
}

const sayAnd = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`
