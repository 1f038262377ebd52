import { type LogFiles } from '../../server/intake/follow/log-files.ts'

const headBytes = 1_024
/** At least; a piece goes on to the end of a line, as the pieces of the real one are long. */
const pieceBytes = 900

type File = { text: string }

/**
 * A disk in memory with one log, and who writes it: into the file it has opened, whatever name that
 * has by now, until it opens the log anew.
 */
export function openDisk() {
  let current: File | null = { text: '' }
  let opened: File = current
  const aside: File[] = []
  const seen = (name: string, file: File) => {
    const bytes = new TextEncoder().encode(file.text)
    return { name, size: bytes.length, head: bytes.subarray(0, headBytes) }
  }
  const find = (name: string) => (name === 'queue_log' ? current : (aside[Number(name)] ?? null))
  const files: LogFiles = {
    current: async () => (current ? seen('queue_log', current) : null),
    rotated: async () => aside.map((file, place) => seen(String(place), file)),
    read: async (name, from) => {
      const file = find(name)
      if (!file) return null
      const bytes = new TextEncoder().encode(file.text)
      const newline = bytes.indexOf(10, from + pieceBytes)
      const piece = bytes.subarray(from, newline < 0 ? bytes.length : newline + 1)
      const isEnd = from + piece.length >= bytes.length
      return { bytes: piece, head: bytes.subarray(0, headBytes), isEnd }
    },
  }
  return {
    files,
    write: (text: string): void => {
      opened.text += text
    },
    /** As a rotation that renames: what is written goes on into the old file for a while. */
    rename: (): void => {
      if (current) aside.push(current)
      current = null
    },
    /** As after `logger reload`. */
    open: (): void => {
      current ??= { text: '' }
      opened = current
    },
    /** As a rotation that copies and cuts off. */
    copyAndCut: (): void => {
      if (!current || current.text === '') return
      aside.push({ text: current.text })
      current.text = ''
    },
    /** The file is gone, and nobody has it. */
    cut: (): void => {
      if (current) current.text = ''
    },
    /** Files set aside earlier are compressed or deleted. */
    tidy: (): void => {
      aside.splice(0)
    },
  }
}

export type Disk = ReturnType<typeof openDisk>
