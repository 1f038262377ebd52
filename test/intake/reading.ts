import { Readable } from 'node:stream'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import { type ColumnMapping } from '../../shared/intake/column-mapping.ts'
import { readDelimited } from '../../server/intake/read-delimited.ts'
import { readMapping } from '../../server/intake/read-mapping.ts'
import { type ReadLine, type ReadStop } from '../../server/intake/read-step.ts'

export const now = Date.parse('2026-03-01T00:00:00Z')

/** The smallest mapping there is; tests add what they are about. */
export const smallMapping = {
  language: 1,
  name: 'small',
  source: 'test',
  file: { delimiter: ',' },
  call: {
    externalId: { column: 'id' },
    startedAt: { column: 'at', formats: ['iso'] },
    direction: { constant: 'inbound' },
  },
}

/** A mapping that must be right; a test with a wrong one shows its problems. */
export function mappingOf(value: unknown): ColumnMapping {
  const { mapping, problems } = readMapping(value)
  if (mapping === null) throw new Error(problems.map(({ message }) => message).join('\n'))
  return mapping
}

export async function readBytes(
  mapping: unknown,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<{ lines: ReadLine[]; stop: ReadStop | null }> {
  const lines: ReadLine[] = []
  for await (const step of readDelimited(Readable.from(chunks), mappingOf(mapping), now)) {
    if (step.kind === 'stopped') {
      const { reason, lineNumber, message } = step
      return { lines, stop: { reason, lineNumber, message } }
    }
    lines.push(...step.lines)
  }
  return { lines, stop: null }
}

export const readText = (mapping: unknown, text: string) =>
  readBytes(mapping, [new TextEncoder().encode(text)])

/** The records of the rows; a row that gave none fails the test with its reason. */
export function recordsOf(lines: readonly ReadLine[]): CallRecord[] {
  return lines.map(({ outcome, text }) => {
    if (outcome.kind === 'record') return outcome.record
    throw new Error(`${text}: ${JSON.stringify(outcome)}`)
  })
}

/** The refusals of the rows, by line. */
export const refusalsOf = (lines: readonly ReadLine[]) =>
  lines.flatMap(({ lineNumber, text, outcome }) =>
    outcome.kind === 'refused' ? [{ lineNumber, text, ...outcome }] : [],
  )
