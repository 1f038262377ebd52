import { randomUUID } from 'node:crypto'
import { type Database } from '../database/connect.ts'
import { carryOutImport } from './carry-out-import.ts'
import { type Progress, type StoreRecords } from './import-needs.ts'
import { openReading } from './open-reading.ts'
import { isWorkbook, openTexts } from './open-texts.ts'
import { type Reading } from './reading.ts'
import { rejoinFile } from './rejoin-file.ts'
import { type RefusedLine } from './refused-store.ts'
import { type Counts, endRun, insertRun } from './run-store.ts'

export type ImportResult = {
  counts: Counts
  /** Why the file could not be read to its end; null where it was. */
  failure: string | null
  /** What had to be guessed. */
  warnings: readonly string[]
}

type Needs = {
  database: Database
  organizationId: number
  reading: Reading
  /** What the import is called on the page. */
  name: string
  isDryRun: boolean
  /** The installation's, with which documents are closed that wait for others of their call. */
  secret: string
  store: StoreRecords
  clock: () => number
  show: (progress: Progress) => void
  hearRefused: (lines: readonly RefusedLine[]) => Promise<void>
}

export const noCounts = (): Counts => ({
  ...{ read: 0, accepted: 0, unchanged: 0, superseded: 0, joined: 0, ignored: 0, refused: 0 },
  ...{ refusedByReason: {}, ignoredByRule: {} },
})

/** Imports one file at once, from beginning to end: what the command line does. */
export async function importFile(path: string, needs: Needs): Promise<ImportResult> {
  const { database, organizationId, reading, clock } = needs
  const startedAt = clock()
  const file = await openTexts(path, reading)
  const runner = randomUUID()
  const { name, isDryRun } = needs
  const id = await insertRun(database, organizationId, {
    ...{ reading, name, isDryRun, runner, uploadId: null, now: startedAt },
    bytesInAll: file.bytesInAll,
  })
  const place = { organizationId, id, runner }
  try {
    const outcome = await carryOutImport({
      ...{ ...needs, place, file, counts: noCounts(), isStopped: () => false },
      reading: openReading(reading, await isWorkbook(path), startedAt),
      rejoin: isDryRun ? null : rejoinFile(reading, { ...needs, now: startedAt }),
    })
    const failure = outcome.kind === 'read' ? outcome.failure : 'Another process took it over.'
    const state = failure === null ? 'finished' : 'failed'
    await endRun(database, place, { state, failure, now: clock() })
    return { counts: outcome.counts, failure, warnings: file.warnings }
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error)
    await endRun(database, place, { state: 'failed', failure, now: clock() }).catch(() => null)
    throw error
  }
}
