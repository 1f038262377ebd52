import { type WebSocket } from 'ws'
import { askAgain, type FloorMessage } from '../../shared/floor/floor-message.ts'
import { type Asker, type FindStanding } from '../http/asker.ts'
import { type Floors } from './keep-floors.ts'
import { againstTheRules, openLook } from './look-after.ts'

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
type Connection = Pick<
  WebSocket,
  'on' | 'once' | 'send' | 'close' | 'terminate' | 'ping' | 'bufferedAmount'
>

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
  const lookAfter = openLook({ findStanding, log })
  let watchers = 0

  const watch = (socket: Connection, asker: Asker): void => {
    const { organizationId } = asker.viewer
    // Without a listener an error of the connection would end the process; it is closed after one.
    socket.on('error', () => {
      socket.terminate()
    })
    if (watchers >= watchersLimit) {
      socket.close(tryLater, 'Too many watch already; try again in a moment.')
      return
    }
    watchers += 1
    let isBehind = true
    let behindSince = clock()
    let askedAt = -Infinity
    let isBeginning = false

    const sendSnapshot = async (): Promise<void> => {
      const snapshot = await floors.snapshot(organizationId)
      isBehind = false
      socket.send(bytesOf(snapshot), { binary: false })
    }
    const begin = (): void => {
      if (isBeginning) return
      isBeginning = true
      sendSnapshot()
        .catch((error: unknown) => {
          log(error)
          socket.close(tryLater, 'The floor cannot be read now; try again in a moment.')
        })
        .finally(() => {
          isBeginning = false
        })
    }
    const tell = (message: FloorMessage): void => {
      if (socket.bufferedAmount > waitingBytesLimit) {
        if (!isBehind) behindSince = clock()
        isBehind = true
        if (clock() - behindSince > slowMillisecondsLimit) socket.terminate()
      } else if (!isBehind) socket.send(bytesOf(message), { binary: false })
      else if (message.kind === 'beat' || clock() - behindSince > againMillisecondsLeast) begin()
    }
    const leave = floors.watch(organizationId, tell)
    const leaveLook = lookAfter(socket, asker)
    socket.on('message', (said) => {
      const isAgain = Buffer.isBuffer(said) && said.toString('utf8') === askAgain
      if (!isAgain || clock() - askedAt < againMillisecondsLeast) {
        socket.close(againstTheRules, `A watcher says "${askAgain}", once a second at most.`)
        return
      }
      askedAt = clock()
      begin()
    })
    socket.once('close', () => {
      leaveLook()
      leave()
      watchers -= 1
    })
    begin()
  }
  return watch
}

export type Watch = ReturnType<typeof openWatching>

const written = new WeakMap<FloorMessage, Buffer>()

/** A message goes to many; it is put into words once. */
function bytesOf(message: FloorMessage): Buffer {
  const bytes = written.get(message) ?? Buffer.from(JSON.stringify(message))
  written.set(message, bytes)
  return bytes
}
