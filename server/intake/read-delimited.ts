import { type ColumnMapping } from '../../shared/intake/column-mapping.ts'
import { decoded } from './delimited/decoded.ts'
import { mappingReading } from './delimited/mapping-reading.ts'
import { unzipped } from './delimited/unzipped.ts'
import { type ReadStep } from './read-step.ts'
import { readTexts } from './read-texts.ts'

/**
 * Reads a file of delimited text, plain or gzip, through a mapping.
 *
 * @param bytes the file, such as a Readable; it is closed when the reading ends, or is given up
 * @param mapping as readMapping gave it
 * @param now epoch milliseconds of receipt: a call can't have started after it
 */
export const readDelimited = (
  bytes: AsyncIterable<Uint8Array>,
  mapping: ColumnMapping,
  now: number,
): AsyncGenerator<ReadStep, void> =>
  readTexts(decoded(unzipped(bytes), mapping.file.encoding ?? null), mappingReading(mapping, now))
