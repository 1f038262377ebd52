import { randomUUID } from 'node:crypto'
import { access, chmod, mkdir, open, readdir, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'

/** Room that uploads leave on the disk: the database lies on it too. */
const freeBytesLeast = 1024 ** 3

/** A part is larger than it may be, or than what is left of its file. */
export class PartTooLarge extends Error {}

/** The folder in which uploaded files lie until they have been imported or have expired. */
export type Spool = {
  /** A name for a new file; it says nothing of what is in it. */
  newName: () => string
  pathOf: (file: string) => string
  /** Whether so many bytes more have room. */
  hasRoomFor: (bytes: number) => Promise<boolean>
  has: (file: string) => Promise<boolean>
  /** Makes a file that is empty. */
  create: (file: string) => Promise<void>
  /**
   * Writes a part at its place, as it comes.
   *
   * @returns how many bytes it had
   * @throws PartTooLarge for one with more than `most`
   */
  write: (
    file: string,
    part: { from: number; most: number; bytes: AsyncIterable<Uint8Array> },
  ) => Promise<number>
  remove: (file: string) => Promise<void>
  files: () => Promise<string[]>
}

/** @param folder made when the first file comes; only our own account can enter it */
export function openSpool(folder: string): Spool {
  const pathOf = (file: string): string => join(folder, file)
  const makeFolder = async (): Promise<void> => {
    await mkdir(folder, { recursive: true })
    await chmod(folder, 0o700)
  }
  return {
    pathOf,
    newName: randomUUID,
    hasRoomFor: async (bytes) => {
      await makeFolder()
      const disk = await statfs(folder)
      return disk.bavail * disk.bsize >= bytes + freeBytesLeast
    },
    has: (file) =>
      access(pathOf(file)).then(
        () => true,
        () => false,
      ),
    create: async (file) => {
      await makeFolder()
      const handle = await open(pathOf(file), 'wx', 0o600)
      await handle.close()
    },
    write: async (file, { from, most, bytes }) => {
      const handle = await open(pathOf(file), 'r+')
      try {
        let written = 0
        for await (const chunk of bytes) {
          if (written + chunk.length > most) throw new PartTooLarge()
          await handle.write(chunk, 0, chunk.length, from + written)
          written += chunk.length
        }
        return written
      } finally {
        await handle.close()
      }
    },
    remove: (file) => rm(pathOf(file), { force: true }),
    files: () => readdir(folder).catch(() => []),
  }
}
