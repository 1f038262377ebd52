import { type ChildProcess, spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../..', import.meta.url))
/** Nothing of our own environment is handed on. */
const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
const startSecondsLimit = 120
const endSecondsLimit = 30
const lookMilliseconds = 25
const outputCharactersLimit = 8_000

/** A process of ours, with a database of its own that it started itself. */
export type Started = {
  child: ChildProcess
  output: () => string
  /** With the code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>
}

/**
 * Starts one of our programs on a data folder, in the way `pnpm start` and `pnpm wellspent` do.
 *
 * @param settings of its environment besides
 */
export function startProgram(
  folder: string,
  program: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: project,
    env: { PATH: path, PORT: '0', WELLSPENT_DATA: folder, WELLSPENT_DEMO: 'off', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (piece: Buffer): void => {
    output = (output + piece.toString('utf8')).slice(-outputCharactersLimit)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => {
      resolve(signal ?? code)
    })
  })
  return { child, ended, output: () => output }
}

/** Starts the server and waits until it answers. */
export async function startServer(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Started & { address: string }> {
  const started = startProgram(folder, 'server/main.ts', [], settings)
  const until = performance.now() + startSecondsLimit * 1000
  for (;;) {
    const address = /Wellspent is at (http:\S+)/.exec(started.output())?.[1]
    if (address !== undefined) return { ...started, address }
    if (started.child.exitCode !== null || performance.now() > until) {
      throw new Error(`The server did not start. It said:\n${started.output()}`)
    }
    await wait(lookMilliseconds)
  }
}

/** Lets a server run for as long as something is done with it, however that ends. */
export async function withServer<Done>(
  folder: string,
  work: (server: Started & { address: string }) => Promise<Done>,
): Promise<Done> {
  const server = await startServer(folder)
  try {
    return await work(server)
  } finally {
    server.child.kill('SIGTERM')
    await server.ended
  }
}

/** Ends a program and the database in its folder at once, as a power cut would. */
export async function killAll(folder: string, started: Started): Promise<void> {
  const killed = killServer(started)
  await killDatabase(folder)
  await killed
}

export async function killServer({ child, ended }: Started): Promise<void> {
  if (child.pid !== undefined) kill(child.pid)
  await ended
}

/** The postmaster of a folder and its children, each by its number. */
export async function killDatabase(folder: string): Promise<void> {
  const postmaster = await postmasterOf(folder)
  const children = postmaster === null ? [] : await childrenOf(postmaster)
  for (const pid of [postmaster, ...children]) if (pid !== null) kill(pid)
  const until = performance.now() + endSecondsLimit * 1000
  for (const pid of [postmaster, ...children]) {
    while (pid !== null && (await isAlive(pid)) && performance.now() < until) {
      await wait(lookMilliseconds)
    }
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It had ended by itself a moment before.
  }
}

/** The first line of postmaster.pid; null where no database runs. */
async function postmasterOf(folder: string): Promise<number | null> {
  const file = join(folder, 'postgres', 'postmaster.pid')
  const [first = ''] = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const pid = Number(first)
  if (!Number.isInteger(pid) || pid <= 1) return null
  const name = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  // A number that was left over by the last crash may be another program's by now.
  return name.includes(join(folder, 'postgres')) ? pid : null
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(
    pids.map(async (pid) => ((await parentOf(pid)) === parent ? [pid] : [])),
  )
  return found.flat()
}

/** The field behind the name, which stands in brackets and may hold anything. */
async function parentOf(pid: number): Promise<number | null> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const [, parent] = line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  return parent ?? null
}

/** One that has ended and waits to be collected is not alive. */
async function isAlive(pid: number): Promise<boolean> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  return line !== null && line.slice(line.lastIndexOf(')') + 2, line.lastIndexOf(')') + 3) !== 'Z'
}
