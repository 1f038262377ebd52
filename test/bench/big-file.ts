import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { loadBefore, publish, withHome } from './bench-home.ts'
import { fileOfCalls, newSecret, openCenter } from './kill-center.ts'
import { startCommand } from './start-program.ts'
import { manyCustomers } from './intake-bulk.ts'
import { residentMegabytes } from './process-cost.ts'

const options = { megabytes: { type: 'string', default: '1024' } } as const

const megabyte = 1024 * 1024
/** Rows of one piece; each piece has other calls. */
const rowsAtATime = 20_000
/** Columns nobody maps: reports of phone systems have dozens. */
const besides = 320
const areas = 200
const lookMilliseconds = 500
const parts = 8
/** The last part of the run may need this much more than the second: the first is its start. */
const growthMost = 1.2

type Sample = { at: number; megabytes: number }

/** Imports one big file and looks at the memory of the program meanwhile. `--megabytes 1024`. */
export async function runBigFile(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options })
  const load = loadBefore()
  await withHome('big', async (home) => {
    const center = await openCenter(join(home, 'data'), newSecret())
    const file = join(home, 'calls.csv')
    const rows = await writeBigFile(file, Number(values.megabytes) * megabyte)
    const { size } = await stat(file)
    const args = ['import', file, '--mapping', center.mapping, '--source', 'big']
    const program = startCommand(center.folder, args)
    const samples = await watch(program.child.pid ?? 0, program.ended)
    if ((await program.ended) !== 0) throw new Error(program.output())
    await publish(
      'big-file',
      pageOf(samples, { rows, megabytes: size / megabyte, load, said: program.output() }),
    )
  })
}

async function writeBigFile(path: string, bytes: number): Promise<number> {
  const file = await open(path, 'w')
  const filling = 'x'.repeat(besides)
  let [written, rows] = [0, 0]
  try {
    while (written < bytes) {
      const [head = '', ...lines] = fileOfCalls(rowsAtATime, manyCustomers).trimEnd().split('\n')
      const part = rows / rowsAtATime
      // Each piece has calls and customers of its own: a longer file has more of both.
      const own = (line: string): string =>
        line.replace('call-', `call-${part}-`).replace('+4930', `+49${areas + part}`)
      const text = lines.map((line) => `${own(line)},${filling}\n`)
      const all = `${rows === 0 ? `${head},besides\n` : ''}${text.join('')}`
      await file.write(all)
      written += all.length
      rows += lines.length
    }
  } finally {
    await file.close()
  }
  return rows
}

async function watch(pid: number, ended: Promise<unknown>): Promise<Sample[]> {
  const samples: Sample[] = []
  const beganAt = performance.now()
  const hasEnded = () => Promise.race([ended.then(() => true), wait(lookMilliseconds, false)])
  while (!(await hasEnded())) {
    const megabytes = await residentMegabytes(pid).catch(() => NaN)
    if (megabytes > 0) samples.push({ at: performance.now() - beganAt, megabytes })
  }
  return samples
}

type Run = { rows: number; megabytes: number; load: string; said: string }

function pageOf(samples: readonly Sample[], { rows, megabytes, load, said }: Run): string {
  const seconds = (samples.at(-1)?.at ?? 0) / 1000
  const mostIn = (part: number): number =>
    Math.max(
      ...samples
        .filter(({ at }) => Math.floor((at / 1000 / seconds) * parts - 1e-9) === part)
        .map((sample) => sample.megabytes),
    )
  const most = Array.from({ length: parts }, (_, part) => mostIn(part))
  const growth = Math.max(...most.slice(-2)) / Math.max(...most.slice(1, 3))
  return [
    '# One big file\n',
    `${megabytes.toFixed(0)} MB, ${rows} rows, load ${load} before.\n`,
    `* read and stored in ${seconds.toFixed(0)} s`,
    `* resident memory of the program, at most in each of ${parts} equal parts of the time: ${most.map((each) => each.toFixed(0)).join(', ')} MB`,
    `* the last two parts need ${growth.toFixed(2)} times what the second and third need (${growthMost}: ${growth <= growthMost ? 'flat' : '**not flat**'})`,
    '',
    said
      .trim()
      .split('\n')
      .slice(-6)
      .map((line) => `> ${line.trim()}`)
      .join('\n'),
    '',
  ].join('\n')
}
