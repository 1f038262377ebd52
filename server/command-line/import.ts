import { constants } from 'node:fs'
import { access, readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type ColumnMapping } from '../../shared/intake/column-mapping.ts'
import { openAnnouncements } from '../announcements.ts'
import { sortAll } from '../calls/sort-anew.ts'
import { keepBalance } from '../balance/keep-balance.ts'
import { customerHasher } from '../calls/customer-key.ts'
import { prepareBatch } from '../calls/ingest-calls.ts'
import { openIngestLanes } from '../calls/ingest-lane.ts'
import { importFile, type ImportResult, type StoreRecords } from '../intake/import-file.ts'
import { readMapping } from '../intake/read-mapping.ts'
import { type Standing } from '../stand-on.ts'
import { BadOrder } from './refuse.ts'
import { progressBar } from './show-progress.ts'

type Order = {
  files: readonly string[]
  mapping: string
  source: string | null
  organizationId: number
}

/** wellspent import: reads files into the database, one after another. */
export async function importFiles(
  standing: Standing,
  order: Order,
  clock: () => number,
): Promise<void> {
  const mapping = await mappingOf(order)
  await refuseUnreadable(order.files)
  const { database, secret } = standing
  const announcements = openAnnouncements()
  const log = (error: unknown): void => {
    console.error(error)
  }
  const balance = keepBalance({
    ...{ database, announcements, clock, log },
    before: () => sortAll(database),
  })
  const store = storing(standing, order.organizationId, announcements, secret, clock)
  const failed: string[] = []
  for (const path of order.files) {
    const bar = progressBar(basename(path), clock, process.stderr)
    const startedAt = clock()
    const result = await importFile(path, {
      ...{ database, mapping, store, clock, organizationId: order.organizationId },
      show: bar.show,
    })
    bar.end()
    console.log(report(path, result, clock() - startedAt))
    if (result.failure !== null || isNothing(result)) failed.push(path)
  }
  await balance.lookAtAll()
  if (failed.length > 0) throw new BadOrder(`Not imported to the end: ${failed.join(', ')}.`)
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

async function mappingOf(order: Order): Promise<ColumnMapping> {
  const { mapping, problems } = readMapping(await jsonIn(order.mapping))
  if (mapping) return order.source === null ? mapping : { ...mapping, source: order.source }
  const sentences = problems.map(({ field, message }) => `  ${field}: ${message}`)
  throw new BadOrder(`${order.mapping} is not a mapping:\n${sentences.join('\n')}`)
}

async function jsonIn(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new BadOrder(`The mapping ${path} can't be read; check the path.`)
  })
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new BadOrder(`${path} is not JSON: ${error instanceof Error ? error.message : ''}`)
  }
}

/** Imports go through the lane that the API's records go through. */
function storing(
  { database }: Standing,
  organizationId: number,
  announcements: ReturnType<typeof openAnnouncements>,
  secret: string,
  clock: () => number,
): StoreRecords {
  const ingest = openIngestLanes(database, announcements, clock)
  const hashCustomer = customerHasher(secret, organizationId)
  return (records) => {
    const sent = records.map(({ index, record }) => ({ index, checked: record }))
    const batch = prepareBatch(sent, hashCustomer, secret, clock())
    return ingest(organizationId, batch, () => Promise.resolve())
  }
}

const isNothing = ({ counts }: ImportResult): boolean =>
  counts.refused > 0 && counts.accepted + counts.unchanged + counts.superseded === 0

function report(path: string, result: ImportResult, milliseconds: number): string {
  const { counts, failure, refusedFile } = result
  const number = (count: number) => count.toLocaleString('en')
  const seconds = milliseconds / 1000
  const rate = Math.round(counts.read / Math.max(seconds, 0.001))
  const reasons = Object.entries({ ...counts.ignoredByRule, ...counts.refusedByReason })
  const lines = [
    `${basename(path)}: ${number(counts.read)} lines read in ${seconds.toFixed(1)} s (${number(rate)} lines/s)`,
    `  accepted ${number(counts.accepted)}, unchanged ${number(counts.unchanged)}, superseded ${number(counts.superseded)}, joined ${number(counts.joined)}, ignored ${number(counts.ignored)}, refused ${number(counts.refused)}`,
    ...reasons.map(([reason, count]) => `    ${reason}: ${number(count)}`),
  ]
  if (refusedFile !== null) lines.push(`  Refused lines: ${refusedFile}`)
  if (failure !== null) lines.push(`  ${failure}`)
  return lines.join('\n')
}
