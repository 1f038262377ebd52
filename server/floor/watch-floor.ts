import { type WebSocket } from 'ws'
import { askAgain, type FloorMessage } from '../../shared/floor/floor-message.ts'
import { type FindStanding, type Standing } from '../http/asker.ts'
import { type Floors } from './keep-floors.ts'
import { againstTheRules, type LookedAfter, openLook } from './look-after.ts'

/** Watchers of all organizations that one process serves. */
export const watchersLimit = 5_000
/** A watcher says one word; a longer message ends its connection. */
export const saidBytesLimit = 64
/** What may wait to be sent to one watcher; beyond it they are told nothing until it has left. */
const waitingBytesLimit = 256 * 1024
/** Who does not take what is sent for this long is gone. */
const slowMillisecondsLimit = 30_000
/** A watcher asks for a snapshot after a gap, which is rare. */
const againMillisecondsLeast = 1_000
/** RFC 6455: the server has no room. */
const tryLater = 1013

/** As much of a WebSocket as is needed. */
type Connection = LookedAfter['socket'] &
  Pick<WebSocket, 'off' | 'listeners' | 'send' | 'bufferedAmount'>

/** There may be thousands: what one needs is here, and what they have in common is not. */
type Watcher = LookedAfter & {
  socket: Connection
  isBehind: boolean
  behindSince: number
  isBeginning: boolean
  askedAt: number
}

type Needs = {
  floors: Floors
  findStanding: FindStanding
  clock: () => number
  log: (error: unknown) => void
}

/**
 * Tells watchers of their organization's floor: a snapshot, then each batch. Who is too slow for
 * that gets a new snapshot once they have taken what was sent; memory for each is bounded.
 */
export function openWatching({ floors, findStanding, clock, log }: Needs) {
  const look = openLook({ findStanding, log })
  const groups = openGroups(floors, (watcher, message) => {
    tell(watcher, message)
  })
  let watchers = 0

  const begin = (watcher: Watcher): void => {
    if (watcher.isBeginning) return
    watcher.isBeginning = true
    floors
      .snapshot(watcher.standing.organizationId)
      .then((snapshot) => {
        watcher.isBehind = false
        watcher.socket.send(bytesOf(snapshot), { binary: false })
      })
      .catch((error: unknown) => {
        log(error)
        watcher.socket.close(tryLater, 'The floor cannot be read now; try again in a moment.')
      })
      .finally(() => {
        watcher.isBeginning = false
      })
  }

  const tell = (watcher: Watcher, message: FloorMessage): void => {
    const { socket } = watcher
    const behind = (): number => clock() - watcher.behindSince
    if (socket.bufferedAmount > waitingBytesLimit) {
      if (!watcher.isBehind) watcher.behindSince = clock()
      watcher.isBehind = true
      if (behind() > slowMillisecondsLimit) socket.terminate()
    } else if (!watcher.isBehind) socket.send(bytesOf(message), { binary: false })
    else if (message.kind === 'beat' || behind() > againMillisecondsLeast) begin(watcher)
  }

  const hear = (watcher: Watcher, said: unknown): void => {
    const isAgain = Buffer.isBuffer(said) && said.toString('utf8') === askAgain
    if (isAgain && clock() - watcher.askedAt >= againMillisecondsLeast) {
      watcher.askedAt = clock()
      begin(watcher)
    } else {
      watcher.socket.close(againstTheRules, `A watcher says "${askAgain}", once a second at most.`)
    }
  }

  return (socket: Connection, standing: Standing): void => {
    const [upgrader] = socket.listeners('error')
    // Without a listener an error of the connection would end the process; it is closed after one.
    socket.on('error', () => {
      socket.terminate()
    })
    // Whoever upgraded it listens too, and would keep the request for as long as it is open.
    if (upgrader) socket.off('error', upgrader as () => void)
    if (watchers >= watchersLimit) {
      socket.close(tryLater, 'Too many watch already; try again in a moment.')
      return
    }
    watchers += 1
    const watcher = newWatcher(socket, standing, clock())
    groups.join(watcher)
    look.begin(watcher)
    socket.on('message', (said) => {
      hear(watcher, said)
    })
    socket.on('close', () => {
      look.end(watcher)
      groups.leave(watcher)
      watchers -= 1
    })
    begin(watcher)
  }
}

const newWatcher = (socket: Connection, standing: Standing, now: number): Watcher => ({
  socket,
  standing,
  isAlive: true,
  turn: 0,
  isBehind: true,
  behindSince: now,
  isBeginning: false,
  askedAt: -Infinity,
})

export type Watch = ReturnType<typeof openWatching>

type Group = { watchers: Set<Watcher>; leave: () => void }

/** The watchers of each organization; its floor knows that there are some. */
function openGroups(floors: Floors, tell: (watcher: Watcher, message: FloorMessage) => void) {
  const groups = new Map<number, Group>()
  const open = (organizationId: number): Group => {
    const watchers = new Set<Watcher>()
    const leave = floors.watch(organizationId, (message) => {
      for (const watcher of watchers) tell(watcher, message)
    })
    const group = { watchers, leave }
    groups.set(organizationId, group)
    return group
  }
  return {
    join: (watcher: Watcher): void => {
      const { organizationId } = watcher.standing
      const group = groups.get(organizationId) ?? open(organizationId)
      group.watchers.add(watcher)
    },
    leave: (watcher: Watcher): void => {
      const { organizationId } = watcher.standing
      const group = groups.get(organizationId)
      group?.watchers.delete(watcher)
      if (!group || group.watchers.size > 0) return
      group.leave()
      groups.delete(organizationId)
    },
  }
}

const written = new WeakMap<FloorMessage, Buffer>()

/** A message goes to many; it is put into words once. */
function bytesOf(message: FloorMessage): Buffer {
  const bytes = written.get(message) ?? Buffer.from(JSON.stringify(message))
  written.set(message, bytes)
  return bytes
}
