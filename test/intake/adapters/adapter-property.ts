import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect } from 'vitest'
import { checkCallRecord } from '../../../shared/calls/check-call-record.ts'
import { type Adapter, type AdapterSettings } from '../../../server/intake/adapters/adapter.ts'
import { type ReadLine, type ReadStop } from '../../../server/intake/read-step.ts'
import { cuts, mutated, piecesOf } from './mutations.ts'

/** How often each adapter is tried in the ordinary tests; a bench may ask for any number. */
export const usualRuns = 150

export const now = Date.parse('2026-03-01T00:00:00Z')

export const settingsWith = (changes: Partial<AdapterSettings> = {}): AdapterSettings => ({
  ...{ source: 'phones', now, timeZone: null, country: null, names: {} },
  ...changes,
})

/** Everything a text says, read in these pieces. */
export function readPieces(
  adapter: Adapter,
  pieces: readonly string[],
  settings: AdapterSettings,
): { lines: ReadLine[]; stop: ReadStop | null } {
  const reading = adapter.open(settings)
  const lines: ReadLine[] = []
  for (const piece of pieces) {
    const taken = reading.take(piece)
    lines.push(...taken.lines)
    if (taken.stop) return { lines, stop: taken.stop }
  }
  const last = reading.end()
  return { lines: [...lines, ...last.lines], stop: last.stop }
}

/**
 * Whatever a text holds, an adapter does not throw, gives each line or document one outcome, no
 * record that breaks the rules of records, and the same for any pieces it comes in.
 *
 * @param numbered whether all numbers from 1 have an outcome, as documents do
 */
export function holdsForAnyText(
  adapter: Adapter,
  texts: readonly string[],
  settings: AdapterSettings,
  { numbered, runs = usualRuns }: { numbered: boolean; runs?: number },
): void {
  const property = fc.property(mutated(texts), cuts, (text, places) => {
    const whole = readPieces(adapter, [text], settings)
    const cut = readPieces(adapter, piecesOf(text, places), settings)
    expect(isDeepStrictEqual(cut, whole)).toBe(true)
    const numbers = whole.lines.map(({ lineNumber }) => lineNumber).sort((a, b) => a - b)
    expect(new Set(numbers).size).toBe(numbers.length)
    if (numbered) expect(numbers).toEqual(numbers.map((_, place) => place + 1))
    for (const { outcome } of whole.lines) {
      if (outcome.kind === 'record') {
        expect(checkCallRecord(outcome.record, settings.now).problem).toBeNull()
      }
      if (outcome.kind === 'refused') expect(outcome.message).toMatch(/\.$/)
    }
  })
  fc.assert(property, { numRuns: runs })
}
