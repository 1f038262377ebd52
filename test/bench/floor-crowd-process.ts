import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { type Floor } from '../../shared/floor/floor.ts'
import { type FloorMessage } from '../../shared/floor/floor-message.ts'
import { beginWatching, type Watching, watchingAfter } from '../../shared/floor/watching.ts'
import {
  type CrowdOrder,
  type CrowdReply,
  probeQueue,
  type Receipt,
  textOfFloor,
} from './floor-words.ts'

/*
 * A process full of watchers: each holds a floor of its own by the machine the browser has. What is
 * the same for all of them, reading JSON, is done once for each text, so that what is measured is
 * the server and not two thousand browsers on one machine.
 */

const lookMilliseconds = 10
const now = (): number => performance.timeOrigin + performance.now()

type Watcher = { socket: WebSocket; watching: Watching }
type Known = { message: FloorMessage; receipt: Receipt }

let watchers: Watcher[] = []
let target = { url: '', cookie: '' }
let known = new Map<string, Known>()
let script: { at: number; text: string }[] = []
let [bytes, messages] = [0, 0]

function open(place: number): Watcher {
  const { url, cookie } = target
  const socket = new WebSocket(url, { headers: { cookie }, perMessageDeflate: false })
  const watcher: Watcher = { socket, watching: beginWatching(now()).watching }
  const isFirst = place === 0
  socket.on('open', () => {
    watcher.watching = watchingAfter(watcher.watching, { kind: 'opened', at: now() }).watching
  })
  socket.on('error', () => {
    socket.terminate()
  })
  socket.on('message', (said: Buffer) => {
    const at = now()
    bytes += said.length
    messages += 1
    const text = said.toString('latin1')
    if (isFirst) script.push({ at, text: said.toString('utf8') })
    const { message, receipt } = known.get(text) ?? learn(text, said)
    receipt.times.push({ watcher: place, at })
    const step = watchingAfter(watcher.watching, { kind: 'told', message, at })
    watcher.watching = step.watching
    if (step.deeds.includes('ask_again')) socket.send('again')
  })
  return watcher
}

function learn(text: string, said: Buffer): Known {
  const message = JSON.parse(said.toString('utf8')) as FloorMessage
  const learned = { message, receipt: { probeSince: probeIn(message), times: [] } }
  known.set(text, learned)
  return learned
}

function probeIn(message: FloorMessage): number | null {
  if (message.kind === 'snapshot') return message.floor.queues[probeQueue]?.waitingSince ?? null
  if (message.kind !== 'batch') return null
  for (const event of message.events) {
    if (event.kind === 'queue_changed' && event.queue === probeQueue) {
      return event.now?.waitingSince ?? null
    }
  }
  return null
}

const isLive = ({ watching }: Watcher): boolean => watching.phase === 'live'

async function connectAll(count: number): Promise<number> {
  const beganAt = now()
  watchers = []
  for (let place = 0; place < count; place += 1) watchers.push(open(place))
  while (!watchers.every(isLive)) {
    await wait(lookMilliseconds)
    // Who was refused tries again at once: nothing is easier for the server than what we measure.
    for (const [place, { socket }] of watchers.entries()) {
      if (socket.readyState === WebSocket.CLOSED) watchers[place] = open(place)
    }
  }
  return now() - beganAt
}

const disconnectAll = (): void => {
  for (const { socket } of watchers) socket.terminate()
}

function report(): CrowdReply {
  const floors = new Map<Floor | undefined, number>()
  for (const { watching } of watchers) {
    const floor = watching.held?.floor
    floors.set(floor, (floors.get(floor) ?? 0) + 1)
  }
  const texts = new Map<string, number>()
  for (const [floor, count] of floors) {
    const text = textOfFloor(floor)
    texts.set(text, (texts.get(text) ?? 0) + count)
  }
  const first = script[0]?.at ?? 0
  return {
    told: 'report',
    receipts: [...known.values()].map(({ receipt }) => receipt),
    script: script.map(({ at, text }) => ({ afterMilliseconds: at - first, text })),
    ...{ bytes, messages, live: watchers.filter(isLive).length },
    floors: [...texts].map(([floor, count]) => ({ floor, watchers: count })),
  }
}

/** What comes is noted anew; it begins with the floor the first watcher holds. */
function forget(): void {
  known = new Map()
  const held = watchers[0]?.watching.held
  const text = JSON.stringify({ kind: 'snapshot', now: now(), ...held })
  script = held ? [{ at: now(), text }] : []
  bytes = 0
  messages = 0
}

async function obey(order: CrowdOrder): Promise<CrowdReply> {
  switch (order.order) {
    case 'connect': {
      disconnectAll()
      target = order
      forget()
      return { told: 'connected', milliseconds: await connectAll(order.count) }
    }
    case 'storm': {
      const count = watchers.length
      disconnectAll()
      return { told: 'connected', milliseconds: await connectAll(count) }
    }
    case 'report': {
      const said = report()
      forget()
      return said
    }
    case 'disconnect': {
      disconnectAll()
      watchers = []
      return { told: 'disconnected' }
    }
  }
}

process.on('message', (order: CrowdOrder) => {
  void obey(order).then((reply) => process.send?.(reply))
})
