import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { startEmbedded } from '../../server/database/embedded.ts'
import { type Snapshot } from '../../shared/floor/floor-message.ts'
import { clock } from '../../server/clock.ts'
import { type PresenceEvent } from '../../shared/floor/presence.ts'
import { repStates } from '../../shared/floor/words.ts'
import { openFloorWatcher, type Socket } from '../../web/floor/floor-watcher.ts'
import { type Center } from './kill-center.ts'
import { textOfFloor } from './floor-words.ts'
import { killDatabase, killServer } from './kill-processes.ts'
import { onFolder, startServer } from './start-program.ts'
import { openProxy } from '../world/proxy.ts'

const servers = 2
const source = 'fault bench'
const markerQueue = 'Marker'
const [queues, reps, calls] = [4, 30, 200]
const tellMilliseconds = 40
const askMillisecondsLimit = 3_000

type Given = {
  center: Center
  secret: string
  databaseUrl: string
  watchers: number
}

export type House = Awaited<ReturnType<typeof openFaultHouse>>

/** Two servers on one database with watchers of each, and ways between them that can be cut. */
export async function openFaultHouse({ center, secret, databaseUrl, watchers }: Given) {
  const direct = new URL(databaseUrl)
  const databaseWay = await openProxy(Number(direct.port))
  const proxied = new URL(databaseUrl)
  proxied.port = String(databaseWay.port)
  const settings = {
    ...onFolder(center.folder),
    ...{ DATABASE_URL: proxied.href, WELLSPENT_SECRET: secret },
  }
  const openDoor = async () => {
    const server = await startServer(settings)
    return { server, proxy: await openProxy(portOf(server.address)) }
  }
  const doors: Awaited<ReturnType<typeof openDoor>>[] = []
  for (let place = 0; place < servers; place += 1) doors.push(await openDoor())
  const people = Array.from({ length: watchers }, (_, place) => {
    const port = doors[place % servers]?.proxy.port ?? 0
    return openWatcher(`ws://127.0.0.1:${port}/api/floor`, center.cookie)
  })
  const system = openSystem(center.key, () => doors.map(({ server }) => server.address))
  let told: string[] = []

  return {
    doors,
    databaseWay,
    /** Whether the phone system goes on telling; where not, a last change is told by now. */
    setTelling: system.setTelling,
    restartServer: async (place: number): Promise<void> => {
      const door = doors[place]
      if (!door) throw new Error(`There is no server ${place}.`)
      await killServer(door.server)
      door.server = await startServer(settings)
      door.proxy.setTarget(portOf(door.server.address))
    },
    restartDatabase: async (): Promise<void> => {
      await killDatabase(center.folder)
      const { url } = await startEmbedded(center.folder)
      databaseWay.setTarget(Number(new URL(url).port))
    },
    /** Whether every watcher is live and has what both servers have, with the last change in it. */
    isEqual: async (): Promise<boolean> => {
      const floors = await Promise.all(
        doors.map(({ server }) => askFloor(server.address, center.cookie)),
      )
      const held = people.map(({ watching }) =>
        watching().phase === 'live' ? textOfFloor(watching().held?.floor) : watching().phase,
      )
      told = [...floors, ...held]
      return new Set(told).size === 1 && (floors[0]?.includes(system.lastMarker()) ?? false)
    },
    /** What there was when it was last looked, each once, and why a server has ended. */
    differences: (): string => {
      const ended = doors.flatMap(({ server: { child, output } }) =>
        child.exitCode === null ? [] : [`a server has ended (${child.exitCode}): ${output()}`],
      )
      return [...ended, ...[...new Set(told)].map((text) => text.slice(0, 400))].join(' | ')
    },
    close: async (): Promise<void> => {
      system.close()
      for (const person of people) person.close()
      for (const { server, proxy } of doors) {
        proxy.close()
        await killServer(server)
      }
      databaseWay.close()
    },
  }
}

const portOf = (address: string): number => Number(new URL(address).port)

/** What a server says the floor is, or why it says nothing. */
async function askFloor(address: string, cookie: string): Promise<string> {
  try {
    const signal = AbortSignal.timeout(askMillisecondsLimit)
    const reply = await fetch(`${address}/api/floor`, { headers: { cookie }, signal })
    if (!reply.ok) return `${reply.status}`
    const { floor } = (await reply.json()) as Snapshot
    return textOfFloor(floor)
  } catch (error) {
    return String(error)
  }
}

/** A watcher as a browser has it, but for the screen. */
function openWatcher(url: string, cookie: string) {
  const openSocket = (): Socket => {
    const socket = new WebSocket(url, { headers: { cookie } })
    socket.onerror = () => undefined
    // Only what the watcher needs of it is the same as in a browser.
    return socket as unknown as Socket
  }
  return openFloorWatcher(
    {
      ...{ openSocket, now: () => performance.now(), random: Math.random },
      after: (milliseconds, act) => {
        const timer = setTimeout(act, milliseconds)
        return () => {
          clearTimeout(timer)
        }
      },
    },
    () => undefined,
  )
}

/** A phone system that tells whichever server answers, and again what nobody has taken. */
function openSystem(key: string, addresses: () => string[]) {
  let [isTelling, isClosed, count, marker] = [true, false, 0, 0]
  const tell = async (events: readonly PresenceEvent[]): Promise<void> => {
    for (let attempt = count; !isClosed; attempt += 1) {
      const address = addresses()[attempt % servers] ?? ''
      const reply = await fetch(`${address}/api/floor/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(events),
        signal: AbortSignal.timeout(askMillisecondsLimit),
      }).catch(() => null)
      if (reply?.ok === true) return
      await wait(tellMilliseconds)
    }
  }
  const mark = async (): Promise<void> => {
    const since = clock()
    const at = new Date(since).toISOString()
    const common = { kind: 'call' as const, source, at, queue: markerQueue }
    await tell([
      { ...common, call: `marker ${marker}`, state: 'ended' },
      { ...common, call: `marker ${since}`, state: 'waiting' },
    ])
    marker = since
  }
  const go = async (): Promise<void> => {
    while (!isClosed) {
      count += 1
      if (isTelling) await tell([anEvent(count), anEvent(count + 1)])
      await wait(tellMilliseconds)
    }
  }
  void go()
  return {
    setTelling: async (is: boolean): Promise<void> => {
      isTelling = is
      if (!is) await mark()
    },
    lastMarker: (): string => `"waitingSince":${marker}`,
    close: (): void => {
      isClosed = true
    },
  }
}

function anEvent(count: number): PresenceEvent {
  const at = new Date().toISOString()
  const call = `call ${Math.floor(Math.random() * calls)}`
  const queue = `queue ${count % queues}`
  if (count % 2 === 0) {
    const state = Math.random() < 0.5 ? 'waiting' : 'ended'
    return { kind: 'call', source, at, call: `${call} of ${queue}`, state, queue }
  }
  const state = repStates[Math.floor(Math.random() * repStates.length)] ?? 'available'
  return { kind: 'rep', source, at, rep: `rep ${Math.floor(Math.random() * reps)}`, state, queue }
}
