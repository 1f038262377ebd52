import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A Wellspent in a process of its own, and how much memory it has needed at most. */
export type Server = {
  address: string
  /** The most resident memory it ever had, in megabytes (VmHWM). */
  megabytesMost: () => Promise<number>
  stop: () => Promise<void>
}

const project = fileURLToPath(new URL('../..', import.meta.url))
/** Nothing of our own environment is handed on. */
const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
const startSecondsLimit = 60
const lookMilliseconds = 100
const outputCharactersLimit = 20_000

/**
 * Starts the server as `pnpm start` does, on a free port and a database that somebody else has
 * started: one of its own it would stop when it stops.
 */
export async function openServer(databaseUrl: string, secret: string): Promise<Server> {
  const child = spawn(process.execPath, await argumentsOfStart(), {
    cwd: project,
    env: { PATH: path, PORT: '0', DATABASE_URL: databaseUrl, WELLSPENT_SECRET: secret },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (piece: Buffer): void => {
    output = (output + piece.toString('utf8')).slice(-outputCharactersLimit)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', (piece: Buffer) => {
    keep(piece)
    console.error(`server: ${piece.toString('utf8')}`)
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
  }
  const until = performance.now() + startSecondsLimit * 1000
  for (;;) {
    const address = /Wellspent is at (http:\S+)/.exec(output)?.[1]
    if (address !== undefined) {
      return { address, stop, megabytesMost: () => megabytesMost(child.pid ?? 0) }
    }
    if (child.exitCode !== null || performance.now() > until) {
      await stop()
      throw new Error(`The server did not start. It said:\n${output}`)
    }
    await wait(lookMilliseconds)
  }
}

/** What `pnpm start` gives to node, so that what is measured is what people run. */
async function argumentsOfStart(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(`${project}/package.json`, 'utf8')) as {
    scripts: { start: string }
  }
  const command = scripts.start.split('&&').at(-1)?.trim() ?? ''
  return command.split(' ').slice(1)
}

async function megabytesMost(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}
