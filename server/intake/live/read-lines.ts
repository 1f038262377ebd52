import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Adapter, type AdapterSettings } from '../adapters/adapter.ts'
import { refused } from '../adapters/read-documents.ts'
import { type ReadLine } from '../read-step.ts'

/** So much is read before others get their turn: some milliseconds. */
const charactersAtOnce = 262_144

/** What a text that was delivered says, line by line; it never keeps others waiting for long. */
export async function readLines(
  adapter: Adapter,
  settings: AdapterSettings,
  text: string,
): Promise<ReadLine[]> {
  const reading = adapter.open(settings)
  const lines: ReadLine[] = []
  for (let at = 0; at < text.length; at += charactersAtOnce) {
    const { lines: taken, stop } = reading.take(text.slice(at, at + charactersAtOnce))
    for (const line of taken) lines.push(line)
    if (stop) return [...lines, stopped(stop.lineNumber, stop.message)]
    await nextTurn()
  }
  const { lines: last, stop } = reading.end()
  for (const line of last) lines.push(line)
  // A delivery without documents is one in which nothing has happened.
  if (stop === null || stop.reason === 'empty') return lines
  return [...lines, stopped(stop.lineNumber, stop.message)]
}

const stopped = (lineNumber: number, message: string): ReadLine => ({
  lineNumber,
  text: '',
  outcome: refused({ reason: 'malformed_json', field: null, message, externalId: null }),
})
