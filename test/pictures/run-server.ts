import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'

/** A Wellspent in a process of its own, as `pnpm start` runs it. */
export type RunningServer = {
  address: string
  /** Waits until it has printed something; fails where it ends before, or says nothing for long. */
  says: (words: RegExp) => Promise<string>
  stop: () => Promise<void>
}

const project = fileURLToPath(new URL('../..', import.meta.url))
/** Where PostgreSQL's helpers lie; nothing else of our own environment is handed on. */
const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
const saysSecondsLimit = 600
const lookMilliseconds = 200
const outputCharactersLimit = 20_000

/**
 * Starts a server on a free port of this machine and waits until it greets.
 *
 * @param settings environment variables besides PORT
 */
export async function runServer(settings: Record<string, string>): Promise<RunningServer> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
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
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve()
    }),
  )

  const says = async (words: RegExp): Promise<string> => {
    const until = performance.now() + saysSecondsLimit * 1000
    for (let found = words.exec(output); ; found = words.exec(output)) {
      if (found) return found[1] ?? found[0]
      if (child.exitCode !== null || performance.now() > until) {
        throw new Error(`The server did not say ${String(words)}. It said:\n${output}`)
      }
      await wait(lookMilliseconds)
    }
  }
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
  }
  try {
    return { address: await says(/Wellspent is at (http:\S+)/), says, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
