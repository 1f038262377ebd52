import { isObject } from '../adapters/json-fields.ts'

/** Firehose never sends more in one request. */
export const firehoseRecordsLimit = 10_000
/** A longer message is no answer it understands. */
export const errorMessageLimit = 8_192

export type FirehoseEnvelope =
  | { requestId: string; text: string; problem: null }
  | { requestId: string | null; text: null; problem: string }

/**
 * Takes apart what Amazon Data Firehose posts to an HTTP endpoint
 * (docs.aws.amazon.com/firehose/latest/dev/httpdeliveryrequestresponse.html): records in base64,
 * each of which becomes a document of its own, even where it is broken.
 */
export function openFirehoseEnvelope(body: string): FirehoseEnvelope {
  const envelope = parsed(body)
  if (!isObject(envelope)) return problem(null, 'The body is no JSON object.')
  const { requestId, records } = envelope
  if (typeof requestId !== 'string' || requestId === '') {
    return problem(null, 'requestId is missing; deliver with Amazon Data Firehose.')
  }
  if (!Array.isArray(records)) return problem(requestId, 'records is missing or no list.')
  if (records.length > firehoseRecordsLimit) {
    return problem(requestId, `One request takes at most ${firehoseRecordsLimit} records.`)
  }
  const text = records.map((record: unknown) => `${textOf(record)}\n`).join('')
  return { requestId, text, problem: null }
}

const problem = (requestId: string | null, sentence: string): FirehoseEnvelope => ({
  ...{ requestId, text: null },
  problem: sentence,
})

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** Data is base64; some sources of Firehose send it as the object it stands for. */
function textOf(record: unknown): string {
  const data = isObject(record) ? record['data'] : null
  if (typeof data === 'string') return Buffer.from(data, 'base64').toString('utf8')
  return JSON.stringify(data ?? null)
}

/** The only answer that Firehose takes for a success, or as the reason of a failure. */
export function firehoseAnswer(
  requestId: string,
  now: number,
  failure: string | null = null,
): { requestId: string; timestamp: number; errorMessage?: string } {
  const answer = { requestId, timestamp: now }
  return failure === null
    ? answer
    : { ...answer, errorMessage: failure.slice(0, errorMessageLimit) }
}
