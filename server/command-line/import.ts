import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { openAnnouncements } from '../announcements.ts'
import { sortAll } from '../calls/sort-anew.ts'
import { keepBalance } from '../balance/keep-balance.ts'
import { openIngestLanes } from '../calls/ingest-lane.ts'
import { importFile, type ImportResult } from '../intake/import-file.ts'
import { type StoreRecords } from '../intake/import-needs.ts'
import { openRefusedFile } from '../intake/refused-file.ts'
import { type Standing } from '../stand-on.ts'
import { noRecordStore, recordStore } from '../store-records.ts'
import { type FileToImport, type ImportOrder, readingsOf } from './import-reading.ts'
import { reportOf } from './import-report.ts'
import { BadOrder } from './refuse.ts'
import { progressBar } from './show-progress.ts'

/** wellspent import: reads files into the database, one after another. */
export async function importFiles(
  standing: Standing,
  order: ImportOrder,
  clock: () => number,
): Promise<void> {
  await refuseUnreadable(order.files)
  const { database, secret } = standing
  const files = await readingsOf(database, order)
  const announcements = openAnnouncements()
  const log = (error: unknown): void => {
    console.error(error)
  }
  const balance = keepBalance({
    ...{ database, announcements, clock, log },
    before: () => sortAll(database),
  })
  const ingest = openIngestLanes(database, announcements, clock)
  const store = order.isDryRun
    ? noRecordStore(database)
    : recordStore({ ingest, secret, clock }, order.organizationId)
  const failed: string[] = []
  for (const file of files) {
    const { path } = file
    const result = await importOne(file, standing, { order, store, clock })
    if (result.failure !== null || isNothing(result)) failed.push(path)
  }
  await balance.lookAtAll()
  if (failed.length > 0) throw new BadOrder(`Not imported to the end: ${failed.join(', ')}.`)
}

async function importOne(
  { path, reading, besides }: FileToImport,
  { database, secret }: Standing,
  given: { order: ImportOrder; store: StoreRecords; clock: () => number },
): Promise<ImportResult> {
  const { order, store, clock } = given
  const startedAt = clock()
  const bar = progressBar(basename(path), clock, process.stderr)
  const refusedFile = openRefusedFile(path)
  let written: string | null = null
  try {
    const result = await importFile(path, {
      ...{ database, secret, reading, besides, store, clock },
      ...{ name: basename(path), isDryRun: order.isDryRun },
      organizationId: order.organizationId,
      show: bar.show,
      hearRefused: refusedFile.write,
    })
    written = await refusedFile.close()
    bar.end()
    const seconds = (clock() - startedAt) / 1000
    console.log(reportOf(path, result, { refusedFile: written, seconds, reading }))
    return result
  } finally {
    if (written === null) await refusedFile.close()
  }
}

async function refuseUnreadable(files: readonly string[]): Promise<void> {
  for (const path of files) {
    const isReadable = await access(path, constants.R_OK).then(
      async () => (await stat(path)).isFile(),
      () => false,
    )
    if (isReadable) continue
    throw new BadOrder(`${path} is no file that can be read; check the path. Nothing was imported.`)
  }
}

const isNothing = ({ counts }: ImportResult): boolean =>
  counts.refused > 0 && counts.accepted + counts.unchanged + counts.superseded === 0
