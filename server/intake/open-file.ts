import { type CdrMatch } from '../../shared/intake/cdr-match.ts'
import { type Database } from '../database/connect.ts'
import { type OpenedFile } from './import-needs.ts'
import { openReading } from './open-reading.ts'
import { isWorkbook, openTexts } from './open-texts.ts'
import { readBeside } from './read-beside.ts'
import { type Reading } from './reading.ts'
import { noteCdrMatch, type RunPlace } from './run-store.ts'

type Given = {
  database: Database
  place: RunPlace
  path: string
  reading: Reading
  /** Where the files lie beside which it is read. */
  besides: readonly string[]
  /** Epoch milliseconds of receipt. */
  now: number
  goOn: () => Promise<void>
}

/**
 * Begins to read a file that is imported. Those beside it are looked through first, and what was
 * found in them is put down with the run.
 */
export async function openFile(given: Given): Promise<OpenedFile & { match: CdrMatch | null }> {
  const { database, place, path, reading, besides, now, goOn } = given
  const beside = await readBeside(path, reading, besides, { now, goOn })
  const match = beside?.match ?? null
  if (match) await noteCdrMatch(database, place, match)
  const isSheet = await isWorkbook(path)
  const adapter = beside?.adapter ?? null
  return {
    file: await openTexts(path, reading),
    reading: openReading(reading, { adapter, isSheet, now }),
    match,
  }
}
