import { recordsPerRequestLimit, requestBytesLimit } from '../../shared/calls/contract.ts'
import { Refused } from '../http/refused.ts'
import { type Sent } from './ingest-calls.ts'
import { openElementScan } from './scan-elements.ts'

const newline = 0x0a
const openBrace = 0x7b
const openBracket = 0x5b
const blanks = new Set([0x20, 0x09, 0x0a, 0x0d])

/**
 * Reads a request body as it comes in and gives its records: one object, a JSON array, or
 * NDJSON. Each record is parsed for itself, so that a broken one costs only itself.
 *
 * @throws Refused where the body is no records at all, or beyond a limit
 */
export async function splitRecords(body: AsyncIterable<Buffer>): Promise<Sent[]> {
  const sent: Sent[] = []
  const add = (text: string): void => {
    if (text.trim() !== '') sent.push(parsed(text, roomFor(sent.length)))
  }
  const fail = (message: string): void => {
    sent.push(problemAt(sent.length, message))
  }
  let rest: Buffer = Buffer.alloc(0)
  let form: Form | null = null
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    refuseBeyondLimit(bytes)
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    form ??= formOf(rest)
    if (form) rest = form.take(rest, add, fail)
  }
  form ??= rest.some((byte) => !blanks.has(byte)) ? whole : null
  if (!form) throw new Refused('malformed_body', 'The body is empty.')
  form.end(rest, add, fail)
  return sent
}

type Add = (text: string) => void

/** How a body is cut: what is complete is added, and the rest given back for later. */
type Form = {
  take: (rest: Buffer, add: Add, fail: Add) => Buffer
  end: (rest: Buffer, add: Add, fail: Add) => void
}

/** NDJSON: a line, a record. */
const lines: Form = {
  take: (rest, add) => {
    let start = 0
    for (let end = rest.indexOf(newline); end !== -1; end = rest.indexOf(newline, start)) {
      add(rest.toString('utf8', start, end))
      start = end + 1
    }
    return rest.subarray(start)
  },
  end: (rest, add) => {
    add(rest.toString('utf8'))
  },
}

/** One record, over however many lines. */
const whole: Form = {
  take: (rest) => rest,
  end: (rest, add) => {
    add(rest.toString('utf8'))
  },
}

/** A JSON array: what stands between its commas is a record. */
function elements(): Form {
  const scan = openElementScan()
  return {
    take: (rest, add) => scan.take(rest, add),
    end: (rest, _add, fail) => {
      if (!scan.isClosed()) {
        fail('The array ends in the middle; the records before this place were taken.')
      } else if (rest.some((byte) => !blanks.has(byte))) {
        fail('Something follows the end of the array; it was not read.')
      }
    },
  }
}

/** What the first bytes show the body to be; null where more are needed to tell. */
function formOf(rest: Buffer): Form | null {
  const start = rest.findIndex((byte) => !blanks.has(byte))
  if (start === -1) return null
  if (rest[start] === openBracket) return elements()
  if (rest[start] !== openBrace) {
    throw new Refused(
      'malformed_body',
      'The body must be a record, a JSON array of records, or NDJSON: it begins with neither { nor [.',
    )
  }
  const firstEnd = rest.indexOf(newline, start)
  if (firstEnd === -1) return null
  const second = rest.subarray(firstEnd).find((byte) => !blanks.has(byte))
  if (second === undefined) return null
  return second === openBrace ? lines : whole
}

function refuseBeyondLimit(bytes: number): void {
  if (bytes <= requestBytesLimit) return
  throw new Refused(
    'body_too_large',
    `One request takes at most ${requestBytesLimit / 1024 / 1024} MiB; nothing of it was stored. Send it in parts.`,
  )
}

function roomFor(index: number): number {
  if (index < recordsPerRequestLimit) return index
  throw new Refused(
    'too_many_records',
    `One request takes at most ${recordsPerRequestLimit} records; nothing of it was stored. Send it in parts.`,
  )
}

function parsed(text: string, index: number): Sent {
  try {
    return { index, value: readJson(text) }
  } catch (error) {
    const why = error instanceof Error ? error.message : 'not JSON'
    return problemAt(index, `This record is not JSON: ${why}.`)
  }
}

const escapedSurrogate = /\\u[dD][89a-fA-F]/
const halfOfPair = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Half a surrogate pair is no character: the database would store, and find, another text. */
function readJson(text: string): unknown {
  if (!escapedSurrogate.test(text)) return JSON.parse(text)
  return JSON.parse(text, (_name, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(halfOfPair, '\ufffd') : value,
  )
}

const problemAt = (index: number, message: string): Sent => ({
  index,
  problem: { reason: 'malformed_json', field: null, message },
})
