import { type WebSocket } from 'ws'
import { type FindStanding, type Standing } from '../http/asker.ts'

/** How often it is looked whether a watcher is still there and may still watch, in seconds. */
const roundSeconds = 20
const turnMilliseconds = 1_000
/** RFC 6455: what a watcher does is against the rules. */
export const againstTheRules = 1008

/** Whoever stays connected without asking again. */
export type LookedAfter = {
  socket: Pick<WebSocket, 'on' | 'close' | 'terminate' | 'ping'>
  standing: Standing
  isAlive: boolean
  /** In which second of a round they are looked at. */
  turn: number
}

type Needs = { findStanding: FindStanding; log: (error: unknown) => void }

/**
 * Ends connections whose other side is gone, or may not watch any more. Watchers are looked at in
 * turns, each turn's together: thousands cost the database two questions a second.
 */
export function openLook({ findStanding, log }: Needs) {
  const turns = Array.from({ length: roundSeconds }, () => new Set<LookedAfter>())
  let turn = 0
  let watchers = 0
  let timer: NodeJS.Timeout | undefined

  const look = (): void => {
    turn = (turn + 1) % turns.length
    const due = [...(turns[turn] ?? [])]
    for (const watcher of due) askIfAlive(watcher)
    endFallen(due, findStanding).catch(log)
  }

  return {
    begin: (watcher: LookedAfter): void => {
      watcher.turn = turn
      turns[turn]?.add(watcher)
      watchers += 1
      timer ??= setInterval(look, turnMilliseconds)
      watcher.socket.on('pong', () => {
        watcher.isAlive = true
      })
    },
    end: (watcher: LookedAfter): void => {
      turns[watcher.turn]?.delete(watcher)
      watchers -= 1
      if (watchers > 0) return
      clearInterval(timer)
      timer = undefined
    },
  }
}

function askIfAlive(watcher: LookedAfter): void {
  if (!watcher.isAlive) watcher.socket.terminate()
  watcher.isAlive = false
  watcher.socket.ping()
}

/** Where it cannot be found out now who still stands, it is the next time. */
async function endFallen(
  watchers: readonly LookedAfter[],
  findStanding: FindStanding,
): Promise<void> {
  if (watchers.length === 0) return
  const still = await findStanding(watchers.map((watcher) => watcher.standing))
  for (const { socket, standing } of watchers) {
    if (!still.has(standing)) socket.close(againstTheRules, 'Sign in again.')
  }
}
