import { type FileHandle, open } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { type RefusedLine } from './refused-store.ts'

/**
 * A file beside the imported one that says of each refused line its number, reason and text,
 * a JSON object a line. It is made with the first of them; where the folder can't be written
 * to, it lies in the working folder.
 */
export function openRefusedFile(importedPath: string) {
  let file: { handle: FileHandle; path: string } | null = null
  return {
    write: async (lines: readonly RefusedLine[]): Promise<void> => {
      if (lines.length === 0) return
      file ??= await create(importedPath)
      await file.handle.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    },
    /** @returns where it lies; null where nothing was refused */
    close: async (): Promise<string | null> => {
      await file?.handle.close()
      return file?.path ?? null
    },
  }
}

async function create(importedPath: string): Promise<{ handle: FileHandle; path: string }> {
  const name = `${basename(importedPath)}.refused.ndjson`
  const beside = resolve(importedPath, '..', name)
  try {
    return { handle: await open(beside, 'w'), path: beside }
  } catch {
    return { handle: await open(resolve(name), 'w'), path: resolve(name) }
  }
}
