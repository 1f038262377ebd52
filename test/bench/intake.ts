import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '../../server/database/embedded.ts'
import { loadBefore, publish, withHome } from './bench-home.ts'
import { fileOfCalls, newSecret, openCenter, refusedIn } from './kill-center.ts'
import { onFolder, startCommand, withServer } from './start-program.ts'
import { copyRate } from './intake-copy.ts'
import { bareRoute, loadOf, type Load } from './intake-singles.ts'
import { manyCustomers, postInBulk } from './intake-bulk.ts'

const options = {
  rows: { type: 'string', default: '200000' },
  seconds: { type: 'string', default: '20' },
} as const

/** What the issue asks. */
const [copyShareLeast, callsPerSecondLeast] = [0.4, 20_000]
const [singleShareLeast, slownessMost] = [0.6, 3]

/**
 * How fast calls come in: a file through `wellspent import`, and bulk and single calls through the
 * API, beside plain COPY of the same rows and a bare route that inserts one row. `--rows 20000` in
 * the file, `--seconds 5` of single calls.
 */
export async function runIntake(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options })
  const [rows, seconds] = [Number(values.rows), Number(values.seconds)]
  const load = loadBefore()
  await withHome('intake', async (home) => {
    const lines = await measure(home, rows, seconds)
    const page = [
      `# How fast calls come in\n`,
      `${rows} rows, load ${load} before.\n`,
      ...lines,
      '',
    ]
    await publish('intake', page.join('\n'))
  })
}

async function measure(home: string, rows: number, seconds: number): Promise<string[]> {
  const center = await openCenter(join(home, 'data'), newSecret())
  const file = join(home, 'calls.csv')
  await writeFile(file, fileOfCalls(rows, manyCustomers))
  const calls = rows - refusedIn(rows)
  const { bulk, ours, bare } = await withServer(onFolder(center.folder), async ({ address }) => {
    const { url } = await startEmbedded(center.folder)
    return {
      bulk: calls / (await postInBulk(address, center.key, calls)),
      ours: await loadOf(`${address}/api/calls`, center.key, seconds),
      bare: await bareRoute(url, (route) => loadOf(route, center.key, seconds)),
    }
  })
  const line = calls / (await importSeconds(center.folder, file, center.mapping))
  const embedded = await startEmbedded(center.folder)
  const copied = await copyRate(embedded.url, 'line')
  await embedded.stop()
  return [
    bulkLine('POST /api/calls, 5,000 at a time', bulk, copied),
    bulkLine('wellspent import, until its last line is stored', line, copied),
    `* COPY of the same rows into the same tables: ${copied.toFixed(0)} calls/s`,
    ...singleLines(ours, bare),
  ]
}

async function importSeconds(dataFolder: string, file: string, mapping: string): Promise<number> {
  const args = ['import', file, '--mapping', mapping, '--source', 'line']
  const program = startCommand(dataFolder, args)
  if ((await program.ended) !== 0) throw new Error(program.output())
  const seconds = /lines read by .* in ([\d.]+) s/.exec(program.output())?.[1]
  return Number(seconds)
}

const reached = (is: boolean): string => (is ? 'reached' : '**missed**')

function bulkLine(what: string, rate: number, copied: number): string {
  const is = rate / copied >= copyShareLeast && rate >= callsPerSecondLeast
  return `* ${what}: ${rate.toFixed(0)} calls/s, ${(rate / copied).toFixed(2)} of COPY (${copyShareLeast} and ${callsPerSecondLeast}: ${reached(is)})`
}

function singleLines(ours: Load, bare: Load): string[] {
  const share = ours.perSecond / bare.perSecond
  const slowness = ours.p99 / bare.p99
  return [
    `* single calls, 50 connections: ${ours.perSecond.toFixed(0)}/s, bare route ${bare.perSecond.toFixed(0)}/s: ${share.toFixed(2)} of it (${singleShareLeast}: ${reached(share >= singleShareLeast)})`,
    `* their p99: ${ours.p99.toFixed(0)} ms, bare route ${bare.p99.toFixed(0)} ms: ${slowness.toFixed(1)} times as long (${slownessMost}: ${reached(slowness <= slownessMost)})`,
  ]
}
