import { request as requestPlain } from 'node:http'
import { request as requestEncrypted } from 'node:https'
import { isIP } from 'node:net'
import { Webhook } from 'standardwebhooks'
import {
  faultOfAddress,
  hostOf,
  lookupChecked,
  readUrl,
  UnusableAddress,
} from './usable-address.ts'

/** A receiver has this long to answer. */
export const answerSecondsLimit = 15
/** Of an answer this much is read; who says more is cut off. */
const answerCharactersLimit = 500

/** What came back: a status, or why none did. */
export type SendResult = { status: number | null; answer: string }

export type ToSend = { url: string; messageId: string; body: string; secrets: readonly string[] }

/**
 * Sends a message signed as Standard Webhooks says, with every secret that holds. Redirections are
 * not followed: they could lead anywhere.
 */
export async function sendMessage(
  { url: text, messageId, body, secrets }: ToSend,
  now: number,
  secondsLimit = answerSecondsLimit,
): Promise<SendResult> {
  try {
    const url = readUrl(text)
    const fault = isIP(hostOf(url)) ? faultOfAddress(hostOf(url), isEncrypted(url)) : null
    if (fault !== null) throw new UnusableAddress(fault)
    const at = new Date(now)
    const signatures = secrets.map((secret) => new Webhook(secret).sign(messageId, at, body))
    return await post(url, body, secondsLimit, {
      'content-type': 'application/json',
      'user-agent': 'Wellspent',
      'webhook-id': messageId,
      'webhook-timestamp': String(Math.floor(now / 1000)),
      'webhook-signature': signatures.join(' '),
    })
  } catch (error) {
    return { status: null, answer: reasonOf(error) }
  }
}

const isEncrypted = (url: URL): boolean => url.protocol === 'https:'

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? `${String(error.code)}: ` : ''
  const said = error instanceof Error ? error.message : 'No answer.'
  return `${code}${said}`.slice(0, answerCharactersLimit)
}

function post(
  url: URL,
  body: string,
  secondsLimit: number,
  headers: Record<string, string>,
): Promise<SendResult> {
  const begin = isEncrypted(url) ? requestEncrypted : requestPlain
  return new Promise((resolve, reject) => {
    const request = begin(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      lookup: lookupChecked(isEncrypted(url)),
      agent: false,
    })
    const timer = setTimeout(() => {
      request.destroy(new Error(`No answer within ${secondsLimit} seconds.`))
    }, secondsLimit * 1000)
    request.on('close', () => {
      clearTimeout(timer)
    })
    request.on('error', reject)
    request.on('response', (response) => {
      let answer = ''
      const status = response.statusCode ?? null
      const end = (): void => {
        resolve({ status, answer: answer.slice(0, answerCharactersLimit) })
        request.destroy()
      }
      response.setEncoding('utf8')
      response.on('error', reject)
      response.on('end', end)
      response.on('data', (part: string) => {
        answer += part
        if (answer.length >= answerCharactersLimit) end()
      })
    })
    request.end(body)
  })
}
