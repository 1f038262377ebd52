import { type Problem, kindByReason } from '../../shared/wire/refusal.ts'
import { Refused } from './refused.ts'

/** After this long a person is told that the server is slow, instead of waiting on. */
export const answerSecondsLimit = 20

type Sent = {
  method: string
  body?: unknown
  /** Sent as they are, instead of a JSON body. */
  bytes?: Blob
  signal?: AbortSignal
  /** For work that takes the server longer than a person usually waits. */
  patienceSeconds?: number
}

/**
 * Sends one request and reads its JSON answer.
 * @throws Refused, for everything except a cancelled request, which stays an AbortError.
 */
export async function send(address: string, request: Sent): Promise<unknown> {
  const response = await answerTo(address, request)
  const answer = await readJson(response)
  if (!response.ok) throw refusedBy(answer, response)
  return answer
}

async function answerTo(
  address: string,
  { method, body, bytes, signal, patienceSeconds = answerSecondsLimit }: Sent,
): Promise<Response> {
  const patience = AbortSignal.timeout(patienceSeconds * 1_000)
  try {
    return await fetch(address, {
      method,
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(bytes && { 'content-type': 'application/octet-stream' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(bytes && { body: bytes }),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    if (patience.aborted) throw new Refused({ reason: 'too_slow', message: 'No answer in time.' })
    throw new Refused({ reason: 'no_connection', message: String(error) })
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return {}
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new Refused({
      reason: 'unreadable_answer',
      message: `Status ${response.status} without JSON.`,
      requestId: response.headers.get('x-request-id'),
    })
  }
}

function refusedBy(answer: unknown, response: Response): Refused {
  if (isProblem(answer)) return new Refused(answer)
  return new Refused({
    reason: 'unreadable_answer',
    message: `Status ${response.status} without a problem we know.`,
    requestId: response.headers.get('x-request-id'),
  })
}

function isProblem(answer: unknown): answer is Problem {
  if (typeof answer !== 'object' || answer === null || !('reason' in answer)) return false
  return typeof answer.reason === 'string' && Object.hasOwn(kindByReason, answer.reason)
}
