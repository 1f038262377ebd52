import { emptyFloor, type Floor, type FloorEvent } from '../../shared/floor/floor.ts'
import { floorAfter } from '../../shared/floor/floor-after.ts'
import { beatMilliseconds, type FloorMessage } from '../../shared/floor/floor-message.ts'
import { type Ground, type Socket } from '../../web/floor/floor-watcher.ts'

/** How the way to the server is; what goes wrong lasts until it is something else. */
export type Way =
  | 'open'
  /** Connections are refused at once. */
  | 'refusing'
  /** Connections neither open nor fail. */
  | 'hanging'
  /** Connections stand, and nothing comes through. */
  | 'silent'

type Plug = Socket & { isOpen: boolean; isClosed: boolean }
type Timer = { at: number; act: () => void }

const latencyMilliseconds = 20

/** A server, the way to it and a clock, all made up: what a browser's watcher stands on in tests. */
export function fakeGround(random: () => number = () => 0.5) {
  let now = 0
  let way: Way = 'open'
  let epoch = 1
  let number = 0
  let floor: Floor = emptyFloor
  const timers = new Set<Timer>()
  const plugs = new Set<Plug>()

  const after = (milliseconds: number, act: () => void): (() => void) => {
    const timer = { at: now + milliseconds, act }
    timers.add(timer)
    return () => void timers.delete(timer)
  }
  const common = () => ({ epoch: String(epoch), number, now: now + 500 })
  const give = (plug: Plug, data: string): void => {
    if (plug.isOpen && way !== 'silent')
      plug.onmessage?.call(plug as unknown as WebSocket, { data } as MessageEvent)
  }
  const tell = (message: FloorMessage): void => {
    for (const plug of [...plugs]) give(plug, JSON.stringify(message))
  }
  const snapshotTo = (plug: Plug): void => {
    give(plug, JSON.stringify({ kind: 'snapshot', ...common(), floor }))
  }
  const end = (plug: Plug): void => {
    plugs.delete(plug)
    plug.isOpen = false
    plug.onclose?.call(plug as unknown as WebSocket, {} as CloseEvent)
  }
  const openSocket = (): Socket => {
    const plug: Plug = {
      ...{ isOpen: false, isClosed: false, onopen: null, onmessage: null, onclose: null },
      send: () =>
        void after(latencyMilliseconds, () => {
          snapshotTo(plug)
        }),
      close: () => {
        plug.isClosed = true
        plug.isOpen = false
        plugs.delete(plug)
        // A browser's socket goes on speaking for a moment after it was told to close.
        after(latencyMilliseconds, () => {
          const old = plug as unknown as WebSocket
          plug.onmessage?.call(old, { data: 'too late' } as MessageEvent)
          plug.onclose?.call(old, {} as CloseEvent)
        })
      },
    }
    plugs.add(plug)
    after(latencyMilliseconds, () => {
      if (plug.isClosed || way === 'hanging') return
      if (way === 'refusing') {
        end(plug)
        return
      }
      plug.isOpen = true
      plug.onopen?.call(plug as unknown as WebSocket, {} as Event)
      snapshotTo(plug)
    })
    return plug
  }
  const beat = (): void => {
    after(beatMilliseconds, beat)
    tell({ kind: 'beat', ...common() })
  }
  beat()

  const ground: Ground = { openSocket, now: () => now, random, after }
  return {
    ground,
    floor: () => floor,
    sockets: () => plugs.size,
    timers: () => timers.size,
    setWay: (next: Way): void => {
      way = next
    },
    /** Everything changes on the server; `isLost` is whether the news of it gets lost on the way. */
    change: (events: readonly FloorEvent[], isLost = false): void => {
      floor = events.reduce(floorAfter, floor)
      number += 1
      if (!isLost) tell({ kind: 'batch', ...common(), events: [...events] })
    },
    say: (data: string): void => {
      for (const plug of [...plugs]) give(plug, data)
    },
    cut: (): void => {
      for (const plug of [...plugs]) end(plug)
    },
    /** The server begins another life, with the same floor. */
    restart: (): void => {
      epoch += 1
      number = 0
      for (const plug of [...plugs]) end(plug)
    },
    pass: (milliseconds: number): void => {
      const until = now + milliseconds
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
        if (!next) break
        timers.delete(next)
        now = next.at
        next.act()
      }
      now = until
    },
  }
}
