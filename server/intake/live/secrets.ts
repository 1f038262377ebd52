import { randomBytes } from 'node:crypto'
import { type ConnectionKind } from '../../../shared/intake/connection.ts'
import { Refused } from '../../http/refused.ts'
import { type ConnectionRow } from '../connection-store.ts'
import { type Seal } from '../seal.ts'

const madeBytes = 32
/** What Standard Webhooks asks of a secret. */
const signingBytes = { least: 24, most: 64 }
const signingPrefix = 'whsec_'
/** A secret that somebody made up is at least this long; Aircall's tokens are longer. */
const charactersLeast = 16
/** How long the former secret is taken, so that a sender can be changed over in peace. */
const formerHours = 24

/** What a secret is closed as: it opens for this connection only. */
const about = ({ organizationId, id }: Place): string => `connection ${organizationId} ${id}`
type Place = Pick<ConnectionRow, 'organizationId' | 'id'>

/**
 * The secret of a new connection, or its next one: as given, or made.
 *
 * @throws Refused where the given one can't be used
 */
export function chosenSecret(kind: ConnectionKind, given: string | undefined): string {
  if (given === undefined) return madeSecret(kind)
  const secret = given.trim()
  if (kind === 'standard_webhooks') return signingSecret(secret)
  if (secret.length >= charactersLeast && /^[\x21-\x7e]+$/.test(secret)) return secret
  throw new Refused(
    'secret_unusable',
    `The secret must have at least ${charactersLeast} letters, digits or signs, without blanks.`,
  )
}

function madeSecret(kind: ConnectionKind): string {
  const bytes = randomBytes(madeBytes)
  if (kind === 'standard_webhooks') return `${signingPrefix}${bytes.toString('base64')}`
  if (kind !== 'aircall') return bytes.toString('base64url')
  throw new Refused(
    'secret_unusable',
    'Aircall makes the token itself: create the webhook there, then enter its token here.',
  )
}

function signingSecret(secret: string): string {
  const code = secret.startsWith(signingPrefix) ? secret.slice(signingPrefix.length) : secret
  const { length } = Buffer.from(code, 'base64')
  const isCode = /^[A-Za-z0-9+/]+={0,2}$/.test(code) && code.length % 4 === 0
  if (isCode && length >= signingBytes.least && length <= signingBytes.most) {
    return `${signingPrefix}${code}`
  }
  throw new Refused(
    'secret_unusable',
    `The secret must be ${signingPrefix} followed by ${signingBytes.least} to ${signingBytes.most} bytes in base64.`,
  )
}

export const closedSecret = (seal: Seal, place: Place, secret: string): Buffer =>
  seal.close(secret, about(place))

/** The secrets as they stand after a change: the former one ends a day later, or at once. */
export const nextSecrets = (
  row: ConnectionRow,
  given: { seal: Seal; secret: string; endsFormerAtOnce: boolean; now: number },
) => ({
  secret: closedSecret(given.seal, row, given.secret),
  formerSecret: given.endsFormerAtOnce ? null : row.secret,
  formerUntil: given.endsFormerAtOnce ? null : new Date(given.now + formerHours * 3_600_000),
})

/**
 * The secrets that deliveries may show now.
 *
 * @throws Refused where they can't be read any more, because the installation's own has changed
 */
export function secretsOf(row: ConnectionRow, seal: Seal, now: number): string[] {
  const isFormerTaken = row.formerUntil !== null && row.formerUntil.getTime() > now
  const closed = [row.secret, ...(isFormerTaken && row.formerSecret ? [row.formerSecret] : [])]
  const secrets = closed.flatMap((each) => seal.open(each, about(row)) ?? [])
  if (secrets.length > 0) return secrets
  throw new Refused(
    'secret_lost',
    "The secret of this connection can't be read, because the secret of this installation has changed. Give the connection a new one.",
  )
}
