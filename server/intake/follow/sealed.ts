import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

const keyOf = (secret: string, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', purpose, keyBytes))

/** A text that only who has the installation's secret can read, and nobody can change. */
export function sealed(text: string, secret: string, purpose: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, keyOf(secret, purpose), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
}

/** The sealed text; null where it was sealed with another secret, or changed. */
export function unsealed(seal: string, secret: string, purpose: string): string | null {
  const bytes = Buffer.from(seal, 'base64')
  if (bytes.length < nonceBytes + tagBytes) return null
  const tagEnd = nonceBytes + tagBytes
  const decipher = createDecipheriv(
    algorithm,
    keyOf(secret, purpose),
    bytes.subarray(0, nonceBytes),
    { authTagLength: tagBytes },
  )
  decipher.setAuthTag(bytes.subarray(nonceBytes, tagEnd))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]).toString()
  } catch {
    return null
  }
}
