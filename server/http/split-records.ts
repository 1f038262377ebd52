import { StringDecoder } from 'node:string_decoder'
import { type Cut, documentCutter } from '../../shared/wire/documents/cut-documents.ts'
import { readJson } from '../../shared/wire/documents/read-json.ts'
import { Refused } from './refused.ts'

/** One record of a body, by its place: what was parsed, or why it could not be. */
export type SplitRecord = { index: number } & (
  { value: unknown } | { problem: { reason: 'malformed_json'; field: null; message: string } }
)

export type BodyLimits = { records: number; bytes: number }

/**
 * Reads a request body as it comes in and gives its records: one object, a JSON array, or
 * NDJSON. Each record is parsed for itself, so that a broken one costs only itself.
 *
 * @throws Refused where the body is no records at all, or beyond a limit
 */
export async function splitRecords(
  body: AsyncIterable<Buffer>,
  limits: BodyLimits,
): Promise<SplitRecord[]> {
  const sent: SplitRecord[] = []
  const cutter = documentCutter()
  const decoder = new StringDecoder('utf8')
  let bytes = 0
  const seen = { isBegun: false }
  const take = (text: string): void => {
    seen.isBegun ||= begins(text)
    for (const cut of cutter.take(text))
      sent.push(sentOf(cut, roomFor(sent.length, limits.records)))
  }
  for await (const chunk of body) {
    bytes += chunk.length
    refuseBeyondLimit(bytes, limits.bytes)
    take(decoder.write(chunk))
  }
  take(decoder.end())
  if (!seen.isBegun) throw new Refused('malformed_body', 'The body is empty.')
  const { cuts, isInArray } = cutter.end()
  for (const cut of cuts) sent.push(sentOf(cut, roomFor(sent.length, limits.records)))
  if (isInArray && cuts.length === 0) {
    const message = 'The array ends in the middle; the records before this place were taken.'
    sent.push(problemAt(sent.length, message))
  }
  return sent
}

/** Whether the text has begun; what begins with neither bracket is no records. */
function begins(text: string): boolean {
  const first = /\S/.exec(text)?.[0]
  if (first === undefined || first === '{' || first === '[') return first !== undefined
  throw new Refused(
    'malformed_body',
    'The body must be a record, a JSON array of records, or NDJSON: it begins with neither { nor [.',
  )
}

function refuseBeyondLimit(bytes: number, limit: number): void {
  if (bytes <= limit) return
  throw new Refused(
    'body_too_large',
    `One request takes at most ${limit / 1024 / 1024} MiB; nothing of it was stored. Send it in parts.`,
  )
}

function roomFor(index: number, limit: number): number {
  if (index < limit) return index
  throw new Refused(
    'too_many_records',
    `One request takes at most ${limit} records; nothing of it was stored. Send it in parts.`,
  )
}

function sentOf(cut: Cut, index: number): SplitRecord {
  if (cut.kind === 'broken') return problemAt(index, `This record is not JSON: ${cut.message}.`)
  try {
    return { index, value: readJson(cut.text) }
  } catch (error) {
    const why = error instanceof Error ? error.message : 'not JSON'
    return problemAt(index, `This record is not JSON: ${why}.`)
  }
}

const problemAt = (index: number, message: string): SplitRecord => ({
  index,
  problem: { reason: 'malformed_json', field: null, message },
})
