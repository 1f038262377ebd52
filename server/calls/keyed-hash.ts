import { createHmac, createSecretKey } from 'node:crypto'

/** Half of what SHA-256 gives: no two of a center's customers or calls will ever share it. */
const hashDigits = 32

/**
 * Hashes that nobody can guess back who does not have the key: the first half of an HMAC by SHA-256,
 * in hexadecimal digits, which cost less to make and to keep than bytes do.
 */
export function keyedHasher(key: Buffer): (text: string) => string {
  const secretKey = createSecretKey(key)
  return (text) => createHmac('sha256', secretKey).update(text).digest('hex').slice(0, hashDigits)
}
