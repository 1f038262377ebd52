import { createHash } from 'node:crypto'

/** How much of a file's beginning tells it from others. */
export const fingerprintBytesLimit = 1_024

/**
 * What tells a file from others under whatever name and on whatever disk it lies: how it begins,
 * as far as it had been read. Of a file of which nothing was read it says nothing.
 */
export type Fingerprint = { bytes: number; hash: string }

/** @param position how much of the file has been read */
export function fingerprintOf(head: Uint8Array, position: number): Fingerprint {
  const bytes = Math.min(position, fingerprintBytesLimit, head.length)
  return { bytes, hash: hashOf(head.subarray(0, bytes)) }
}

export const fits = ({ bytes, hash }: Fingerprint, head: Uint8Array): boolean =>
  head.length >= bytes && hashOf(head.subarray(0, bytes)) === hash

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
