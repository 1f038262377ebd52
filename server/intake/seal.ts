import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const method = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** Closes texts so that only this installation can read them, and only as what they were. */
export type Seal = {
  /** @param about what the text is, such as `connection 3`; it opens as nothing else */
  close: (text: string, about: string) => Buffer
  /** Null where the installation's secret is another one now, or the text is not what it says. */
  open: (sealed: Uint8Array, about: string) => string | null
}

/**
 * Encrypts what has to be read again in the clear: secrets by which deliveries are verified, and
 * documents that wait for others of the same call.
 *
 * @param secret the installation's secret: without it what was closed can't be read
 */
export function openSeal(secret: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'seal of intake', 32))
  return {
    close: (text, about) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(method, key, nonce).setAAD(Buffer.from(about))
      const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), closed])
    },
    open: (sealed, about) => {
      const bytes = Buffer.from(sealed)
      const nonce = bytes.subarray(0, nonceBytes)
      const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes)
      try {
        const decipher = createDecipheriv(method, key, nonce, { authTagLength: tagBytes })
        decipher.setAAD(Buffer.from(about)).setAuthTag(tag)
        const opened = decipher.update(bytes.subarray(nonceBytes + tagBytes))
        return Buffer.concat([opened, decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}
