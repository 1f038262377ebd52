import { open, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { constants, gunzip } from 'node:zlib'
import { fingerprintBytesLimit } from './fingerprint.ts'
import { bytesAtOnceLimit, type ReadBytes } from './take-bytes.ts'
import { type SeenFile } from './where-to-read.ts'

const unpack = promisify(gunzip)

/** A log that was packed is unpacked in memory; a larger one has to be unpacked by hand. */
const unpackedBytesLimit = 268_435_456
/** So much of a packed file holds more of the log than its fingerprint. */
const packedHeadBytes = 4_096
/** The last bytes of gzip say how long the text is. */
const lengthBytes = 4

/** A log that was set aside and packed by gzip; null where it isn't one. */
export async function seenPacked(path: string): Promise<SeenFile | null> {
  const file = await open(path, 'r').catch(() => null)
  if (!file) return null
  try {
    const { size } = await file.stat()
    if (size < lengthBytes) return null
    const start = Buffer.alloc(Math.min(packedHeadBytes, size))
    const end = Buffer.alloc(lengthBytes)
    await file.read(start, 0, start.length, 0)
    await file.read(end, 0, lengthBytes, size - lengthBytes)
    const head = await unpack(start, { finishFlush: constants.Z_SYNC_FLUSH })
    return { name: path, size: end.readUInt32LE(), head: head.subarray(0, fingerprintBytesLimit) }
  } catch {
    return null
  } finally {
    await file.close()
  }
}

/**
 * Reads packed files; the last one is kept unpacked, because it is read piece by piece. What can't
 * be unpacked is an error of the disk that says what to do.
 */
export function packedReader() {
  let kept: { path: string; bytes: Buffer } | null = null
  return {
    read: async (path: string, from: number): Promise<ReadBytes | null> => {
      if (kept?.path !== path || from === 0) {
        const packed = await readFile(path).catch(nullIfGone)
        const bytes = packed && (await unpack(packed, limits).catch(() => null))
        if (packed && !bytes) throw notUnpacked(path)
        kept = bytes && { path, bytes }
      }
      if (!kept) return null
      const piece = kept.bytes.subarray(from, from + bytesAtOnceLimit)
      const isEnd = from + piece.length >= kept.bytes.length
      const head = kept.bytes.subarray(0, fingerprintBytesLimit)
      if (isEnd) kept = null
      return { bytes: piece, head, isEnd }
    },
  }
}

/** Following tries again what the disk refuses, which it tells by path and syscall. */
const notUnpacked = (path: string): Error =>
  Object.assign(
    new Error(
      `${path} is damaged or unpacks to more than ${unpackedBytesLimit / 1_048_576} MiB; unpack it by hand in another folder, and move what comes out beside the log, under the same name without .gz`,
    ),
    { path, syscall: 'read' },
  )

function nullIfGone(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}

const limits = { maxOutputLength: unpackedBytesLimit }
