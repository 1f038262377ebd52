import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../..', import.meta.url))
/** Nothing of our own environment is handed on. */
const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
const startSecondsLimit = 120
const lookMilliseconds = 25
const outputCharactersLimit = 8_000

/** A program of ours that runs in a process of its own. */
export type Started = {
  child: ChildProcess
  output: () => string
  /** With the code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>
}

export type StartedServer = Started & { address: string }

type Settings = Readonly<Record<string, string>>

const { scripts } = JSON.parse(await readFile(`${project}/package.json`, 'utf8')) as {
  scripts: { start: string; wellspent: string }
}

/** What a script gives to node, so that what is measured is what people run. */
const argumentsOf = (script: keyof typeof scripts): string[] =>
  (scripts[script].split('&&').at(-1)?.trim() ?? '').split(' ').slice(1)

/**
 * Starts one of our programs with nothing of this process's environment.
 *
 * @param settings of its environment
 */
function startProgram(
  script: keyof typeof scripts,
  args: readonly string[],
  settings: Settings,
): Started {
  const child = spawn(process.execPath, [...argumentsOf(script), ...args], {
    cwd: project,
    env: { PATH: path, PORT: '0', ...settings },
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

/** Runs `wellspent` on a data folder. */
export const startCommand = (folder: string, args: readonly string[]): Started =>
  startProgram('wellspent', args, onFolder(folder))

/** Starts the server, and waits until it answers. */
export async function startServer(settings: Settings): Promise<StartedServer> {
  const started = startProgram('start', [], settings)
  const until = performance.now() + startSecondsLimit * 1000
  for (;;) {
    const address = /Wellspent is at (http:\S+)/.exec(started.output())?.[1]
    if (address !== undefined) return { ...started, address }
    if (started.child.exitCode !== null || performance.now() > until) {
      await stopServer(started)
      throw new Error(`The server did not start. It said:\n${started.output()}`)
    }
    await wait(lookMilliseconds)
  }
}

/** Settings of a program that stands on a data folder, with a database of its own. */
export const onFolder = (folder: string): Settings => ({
  ...{ WELLSPENT_DATA: folder, WELLSPENT_DEMO: 'off' },
})

export async function stopServer({ child, ended }: Started): Promise<void> {
  child.kill('SIGTERM')
  await ended
}

/** Lets a server run for as long as something is done with it, however that ends. */
export async function withServer<Done>(
  settings: Settings,
  work: (server: StartedServer) => Promise<Done>,
): Promise<Done> {
  const server = await startServer(settings)
  try {
    return await work(server)
  } finally {
    await stopServer(server)
  }
}
