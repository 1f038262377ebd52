import { readFile, stat } from 'node:fs/promises'
import { type ReadingOrder } from '../../shared/intake/reading-order.ts'
import { type Recognition } from '../../shared/intake/recognition.ts'
import { type Database } from '../database/connect.ts'
import { type FieldProblem } from '../http/refused.ts'
import { type Adapter } from '../intake/adapters/adapter.ts'
import { asteriskCdr } from '../intake/adapters/asterisk-cdr.ts'
import { asteriskQueueLog } from '../intake/adapters/asterisk-queue-log.ts'
import { findMappingNamed } from '../intake/mapping-store.ts'
import { allPresets } from '../intake/presets/all-presets.ts'
import { type Reading } from '../intake/reading.ts'
import { cdrProblem, cdrReadingBeside } from '../intake/readings-beside.ts'
import { recognizeFile } from '../intake/recognition/recognize-file.ts'
import { settleReading } from '../intake/settle-reading.ts'
import { findSourceSetting, keepSourceSetting } from '../intake/source-setting-store.ts'
import { BadOrder } from './refuse.ts'

/** What was ordered on the command line; null where it was left out. */
export type ImportOrder = {
  files: readonly string[]
  organizationId: number
  /** A mapping file, or the name of a saved mapping. */
  mapping: string | null
  /** An adapter or preset. */
  as: string | null
  source: string | null
  zone: string | null
  country: string | null
  sheet: string | null
  isDryRun: boolean
  now: number
}

/** A file, how it is read, and where the files lie beside which it is read. */
export type FileToImport = { path: string; reading: Reading; besides: string[] }

/**
 * How files are to be read: each by the mapping or reader that was named, else by what it is
 * recognized as. CDRs among queue_logs are of the same phone system: they stand beside one another.
 *
 * @returns queue_logs before their CDRs, which need them
 * @throws BadOrder with what is still unclear
 */
export async function readingsOf(database: Database, order: ImportOrder): Promise<FileToImport[]> {
  const files = []
  for (const path of order.files) {
    const recognition = await recognizeFile(path, order.sheet)
    files.push({ path, recognition, by: await readerOf(database, path, order, recognition) })
  }
  const isOf = (adapter: Adapter) => (file: { by: By }) =>
    file.by.by === 'adapter' && file.by.name === adapter.name
  const [logs, cdrs] = [files.filter(isOf(asteriskQueueLog)), files.filter(isOf(asteriskCdr))]
  const others = files.filter((file) => !logs.includes(file) && !cdrs.includes(file))
  const [log] = logs
  const settled: FileToImport[] = []
  for (const file of [...others, ...logs]) {
    const reading = await settledReading(database, order, file)
    const besides = logs.includes(file) ? pathsOf(cdrs) : []
    settled.push({ path: file.path, reading, besides })
  }
  for (const file of cdrs) {
    const asTheLog = settled.find(({ path }) => path === log?.path)?.reading
    const problem = asTheLog ? cdrProblem(file.path, file.recognition, asTheLog) : null
    if (problem) throw unclear(file.path, [problem])
    const reading = asTheLog
      ? cdrReadingBeside(asTheLog)
      : await settledReading(database, order, file)
    settled.push({ path: file.path, reading, besides: pathsOf(logs) })
  }
  return settled
}

const pathsOf = (files: readonly { path: string }[]) => files.map(({ path }) => path)

async function settledReading(
  database: Database,
  order: ImportOrder,
  { path, recognition, by }: { path: string; recognition: Recognition; by: By },
): Promise<Reading> {
  const source = order.source ?? sourceIn(by.mapping) ?? by.name
  if (source === undefined)
    throw new BadOrder('--source is missing: what is this phone system called?')
  const { reading, problems } = settleReading(
    {
      ...{ ...by, source },
      ...(order.zone === null ? {} : { timeZone: order.zone }),
      ...(order.country === null ? {} : { country: order.country }),
      ...(order.sheet === null ? {} : { sheet: order.sheet }),
    },
    {
      ...{ recognition, saved: null },
      remembered: await findSourceSetting(database, order.organizationId, source),
    },
  )
  if (reading) {
    if (!order.isDryRun) await keepSourceSetting(database, order.organizationId, reading, order.now)
    return reading
  }
  throw unclear(path, problems)
}

function unclear(path: string, problems: readonly FieldProblem[]): BadOrder {
  const sentences = problems.map(({ field, message }) => `  ${optionFor(field)}: ${message}`)
  return new BadOrder(`${path} can't be read this way:\n${sentences.join('\n')}`)
}

type By = Pick<ReadingOrder, 'by' | 'name' | 'mapping'>

async function readerOf(
  database: Database,
  path: string,
  order: ImportOrder,
  { kind, name, problem }: Recognition,
): Promise<By> {
  if (order.mapping !== null) {
    const mapping = await mappingFrom(database, order.organizationId, order.mapping)
    return { by: 'mapping', mapping }
  }
  if (order.as !== null) {
    const isAdapter = kind === 'adapter' && name === order.as
    return { by: isAdapter ? 'adapter' : kindNamed(order.as), name: order.as }
  }
  if (name !== null && (kind === 'adapter' || kind === 'preset')) return { by: kind, name }
  throw new BadOrder(
    problem === null
      ? `${path} has columns nobody has described yet. Write a mapping for them (docs/column-mapping.md) and name it with --mapping.`
      : `${path}: ${problem}`,
  )
}

const kindNamed = (name: string): 'adapter' | 'preset' =>
  allPresets.some((preset) => preset.name === name) ? 'preset' : 'adapter'

/** A file where there is one, else what was saved under that name. */
async function mappingFrom(
  database: Database,
  organizationId: number,
  named: string,
): Promise<unknown> {
  const isFile = await stat(named).then(
    (found) => found.isFile(),
    () => false,
  )
  if (isFile) return jsonIn(named)
  const saved = await findMappingNamed(database, organizationId, named)
  if (saved) return saved
  throw new BadOrder(`${named} is neither a file nor the name of a saved mapping; check --mapping.`)
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

const sourceIn = (mapping: unknown): string | undefined =>
  typeof mapping === 'object' && mapping !== null && 'source' in mapping
    ? String(mapping.source)
    : undefined

const options: Readonly<Record<string, string>> = {
  ...{ timeZone: '--zone', country: '--country', name: '--as' },
}
const optionFor = (field: string): string => options[field] ?? field.replace(/^mapping\./, '')
