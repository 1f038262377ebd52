import { setTimeout as wait } from 'node:timers/promises'
import { startServer, stopServer } from '../bench/start-program.ts'

/** A Wellspent in a process of its own, as `pnpm start` runs it. */
export type RunningServer = {
  address: string
  /** Waits until it has printed something; fails where it ends before, or says nothing for long. */
  says: (words: RegExp) => Promise<string>
  stop: () => Promise<void>
}

const saysSecondsLimit = 600
const lookMilliseconds = 200

/**
 * Starts a server on a free port of this machine and waits until it greets.
 *
 * @param settings environment variables besides PORT
 */
export async function runServer(settings: Record<string, string>): Promise<RunningServer> {
  const server = await startServer(settings)
  const says = async (words: RegExp): Promise<string> => {
    const until = performance.now() + saysSecondsLimit * 1000
    for (;;) {
      const found = words.exec(server.output())
      if (found) return found[1] ?? found[0]
      if (server.child.exitCode !== null || performance.now() > until) {
        throw new Error(`The server did not say ${String(words)}. It said:\n${server.output()}`)
      }
      await wait(lookMilliseconds)
    }
  }
  return { address: server.address, says, stop: () => stopServer(server) }
}
