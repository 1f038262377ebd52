import { connect as connectTo, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { WebSocket } from 'ws'
import { loadBefore, publish, withHome } from './bench-home.ts'
import { connectCrowd, openCrowd, reportOf } from './floor-crowd.ts'
import { openLoad } from './floor-load.ts'
import { latenciesOf } from './floor-latency.ts'
import { type Center, newSecret, openCenter } from './kill-center.ts'
import { onFolder, withServer } from './start-program.ts'
import { residentMegabytes } from './process-cost.ts'

const options = {
  clients: { type: 'string', default: '400' },
  seconds: { type: 'string', default: '40' },
} as const

const [watchers, eventsPerSecond] = [20, 200]
const giantBytes = 1024 * 1024
const floodMessages = 200
const beforeSeconds = 5
const settleMilliseconds = 3_000
/** What each hostile client may cost the server at most: what may wait for it, and itself. */
const kilobytesMost = 400

type Place = { address: string; center: Center; clients: number }

/** What one kind of client does; it tells how its connections ended, where they did. */
type Hostility = { name: string; attack: (place: Place) => Promise<string[]> }

const hostilities: readonly Hostility[] = [
  { name: 'wrong tokens', attack: (place) => fromEach(place, () => refusedSocket(place)) },
  {
    name: 'giant frames',
    attack: (place) => fromEach(place, () => sayingSocket(place, ['x'.repeat(giantBytes)])),
  },
  {
    name: 'floods of messages',
    attack: (place) =>
      fromEach(place, () =>
        sayingSocket(
          place,
          Array.from({ length: floodMessages }, () => 'again'),
        ),
      ),
  },
]

/**
 * Clients that mean no good, beside watchers who do: what they cost the server in memory, how they
 * are sent away, and whether the others notice. `--clients 400`, `--seconds 40` for those who
 * take nothing of what they are sent.
 */
export async function runFloorHostile(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options })
  const load = loadBefore()
  await withHome('hostile', async (home) => {
    const center = await openCenter(join(home, 'data'), newSecret())
    const [clients, seconds] = [Number(values.clients), Number(values.seconds)]
    const lines = await withServer(onFolder(center.folder), ({ address, child }) =>
      measure({ address, center, clients }, child.pid ?? 0, seconds),
    )
    const page = [
      '# Hostile clients of the live floor\n',
      `${clients} of each kind, ${watchers} watchers, ${eventsPerSecond} events a second, load ${load} before.\n`,
      ...lines,
      '',
    ].join('\n')
    await publish('floor-hostile', page)
  })
}

async function measure(place: Place, pid: number, seconds: number): Promise<string[]> {
  const { address, center, clients } = place
  const crowd = openCrowd()
  const load = openLoad(address, center.key, eventsPerSecond)
  await connectCrowd(crowd, { url: socketUrl(address), cookie: center.cookie, count: watchers })
  const lines: string[] = []
  const tell = async (name: string, duration: number, attack: () => Promise<string[]>) => {
    await reportOf(crowd)
    const before = await residentMegabytes(pid)
    let most = before
    const looking = setInterval(() => {
      void residentMegabytes(pid).then((now) => {
        most = Math.max(most, now)
      })
    }, 200)
    const [told, ends] = await Promise.all([load.run(duration), attack()])
    clearInterval(looking)
    await wait(settleMilliseconds)
    const report = await reportOf(crowd)
    const { p99 } = latenciesOf(told.probes, report.receipts)
    const each = ((most - before) * 1024) / clients
    const live = `${report.live} of ${watchers} watchers live`
    lines.push(
      `* ${name}: at most ${(most - before).toFixed(0)} MB more, ${each.toFixed(0)} KB each (${kilobytesMost}: ${each <= kilobytesMost ? 'bounded' : '**more**'}); ${countEach(ends)}; ${live}, p99 ${p99.toFixed(0)} ms`,
    )
    console.log(lines.at(-1))
  }
  await tell('nobody', beforeSeconds, () => Promise.resolve([]))
  for (const { name, attack } of hostilities) await tell(name, beforeSeconds, () => attack(place))
  await tell('half-open: a request that is never finished', seconds, () =>
    hold(place, seconds, 'half'),
  )
  await tell('deaf: nothing of what is sent is taken', seconds, () => hold(place, seconds, 'deaf'))
  await crowd.stop()
  return lines
}

const socketUrl = (address: string): string => `${address.replace('http', 'ws')}/api/floor`

const fromEach = ({ clients }: Place, one: () => Promise<string>): Promise<string[]> =>
  Promise.all(Array.from({ length: clients }, one))

const refusedSocket = ({ address }: Place): Promise<string> =>
  new Promise((resolve) => {
    const socket = new WebSocket(socketUrl(address), { headers: { cookie: 'session=forged' } })
    socket.once('open', () => {
      resolve('let in')
      socket.terminate()
    })
    socket.once('error', ({ message }) => {
      resolve(message)
    })
  })

const sayingSocket = ({ address, center }: Place, said: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    const socket = new WebSocket(socketUrl(address), { headers: { cookie: center.cookie } })
    socket.once('open', () => {
      for (const text of said) socket.send(text)
    })
    socket.on('error', () => {
      socket.terminate()
    })
    socket.once('close', (code) => {
      resolve(`closed with ${code}`)
    })
  })

/** Connections that stand until they are ended; each tells whether that was by the server. */
async function hold(place: Place, seconds: number, how: 'half' | 'deaf'): Promise<string[]> {
  const url = new URL(place.address)
  const ends = new Map<Socket, string>()
  for (let count = 0; count < place.clients; count += 1) {
    const socket = connectTo(Number(url.port), url.hostname)
    ends.set(socket, 'still held')
    socket.on('error', () => undefined)
    socket.on('close', () => {
      ends.set(socket, 'ended by the server')
    })
    const head = [
      ...['GET /api/floor HTTP/1.1', `Host: ${url.host}`, 'Upgrade: websocket'],
      ...['Connection: Upgrade', 'Sec-WebSocket-Version: 13'],
      ...['Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', `Cookie: ${place.center.cookie}`],
    ].join('\r\n')
    socket.write(how === 'half' ? head : `${head}\r\n\r\n`)
    if (how === 'deaf') socket.pause()
    else socket.resume()
  }
  await wait(seconds * 1000)
  const said = [...ends.values()]
  for (const socket of ends.keys()) socket.destroy()
  return said
}

function countEach(ends: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1)
  return [...counts].map(([end, count]) => `${count} times ${end}`).join(', ') || 'no attack'
}
