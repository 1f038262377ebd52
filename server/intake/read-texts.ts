import { type FileReading } from './delimited/file-reading.ts'
import { type ReadStep, type ReadStop } from './read-step.ts'

/** A file that can't be read at all; the message says why and what to do. */
export class Unreadable extends Error {}

/**
 * Reads a file's text, whatever its format, and gives its lines with what became of each, in
 * batches as they come: memory doesn't grow with the file. Ends with a stop where the file as a
 * whole, or the rest of it, can't be read; a line that breaks off is never taken for a whole one.
 * It doesn't throw for anything the file holds.
 *
 * @param texts the text in pieces; it is closed when the reading ends, or is given up
 */
export async function* readTexts(
  texts: AsyncGenerator<string, void>,
  reading: FileReading,
): AsyncGenerator<ReadStep, void> {
  try {
    for (;;) {
      const next = await nextText(texts)
      if ('failure' in next) {
        yield* brokenOff(next.failure, reading)
        return
      }
      const { lines, stop } = next.done ? reading.end() : reading.take(next.value)
      if (lines.length > 0) yield { kind: 'lines', lines }
      if (stop) yield { kind: 'stopped', ...stop }
      if (stop || next.done) return
    }
  } finally {
    await texts.return(undefined)
  }
}

/** Calls that waited for more lines are told by those there are; nothing follows. */
function* brokenOff(failure: unknown, reading: FileReading): Generator<ReadStep, void> {
  const stop = stopFor(failure, reading.lineAtHand())
  const lines = reading.breakOff?.() ?? []
  if (lines.length > 0) yield { kind: 'lines', lines }
  yield { kind: 'stopped', ...stop }
}

/** The next piece, or why there is none: an error of the stream is no error of ours. */
export async function nextText(texts: AsyncGenerator<string, void>) {
  try {
    return await texts.next()
  } catch (failure) {
    return { failure }
  }
}

function stopFor(failure: unknown, lineNumber: number): ReadStop {
  const message = failure instanceof Error ? failure.message : String(failure)
  if (failure instanceof Unreadable) return { reason: 'workbook_unreadable', lineNumber, message }
  return {
    reason: 'broken_off',
    lineNumber,
    message: `The file breaks off in line ${lineNumber} (${message}). The lines before it were read; transfer the file again and import it again.`,
  }
}
