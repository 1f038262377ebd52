import { open, readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fingerprintBytesLimit } from './fingerprint.ts'
import { packedReader, seenPacked } from './packed-file.ts'
import { bytesAtOnceLimit, type ReadBytes } from './take-bytes.ts'
import { type SeenFile } from './where-to-read.ts'

/** What following needs of a disk; tests have one of their own. */
export type LogFiles = {
  /** The file under the log's own name; null where there is none. */
  current: () => Promise<SeenFile | null>
  /** Files that were set aside, plain or packed by gzip. */
  rotated: () => Promise<SeenFile[]>
  /** Null where the file has gone. */
  read: (name: string, from: number) => Promise<ReadBytes | null>
}

const packedEnding = '.gz'
const isPacked = (path: string) => path.endsWith(packedEnding)

/** A file that is there unpacked too is being packed just now, or was unpacked by hand. */
const withoutPackedTwins = (names: readonly string[]): string[] => {
  const all = new Set(names)
  return names.filter((name) => !isPacked(name) || !all.has(name.slice(0, -packedEnding.length)))
}

/** The files of a log on disk: queue_log, and beside it queue_log.1, queue_log-20260302.gz, … */
export function logFilesAt(path: string): LogFiles {
  const folder = dirname(path)
  const packed = packedReader()
  const name = basename(path)
  const isSetAside = (other: string) =>
    other.startsWith(name) && /^[.-][\d.-]+(\.gz)?$/.test(other.slice(name.length))
  return {
    current: () => seen(path),
    rotated: async () => {
      const found = await Promise.all(
        withoutPackedTwins((await readdir(folder)).filter(isSetAside))
          .map((other) => join(folder, other))
          .map((other) => (isPacked(other) ? seenPacked(other) : seenAside(other))),
      )
      return found.filter((file) => file !== null)
    },
    read: (file, from) => (isPacked(file) ? packed.read(file, from) : readFrom(file, from)),
  }
}

/** Whoever packs a file takes the plain one away once the packed one is whole. */
const seenAside = async (path: string): Promise<SeenFile | null> =>
  (await seen(path)) ?? seenPacked(`${path}${packedEnding}`)

async function seen(path: string): Promise<SeenFile | null> {
  return withFile(path, async (file) => {
    const head = await bytesAt(file, 0, fingerprintBytesLimit)
    const { size } = await file.stat()
    return { name: path, size, head }
  })
}

/** The beginning is read last: a file that was cut off meanwhile shows it by then. */
async function readFrom(path: string, from: number): Promise<ReadBytes | null> {
  return withFile(path, async (file) => {
    const bytes = await bytesAt(file, from, bytesAtOnceLimit)
    const head = await bytesAt(file, 0, fingerprintBytesLimit)
    const { size } = await file.stat()
    return { bytes, head, isEnd: from + bytes.length >= size }
  })
}

type Opened = Awaited<ReturnType<typeof open>>

/** @throws Error where a file that is there can't be read */
async function withFile<T>(path: string, use: (file: Opened) => Promise<T>): Promise<T | null> {
  let file: Opened
  try {
    file = await open(path, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  try {
    return await use(file)
  } finally {
    await file.close()
  }
}

async function bytesAt(file: Opened, from: number, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, from + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}
