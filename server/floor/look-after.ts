import { type WebSocket } from 'ws'
import { type Asker, type FindStanding } from '../http/asker.ts'

/** How often it is looked whether a watcher is still there and may still watch, in seconds. */
const roundSeconds = 20
const turnMilliseconds = 1_000
/** RFC 6455: what a watcher does is against the rules. */
export const againstTheRules = 1008

type Watcher = {
  socket: Pick<WebSocket, 'on' | 'close' | 'terminate' | 'ping'>
  asker: Asker
  isAlive: boolean
}

type Needs = { findStanding: FindStanding; log: (error: unknown) => void }

/**
 * Ends connections whose other side is gone, or may not watch any more. Watchers are looked at in
 * turns, each turn's together: thousands cost the database one question a second.
 *
 * @returns what begins to look after a watcher, and returns what ends it
 */
export function openLook({ findStanding, log }: Needs) {
  const turns = Array.from({ length: roundSeconds }, () => new Set<Watcher>())
  let turn = 0
  let watchers = 0
  let timer: NodeJS.Timeout | undefined

  const look = (): void => {
    turn = (turn + 1) % turns.length
    const due = [...(turns[turn] ?? [])]
    for (const watcher of due) askIfAlive(watcher)
    endFallen(due, findStanding).catch(log)
  }

  return (socket: Watcher['socket'], asker: Asker): (() => void) => {
    const watcher: Watcher = { socket, asker, isAlive: true }
    const own = turns[turn]
    own?.add(watcher)
    watchers += 1
    timer ??= setInterval(look, turnMilliseconds)
    socket.on('pong', () => {
      watcher.isAlive = true
    })
    return () => {
      own?.delete(watcher)
      watchers -= 1
      if (watchers > 0) return
      clearInterval(timer)
      timer = undefined
    }
  }
}

function askIfAlive(watcher: Watcher): void {
  if (!watcher.isAlive) watcher.socket.terminate()
  watcher.isAlive = false
  watcher.socket.ping()
}

/** Where it cannot be found out now who still stands, it is the next time. */
async function endFallen(watchers: readonly Watcher[], findStanding: FindStanding): Promise<void> {
  if (watchers.length === 0) return
  const standing = await findStanding(watchers.map(({ asker }) => asker))
  for (const { socket, asker } of watchers) {
    if (!standing.has(asker)) socket.close(againstTheRules, 'Sign in again.')
  }
}
