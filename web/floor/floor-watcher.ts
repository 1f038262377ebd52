import { Compile } from 'typebox/compile'
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

const tickMilliseconds = 1_000
const isMessage = Compile(FloorMessage)

/**
 * Keeps a connection to the floor for as long as somebody looks: what to do in which phase says the
 * machine in shared/floor/watching.ts; here its deeds are done.
 */
export function openFloorWatcher(ground: Ground, changed: () => void) {
  let watching: Watching
  let socket: Socket | null = null
  let isClosed = false
  let callOff: () => void = () => undefined

  const take = ({ watching: next, deeds }: Step): void => {
    const before = watching as Watching | undefined
    watching = next
    for (const deed of deeds) act[deed]()
    if (next.phase === 'waiting' && before?.phase !== 'waiting') {
      callOff()
      callOff = ground.after(retryMilliseconds(next.failures, ground.random()), () => {
        hear({ kind: 'retry_was_due', at: ground.now() })
      })
    }
    if (next !== before) changed()
  }
  const hear = (event: WatchingEvent): void => {
    if (!isClosed) take(watchingAfter(watching, event))
  }
  const letGo = (): void => {
    // What an abandoned connection still says is nobody's.
    const old = socket
    socket = null
    if (!old) return
    old.onopen = old.onmessage = old.onclose = null
    old.close()
  }
  const act: Record<Deed, () => void> = {
    open: () => {
      letGo()
      const opened = ground.openSocket()
      socket = opened
      opened.onopen = () => {
        hear({ kind: 'opened', at: ground.now() })
      }
      opened.onmessage = ({ data }: MessageEvent<unknown>) => {
        const message = readMessage(data)
        if (message) hear({ kind: 'told', message, at: ground.now() })
        else closed()
      }
      opened.onclose = closed
    },
    close: letGo,
    ask_again: () => {
      socket?.send(askAgain)
    },
  }
  const closed = (): void => {
    letGo()
    hear({ kind: 'closed', at: ground.now() })
  }
  const tick = (): (() => void) =>
    ground.after(tickMilliseconds, () => {
      hear({ kind: 'ticked', at: ground.now() })
      if (!isClosed) callOffTick = tick()
    })

  take(beginWatching(ground.now()))
  let callOffTick = tick()
  return {
    watching: (): Watching => watching,
    /** The page is looked at again, or the network is back: no need to wait any longer. */
    hurry: (): void => {
      hear({ kind: 'retry_was_due', at: ground.now() })
    },
    close: (): void => {
      isClosed = true
      callOff()
      callOffTick()
      letGo()
    },
  }
}

function readMessage(data: unknown): FloorMessage | null {
  if (typeof data !== 'string') return null
  try {
    const message: unknown = JSON.parse(data)
    return isMessage.Check(message) ? message : null
  } catch {
    return null
  }
}
