import { Check } from 'typebox/value'
import { askAgain, FloorMessage } from '../../shared/floor/floor-message.ts'
import {
  beginWatching,
  type Deed,
  retryMilliseconds,
  type Step,
  type Watching,
  watchingAfter,
  type WatchingEvent,
} from '../../shared/floor/watching.ts'

/** What the watcher needs of the world; a test gives its own. */
export type Ground = {
  openSocket: () => Socket
  now: () => number
  random: () => number
  /** Does something later; what is returned calls it off. */
  after: (milliseconds: number, act: () => void) => () => void
}

/** As much of a WebSocket as is needed. */
export type Socket = Pick<WebSocket, 'send' | 'close' | 'onopen' | 'onmessage' | 'onclose'>

export type FloorWatcher = {
  watching: () => Watching
  /** The page is looked at again, or the network is back: no need to wait any longer. */
  hurry: () => void
  close: () => void
}

const tickMilliseconds = 1_000

/**
 * Keeps a connection to the floor for as long as somebody looks: what to do in which phase says the
 * machine in shared/floor/watching.ts; here its deeds are done. It holds one socket and two timers,
 * however long it runs.
 *
 * @param changed is told where the connection stands whenever that is new
 */
export function openFloorWatcher(
  ground: Ground,
  changed: (watching: Watching) => void,
): FloorWatcher {
  let { watching } = beginWatching(ground.now())
  let isClosed = false

  const hear = (event: WatchingEvent): void => {
    if (!isClosed) take(watchingAfter(watching, event))
  }
  const line = openLine(ground, hear)
  const retry = oneTimer(ground)
  const ticks = oneTimer(ground)

  const take = ({ watching: next, deeds }: Step): void => {
    const before = watching
    watching = next
    for (const deed of deeds) line[deed]()
    if (next.phase === 'waiting' && before.phase !== 'waiting') {
      retry.set(retryMilliseconds(next.failures, ground.random()), () => {
        hear({ kind: 'retry_was_due', at: ground.now() })
      })
    }
    if (next !== before) changed(next)
  }
  const tick = (): void => {
    ticks.set(tickMilliseconds, tick)
    hear({ kind: 'ticked', at: ground.now() })
  }

  line.open()
  ticks.set(tickMilliseconds, tick)
  return {
    watching: () => watching,
    hurry: () => {
      hear({ kind: 'ticked', at: ground.now() })
      // A machine that has slept may hold a socket that is dead without knowing it.
      if (watching.phase === 'quiet') line.drop()
      hear({ kind: 'retry_was_due', at: ground.now() })
    },
    close: () => {
      isClosed = true
      retry.callOff()
      ticks.callOff()
      line.close()
    },
  }
}

/** The one socket of a watcher. What an abandoned one still says is nobody's. */
function openLine(
  ground: Ground,
  hear: (event: WatchingEvent) => void,
): Record<Deed | 'drop', () => void> {
  let socket: Socket | null = null
  const close = (): void => {
    const old = socket
    socket = null
    if (!old) return
    old.onopen = old.onmessage = old.onclose = null
    old.close()
  }
  const drop = (): void => {
    close()
    hear({ kind: 'closed', at: ground.now() })
  }
  return {
    close,
    drop,
    open: () => {
      close()
      const opened = ground.openSocket()
      socket = opened
      opened.onopen = () => {
        hear({ kind: 'opened', at: ground.now() })
      }
      opened.onmessage = ({ data }: MessageEvent<unknown>) => {
        const message = readMessage(data)
        if (message) hear({ kind: 'told', message, at: ground.now() })
        else drop()
      }
      opened.onclose = drop
    },
    ask_again: () => {
      socket?.send(askAgain)
    },
  }
}

/** A timer that stands for one thing: set anew, what it was set for before is called off. */
function oneTimer(ground: Ground) {
  let callOff = (): void => undefined
  return {
    set: (milliseconds: number, act: () => void): void => {
      callOff()
      callOff = ground.after(milliseconds, act)
    },
    callOff: (): void => {
      callOff()
    },
  }
}

/** Null where it is no message of the floor. Pages may not evaluate code, so nothing is compiled. */
function readMessage(data: unknown): FloorMessage | null {
  if (typeof data !== 'string') return null
  try {
    const message: unknown = JSON.parse(data)
    return Check(FloorMessage, message) ? message : null
  } catch {
    return null
  }
}
