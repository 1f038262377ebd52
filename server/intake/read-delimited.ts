import { type ColumnMapping } from '../../shared/intake/column-mapping.ts'
import { decoded } from './delimited/decoded.ts'
import { fileReading } from './delimited/file-reading.ts'
import { unzipped } from './delimited/unzipped.ts'
import { type ReadStep } from './read-step.ts'

/**
 * Reads a file of delimited text, plain or gzip, and gives its rows with what became of each, in
 * batches as they come: memory doesn't grow with the file. Ends with a stop where the file as a
 * whole, or the rest of it, can't be read; a line that breaks off is never taken for a row. It
 * doesn't throw for anything the file holds.
 *
 * @param bytes the file, such as a Readable; it is closed when the reading ends, or is given up
 * @param mapping as readMapping gave it
 * @param now epoch milliseconds of receipt: a call can't have started after it
 */
export async function* readDelimited(
  bytes: AsyncIterable<Uint8Array>,
  mapping: ColumnMapping,
  now: number,
): AsyncGenerator<ReadStep, void> {
  const texts = decoded(unzipped(bytes), mapping.file.encoding ?? 'utf-8')
  const reading = fileReading(mapping, now)
  try {
    for (;;) {
      const next = await nextText(texts)
      if ('failure' in next) {
        yield brokenOff(reading.lineAtHand(), next.failure)
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

/** The next piece, or why there is none: an error of the stream is no error of ours. */
async function nextText(texts: AsyncGenerator<string, void>) {
  try {
    return await texts.next()
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}

const brokenOff = (lineNumber: number, failure: string): ReadStep => ({
  kind: 'stopped',
  reason: 'broken_off',
  lineNumber,
  message: `The file breaks off in line ${lineNumber} (${failure}). The lines before it were read; transfer the file again and import it again.`,
})
