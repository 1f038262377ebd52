import { hash } from 'node:crypto'

/** Half of what SHA-256 gives: no two of a center's customers or calls will ever share it. */
const hashDigits = 32
const blockBytes = 64
const innerPad = 0x36
const outerPad = 0x5c
const bytesPerCharacterMost = 3
const usualBytes = 4_000

/**
 * Hashes that nobody can guess back who does not have the key: the first half of an HMAC by SHA-256
 * (RFC 2104), in hexadecimal digits. The library's own HMAC sets up an object for each text, which
 * takes three times as long for one as short as a call; the tests hold this one against it.
 *
 * @param key of any length; of one that is longer than a block its hash is taken
 */
export function keyedHasher(key: Buffer): (text: string) => string {
  const block = Buffer.alloc(blockBytes)
  if (key.length > blockBytes) block.write(hash('sha256', key, 'hex'), 'hex')
  else key.copy(block)
  const inner = block.map((byte) => byte ^ innerPad)
  const outer = Buffer.concat([block.map((byte) => byte ^ outerPad), Buffer.alloc(blockBytes / 2)])
  let scratch = Buffer.alloc(0)
  return (text) => {
    const bytesMost = blockBytes + text.length * bytesPerCharacterMost
    if (scratch.length < bytesMost) {
      scratch = Buffer.alloc(Math.max(bytesMost, usualBytes))
      scratch.set(inner)
    }
    const end = blockBytes + scratch.write(text, blockBytes)
    outer.write(hash('sha256', scratch.subarray(0, end), 'hex'), blockBytes, 'hex')
    return hash('sha256', outer, 'hex').slice(0, hashDigits)
  }
}
