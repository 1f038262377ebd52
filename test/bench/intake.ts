import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '../../server/database/embedded.ts'
import { median } from './balance-measure.ts'
import { loadBefore, publish, withHome } from './bench-home.ts'
import { fileOfCalls, newSecret, openCenter, refusedIn } from './kill-center.ts'
import { onFolder, startCommand, withServer } from './start-program.ts'
import { copyRate } from './intake-copy.ts'
import { bareRoute, loadOf, type Load } from './intake-singles.ts'
import { manyCustomers, postInBulk } from './intake-bulk.ts'

const options = {
  rows: { type: 'string', default: '200000' },
  seconds: { type: 'string', default: '20' },
  rounds: { type: 'string', default: '3' },
} as const

/** What the issue asks. */
const [copyShareLeast, callsPerSecondLeast] = [0.4, 20_000]
const [singleShareLeast, slownessMost] = [0.6, 3]

/**
 * How fast calls come in: a file through `wellspent import`, and bulk and single calls through the
 * API, beside plain COPY of the same rows and a bare route that inserts one row. `--rows 20000` in
 * the file, `--seconds 5` of single calls, `--rounds 1` instead of the medians of three.
 */
export async function runIntake(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options })
  const [rows, seconds] = [Number(values.rows), Number(values.seconds)]
  const rounds = Number(values.rounds)
  const load = loadBefore()
  await withHome('intake', async (home) => {
    const measured: Rates[] = []
    for (let round = 0; round < rounds; round += 1) {
      measured.push(await measure(home, `round-${round}`, rows, seconds))
    }
    const page = [
      `# How fast calls come in\n`,
      `${rows} rows, medians of ${rounds}, load ${load} before.\n`,
      ...linesOf(measured),
      '',
    ]
    await publish('intake', page.join('\n'))
  })
}

/** Calls a second, in bulk through the API, by the command, and by COPY; and single ones. */
type Rates = { bulk: number; line: number; copied: number; ours: Load; bare: Load }

async function measure(
  home: string,
  folder: string,
  rows: number,
  seconds: number,
): Promise<Rates> {
  const center = await openCenter(join(home, folder), newSecret())
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
  await rm(center.folder, { recursive: true })
  return { bulk, line, copied, ours, bare }
}

function linesOf(measured: readonly Rates[]): string[] {
  const middle = (of: (rates: Rates) => number): number => median(measured.map(of))
  const copied = middle((rates) => rates.copied)
  return [
    bulkLine('POST /api/calls, 5,000 at a time', {
      rate: middle(({ bulk }) => bulk),
      share: middle((rates) => rates.bulk / rates.copied),
    }),
    bulkLine('wellspent import, until its last line is stored', {
      rate: middle(({ line }) => line),
      share: middle((rates) => rates.line / rates.copied),
    }),
    `* COPY of the same rows into the same tables: ${copied.toFixed(0)} calls/s`,
    singleLine(middle),
    slownessLine(middle),
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

function bulkLine(what: string, { rate, share }: { rate: number; share: number }): string {
  const is = share >= copyShareLeast && rate >= callsPerSecondLeast
  return `* ${what}: ${rate.toFixed(0)} calls/s, ${share.toFixed(2)} of COPY (${copyShareLeast} and ${callsPerSecondLeast}: ${reached(is)})`
}

/** The middle of what all rounds have measured. */
type Middle = (of: (rates: Rates) => number) => number

function singleLine(middle: Middle): string {
  const ours = middle((rates) => rates.ours.perSecond)
  const bare = middle((rates) => rates.bare.perSecond)
  const share = middle((rates) => rates.ours.perSecond / rates.bare.perSecond)
  return `* single calls, 50 connections: ${ours.toFixed(0)}/s, bare route ${bare.toFixed(0)}/s: ${share.toFixed(2)} of it (${singleShareLeast}: ${reached(share >= singleShareLeast)})`
}

function slownessLine(middle: Middle): string {
  const ours = middle((rates) => rates.ours.p99)
  const bare = middle((rates) => rates.bare.p99)
  const slowness = middle((rates) => rates.ours.p99 / rates.bare.p99)
  return `* their p99: ${ours.toFixed(0)} ms, bare route ${bare.toFixed(0)} ms: ${slowness.toFixed(1)} times as long (${slownessMost}: ${reached(slowness <= slownessMost)})`
}
