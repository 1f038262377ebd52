import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { type Database } from '../database/connect.ts'
import { type CdrMatch } from '../../shared/intake/cdr-match.ts'
import { carryOutImport } from './carry-out-import.ts'
import { type Progress, type StoreRecords } from './import-needs.ts'
import { openFile } from './open-file.ts'
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
  /** What CDRs beside a queue_log came to; null where none were. */
  match: CdrMatch | null
}

type Needs = {
  database: Database
  organizationId: number
  reading: Reading
  /** Where the files lie beside which it is read. */
  besides: readonly string[]
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
  const runner = randomUUID()
  const { name, isDryRun } = needs
  const id = await insertRun(database, organizationId, {
    ...{ reading, name, isDryRun, runner, uploadId: null, now: startedAt },
    bytesInAll: (await stat(path)).size,
  })
  const place = { organizationId, id, runner }
  let told: Pick<ImportResult, 'warnings' | 'match'> = { warnings: [], match: null }
  try {
    const outcome = await carryOutImport({
      ...{ ...needs, place, counts: noCounts(), isStopped: () => false },
      open: async (goOn) => {
        const opened = await openFile({ ...needs, path, place, now: startedAt, goOn })
        told = { warnings: opened.file.warnings, match: opened.match }
        return opened
      },
      rejoin: isDryRun ? null : rejoinFile(reading, { ...needs, now: startedAt }),
    })
    const failure = outcome.kind === 'read' ? outcome.failure : 'Another process took it over.'
    const state = failure === null ? 'finished' : 'failed'
    await endRun(database, place, { state, failure, now: clock() })
    return { counts: outcome.counts, failure, ...told }
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error)
    await endRun(database, place, { state: 'failed', failure, now: clock() }).catch(() => null)
    throw error
  }
}
