import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { setTimeout as wait } from 'node:timers/promises'
import { startEmbedded } from '../../server/database/embedded.ts'
import { connect } from '../../server/database/connect.ts'
import { loadBefore, openLog, withHome } from './bench-home.ts'
import {
  type Center,
  fileOfCalls,
  newSecret,
  openCenter,
  refusedIn,
  withDatabase,
} from './kill-center.ts'
import {
  differencesOf,
  type Digest,
  digestAnew,
  digestKept,
  waitUntilSummed,
} from './kill-compare.ts'
import { killAll } from './kill-processes.ts'
import { onFolder, startCommand, type Started, startServer, stopServer } from './start-program.ts'
import { lostOf, sendSingles, type Singles } from './kill-singles.ts'
import { beginOrResume, runOf } from './kill-desk.ts'
import { randomFrom } from './random-from.ts'

const options = {
  kills: { type: 'string', default: '200' },
  rows: { type: 'string', default: '30000' },
  seed: { type: 'string', default: '1' },
} as const

const log = openLog('kill')
/** A program is killed between these times after it began to import. */
const [soonestMilliseconds, latestMilliseconds] = [100, 5_000]
/** The command line takes a moment to begin. */
const beginMilliseconds = 1_500
const finishSecondsLimit = 600

/** What was begun and what came of it, over all rounds. */
type Story = {
  center: Center
  file: string
  rows: number
  random: () => number
  singles: Singles
  /** Sources whose import has ended, and the one that is under way, by each of two ways. */
  finished: string[]
  desk: { source: string; importId: number | null }
  line: { source: string }
  wrong: string[]
}

/**
 * Kills server and database, or `wellspent import` and its database, at random moments of running
 * imports, while single calls come in, and compares what is there in the end with an undisturbed
 * import. `--kills 20`, `--rows 30000` in the file, `--seed 1` of the moments.
 */
export async function runKill(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options })
  const [kills, rows, seed] = [Number(values.kills), Number(values.rows), Number(values.seed)]
  await log.begin(
    `# Killed at random moments\n\n${kills} kills, ${rows} rows, seed ${seed}, load ${loadBefore()}\n`,
  )
  await withHome('kill', async (home) => {
    const secret = newSecret()
    const center = await openCenter(join(home, 'killed'), secret)
    const undisturbed = await openCenter(join(home, 'undisturbed'), secret)
    const file = join(home, 'calls.csv')
    await writeFile(file, fileOfCalls(rows))
    const story: Story = {
      ...{ center, file, rows, random: randomFrom(seed), finished: [], wrong: [] },
      singles: { sent: 0, acknowledged: new Set(), open: new Set() },
      ...{ desk: { source: 'desk 1', importId: null }, line: { source: 'line 1' } },
    }
    for (let kill = 1; kill <= kills; kill += 1) {
      const beganAt = performance.now()
      const what = await (kill % 3 === 0 ? killLine(story) : killServer(story))
      await log.tell(`* ${kill}: ${what} (${((performance.now() - beganAt) / 1000).toFixed(1)} s)`)
    }
    await conclude(story, undisturbed)
    for (const wrong of story.wrong) await log.tell(`* **wrong**: ${wrong}`)
    await log.tell(
      story.wrong.length === 0 ? '\nNothing lost, nothing doubled.' : '\nNot as it should.',
    )
    if (story.wrong.length > 0) process.exitCode = 1
  })
}

/** The server and its database, while it imports a file that was sent and takes single calls. */
async function killServer(story: Story): Promise<string> {
  const { center, singles, desk } = story
  const server = await startServer(onFolder(center.folder))
  const lost = await lostOf(center, singles)
  if (lost.length > 0) story.wrong.push(`lost although acknowledged: ${lost.join(', ')}`)
  const found = await beginOrResume(server.address, story.center, desk, story.file)
  if (found.state === 'finished') {
    story.wrong.push(...wrongCounts(story.rows, found))
    story.finished.push(desk.source)
    story.desk = { source: `desk ${story.finished.length + 1}`, importId: null }
    await beginOrResume(server.address, center, story.desk, story.file)
  }
  const stopped = new AbortController()
  const sending = sendSingles(server.address, center.key, singles, stopped.signal)
  const milliseconds = moment(story)
  await wait(milliseconds)
  await killAll(center.folder, server)
  stopped.abort()
  await sending
  return `server after ${milliseconds} ms, ${story.desk.source} at ${found.read} lines before, ${singles.acknowledged.size} single calls acknowledged`
}

/** `wellspent import` and the database that it has started. */
async function killLine(story: Story): Promise<string> {
  const { center, line, file } = story
  const program = startCommand(center.folder, lineArgs(story, center))
  const milliseconds = beginMilliseconds + moment(story)
  const code = await Promise.race([program.ended, wait(milliseconds, 'running' as const)])
  await killAll(center.folder, program)
  if (code !== 0)
    return `wellspent import of ${file.length > 0 ? line.source : ''} after ${milliseconds} ms`
  story.finished.push(line.source)
  const said = line.source
  story.line = { source: `line ${story.finished.length + 1}` }
  return `wellspent import of ${said} had ended before its kill`
}

const lineArgs = ({ file, line }: Pick<Story, 'file' | 'line'>, { mapping }: Center): string[] => [
  ...['import', file, '--mapping', mapping, '--source', line.source],
]

const moment = ({ random }: Story): number =>
  Math.round(soonestMilliseconds + random() * (latestMilliseconds - soonestMilliseconds))

function wrongCounts(rows: number, run: { read: number; accepted: number; refused: number }) {
  const refused = refusedIn(rows)
  const isRight = run.read === rows && run.accepted === rows - refused && run.refused === refused
  return isRight ? [] : [`the counts of an import that was cut off: ${JSON.stringify(run)}`]
}

/** Everything is brought to its end, done once more without a kill, and compared. */
async function conclude(story: Story, undisturbed: Center): Promise<void> {
  const { center, singles, desk, line, file } = story
  const imported = await runToEnd(center, lineArgs(story, center))
  if (imported !== 0) story.wrong.push(`the last wellspent import ended with ${imported}`)
  const server = await startServer(onFolder(center.folder))
  await beginOrResume(server.address, center, desk, file)
  const until = performance.now() + finishSecondsLimit * 1000
  let run = await runOf(server.address, center, desk)
  while (run?.state !== 'finished' && performance.now() < until) {
    await wait(250)
    run = await runOf(server.address, center, desk)
  }
  story.wrong.push(...(run ? wrongCounts(story.rows, run) : ['the last import is not there']))
  await sendSingles(server.address, center.key, singles, null)
  const ours = await digestEnding(center.folder, server)
  for (const source of [...story.finished, line.source, desk.source]) {
    await runToEnd(undisturbed, lineArgs({ file, line: { source } }, undisturbed))
  }
  const other = await startServer(onFolder(undisturbed.folder))
  const all: Singles = { sent: singles.sent, acknowledged: new Set(), open: new Set() }
  for (let count = 0; count < singles.sent; count += 1) all.open.add(count)
  await sendSingles(other.address, undisturbed.key, all, null)
  const theirs = await digestEnding(undisturbed.folder, other)
  for (const { table, rows } of ours) await log.tell(`* ${table}: ${rows} rows`)
  story.wrong.push(...differencesOf(ours, theirs))
}

async function runToEnd(center: Center, args: readonly string[]) {
  const program = startCommand(center.folder, args)
  return program.ended
}

/** Lets a server work off what is left, ends it, and looks at what there is. */
async function digestEnding(dataFolder: string, server: Started): Promise<Digest[]> {
  const { url } = await startEmbedded(dataFolder)
  const database = connect(url)
  await waitUntilSummed(database).finally(() => database.close())
  await stopServer(server)
  return withDatabase(dataFolder, async (alone) => [
    ...(await digestKept(alone)),
    ...(await digestAnew(alone)),
  ])
}
