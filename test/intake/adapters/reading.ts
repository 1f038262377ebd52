import { type Adapter, type AdapterSettings } from '../../../server/intake/adapters/adapter.ts'
import { readWhole, type WholeReading } from '../../../server/intake/adapters/read-whole.ts'
import { type ReadLine } from '../../../server/intake/read-step.ts'
import { type CallRecord } from '../../../shared/calls/call-record.ts'
import { settingsWith } from './adapter-property.ts'

/** Documents as they come, each on a line. */
export const written = (...documents: readonly unknown[]): string =>
  documents.map((document) => `${JSON.stringify(document)}\n`).join('')

export const readText = (
  adapter: Adapter,
  text: string,
  says: Partial<AdapterSettings> = {},
): Promise<WholeReading> => readWhole(adapter, new TextEncoder().encode(text), settingsWith(says))

/** The records of documents that must all be taken. */
export async function recordsIn(
  adapter: Adapter,
  documents: readonly unknown[],
  says: Partial<AdapterSettings> = {},
): Promise<CallRecord[]> {
  const { records, problems } = await readText(adapter, written(...documents), says)
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2))
  return records.map(({ record }) => record)
}

/** The lines of a text that comes in these pieces. */
export function linesIn(
  adapter: Adapter,
  pieces: readonly string[],
  says: Partial<AdapterSettings> = {},
): ReadLine[] {
  const reading = adapter.open(settingsWith(says))
  const lines = pieces.flatMap((piece) => reading.take(piece).lines)
  return [...lines, ...reading.end().lines].sort((a, b) => a.lineNumber - b.lineNumber)
}
