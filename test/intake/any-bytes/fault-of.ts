import { isDeepStrictEqual } from 'node:util'
import { checkCallRecord } from '../../../shared/calls/check-call-record.ts'
import { decoded } from '../../../server/intake/delimited/decoded.ts'
import { type FileReading } from '../../../server/intake/delimited/file-reading.ts'
import { type ReadLine, type ReadStop } from '../../../server/intake/read-step.ts'
import { now } from '../adapters/adapter-property.ts'
import { piecesOf } from '../adapters/mutations.ts'
import { type Input } from './inputs.ts'
import { type Target } from './targets.ts'

/** A second for a million bytes. */
const millisecondsPerByteLimit = 1_000 / 1_000_000
/** Files come in pieces of this size. */
const pieceCharacters = 65_536
/** Longer texts are read once, not again in pieces. */
const comparedCharactersLimit = 200_000

type Whole = { lines: ReadLine[]; stop: ReadStop | null; milliseconds: number }

/**
 * What is wrong with how an input is read, as a sentence; null where all is well.
 *
 * @param millisecondsFloor granted to any input, however short, for what else the machine does
 */
export async function faultOf(
  target: Target,
  input: Input,
  millisecondsFloor: number,
): Promise<string | null> {
  const open = target.openings[input.opening]
  if (!open) return 'There is no such opening.'
  const texts: string[] = []
  for await (const text of decoded(once(input.bytes), null)) texts.push(text)
  const text = texts.join('')
  try {
    const whole = read(open(), usualPieces(text))
    const limit = Math.max(millisecondsFloor, input.bytes.length * millisecondsPerByteLimit)
    return (
      slowness(open, text, whole, limit) ??
      difference(open, text, whole, input) ??
      unaccounted(target, text, whole) ??
      unsound(whole)
    )
  } catch (error) {
    return `It throws: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  }
}

function read(reading: FileReading, pieces: readonly string[]): Whole {
  const [beganAt, usage] = [performance.now(), process.cpuUsage()]
  const lines: ReadLine[] = []
  let stop: ReadStop | null = null
  for (const piece of pieces) {
    const taken = reading.take(piece)
    for (const line of taken.lines) lines.push(line)
    stop = taken.stop
    if (stop) break
  }
  if (!stop) {
    const last = reading.end()
    for (const line of last.lines) lines.push(line)
    stop = last.stop
  }
  const { user, system } = process.cpuUsage(usage)
  // On a busy machine it waits for others, and its collector may run beside it.
  const milliseconds = Math.min(performance.now() - beganAt, (user + system) / 1000)
  return { lines, stop, milliseconds }
}

/** A machine that does something else for a moment is no fault: the best of four counts. */
function slowness(
  open: () => FileReading,
  text: string,
  { milliseconds }: Whole,
  limit: number,
): string | null {
  let best = milliseconds
  for (let again = 0; again < 3 && best > limit; again += 1) {
    best = Math.min(best, read(open(), usualPieces(text)).milliseconds)
  }
  return best <= limit
    ? null
    : `It takes ${best.toFixed(0)} ms for ${text.length} characters, more than ${limit.toFixed(0)}.`
}

function usualPieces(text: string): string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length; at += pieceCharacters) {
    pieces.push(text.slice(at, at + pieceCharacters))
  }
  return pieces
}

function difference(
  open: () => FileReading,
  text: string,
  whole: Whole,
  { cuts }: Input,
): string | null {
  if (cuts.length === 0 || text.length > comparedCharactersLimit) return null
  const cut = read(open(), piecesOf(text, cuts))
  const isSame = isDeepStrictEqual([cut.lines, cut.stop], [whole.lines, whole.stop])
  return isSame ? null : 'In pieces it is read otherwise than as a whole.'
}

/** Every line or document has one outcome. */
function unaccounted({ reads }: Target, text: string, { lines, stop }: Whole): string | null {
  const numbers = lines.map(({ lineNumber }) => lineNumber).sort((a, b) => a - b)
  const doubled = numbers.find((number, place) => number === numbers[place - 1])
  if (doubled !== undefined) return `Line ${doubled} has two outcomes.`
  if (reads === 'documents') {
    const gap = numbers.findIndex((number, place) => number !== place + 1)
    return gap < 0 ? null : `Document ${gap + 1} has no outcome.`
  }
  return stop === null ? missingRow(text, new Set(numbers)) : null
}

/** A line without an outcome is blank, or names the columns, or goes on with a quoted cell. */
function missingRow(text: string, told: ReadonlySet<number>): string | null {
  let quotes = 0
  let isFirst = true
  for (const [place, line] of text.split('\n').entries()) {
    const goesOn = quotes % 2 === 1
    const isTold = told.has(place + 1)
    if (isTold) quotes = 0
    quotes += line.split('"').length - 1
    if (isTold || line.trim() === '' || goesOn) isFirst &&= line.trim() === ''
    else if (isFirst) isFirst = false
    else return `Line ${place + 1} has no outcome.`
  }
  return null
}

function unsound({ lines }: Whole): string | null {
  for (const { lineNumber, outcome } of lines) {
    if (outcome.kind === 'refused' && !outcome.message.endsWith('.')) {
      return `The refusal of line ${lineNumber} is no sentence.`
    }
    if (outcome.kind !== 'record') continue
    const { problem } = checkCallRecord(outcome.record, now)
    if (problem) return `The record of line ${lineNumber} breaks a rule: ${problem.message}`
  }
  return null
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}
