import { createHash, timingSafeEqual } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { Refused } from '../../http/refused.ts'

/** A delivery as it came in, before anything of it is believed. */
export type Delivered = {
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: Buffer
  /** The secret in the address, where there is one. */
  key: string | null
}

/** How long ago a delivery may have been signed, and how far a clock may run ahead. */
export const toleranceSeconds = 300

/** Whether two texts are the same, in a time that says nothing of where they differ. */
export function isSame(given: string, wanted: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(wanted))
}

const header = ({ headers }: Delivered, name: string): string | null => {
  const value = headers[name]
  return typeof value === 'string' && value !== '' ? value : null
}

const unverified = (message: string): Refused => new Refused('delivery_unverified', message)

/** @returns the number of a delivery, by which it is known when it comes again; null for none */
export type Verify = (
  delivered: Delivered,
  secrets: readonly string[],
  now: number,
) => string | null

/** Standard Webhooks 1.0: a signature over number, time and body. Several may be given. */
export const verifyWebhook: Verify = (delivered, secrets, now) => {
  const id = header(delivered, 'webhook-id')
  const timestamp = header(delivered, 'webhook-timestamp')
  const signatures = header(delivered, 'webhook-signature')
  if (id === null || timestamp === null || signatures === null) {
    throw unverified('The headers webhook-id, webhook-timestamp and webhook-signature are needed.')
  }
  const signedAt = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN
  if (Number.isNaN(signedAt)) throw unverified('webhook-timestamp must be seconds since 1970.')
  const isSigned = secrets.some((secret) => {
    // The package's own check asks the machine's clock; here time is given.
    const wanted = new Webhook(secret).sign(id, new Date(signedAt * 1000), delivered.body)
    return signatures.split(' ').some((signature) => isSame(signature, wanted))
  })
  if (!isSigned) throw unverified('The signature does not fit the body and the secret.')
  if (Math.abs(now / 1000 - signedAt) <= toleranceSeconds) return id
  throw new Refused(
    'delivery_too_old',
    `webhook-timestamp is more than ${toleranceSeconds / 60} minutes from the time here; sign each try anew, and check the clock of the sender.`,
  )
}

/** Aircall: the token of the webhook stands in every event. */
export const verifyAircall: Verify = ({ body }, secrets) => {
  const token = tokenIn(body.toString('utf8'))
  if (token !== null && secrets.some((secret) => isSame(token, secret))) return null
  throw unverified('The token of the event is not the one of this connection.')
}

function tokenIn(text: string): string | null {
  try {
    const event: unknown = JSON.parse(text)
    const isEvent = typeof event === 'object' && event !== null && 'token' in event
    return isEvent && typeof event.token === 'string' ? event.token : null
  } catch {
    return null
  }
}

/** Amazon Data Firehose: the access key as it was entered there; retries keep their number. */
export const verifyFirehose: Verify = (delivered, secrets) => {
  const key = header(delivered, 'x-amz-firehose-access-key')
  if (key !== null && secrets.some((secret) => isSame(key, secret))) {
    return header(delivered, 'x-amz-firehose-request-id')
  }
  throw unverified('The access key is not the one of this connection.')
}

/** FreeSWITCH: basic authentication, whose user name is free, or the secret in the address. */
export const verifyFreeswitch: Verify = (delivered, secrets) => {
  const given = delivered.key ?? passwordIn(header(delivered, 'authorization'))
  if (given !== null && secrets.some((secret) => isSame(given, secret))) return null
  throw unverified('The password, or the key in the address, is not the one of this connection.')
}

function passwordIn(authorization: string | null): string | null {
  const credentials = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1]
  if (credentials === undefined) return null
  const [, password] = /^[^:]*:([^]*)$/.exec(Buffer.from(credentials, 'base64').toString()) ?? []
  return password ?? null
}
