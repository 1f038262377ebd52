import { expect, test } from 'vitest'
import { emptyFloor } from '../../shared/floor/floor.ts'
import { type FloorMessage } from '../../shared/floor/floor-message.ts'
import { openFloorWatcher, type Socket } from '../../web/floor/floor-watcher.ts'

/** A connection whose other end the test is. */
type FakeSocket = Socket & { said: string[]; isClosed: boolean }

const fakeSocket = (): FakeSocket => {
  const socket: FakeSocket = {
    ...{ said: [], isClosed: false, onopen: null, onmessage: null, onclose: null },
    send: (text) => {
      socket.said.push(text as string)
    },
    close: () => {
      socket.isClosed = true
    },
  }
  return socket
}

const snapshot: FloorMessage = {
  ...{ kind: 'snapshot', epoch: 'a', number: 7, now: 0, floor: emptyFloor },
}
const gap: FloorMessage = { kind: 'batch', epoch: 'a', number: 9, now: 0, events: [] }

/** A browser with a clock that the test moves. */
function openPage() {
  let now = 0
  const sockets: FakeSocket[] = []
  const due = new Map<object, { at: number; act: () => void }>()
  const watcher = openFloorWatcher(
    {
      openSocket: () => {
        const socket = fakeSocket()
        sockets.push(socket)
        return socket
      },
      now: () => now,
      random: () => 1,
      after: (milliseconds, act) => {
        const key = {}
        due.set(key, { at: now + milliseconds, act })
        return () => due.delete(key)
      },
    },
    () => undefined,
  )
  const receive = (socket: FakeSocket, data: unknown): void => {
    socket.onmessage?.call(socket as never, { data } as MessageEvent)
  }
  return {
    watcher,
    sockets,
    due,
    phase: () => watcher.watching().phase,
    last: () => sockets.at(-1)!,
    open: (): void => {
      const socket = sockets.at(-1)!
      socket.onopen?.call(socket as never, {} as Event)
      receive(socket, JSON.stringify(snapshot))
    },
    receive,
    cut: (): void => {
      const socket = sockets.at(-1)!
      socket.onclose?.call(socket as never, {} as CloseEvent)
    },
    pass: (seconds: number): void => {
      for (let second = 0; second < seconds; second += 1) {
        now += 1_000
        for (const [key, each] of [...due]) {
          if (each.at > now) continue
          due.delete(key)
          each.act()
        }
      }
    },
  }
}

test('a page gets the floor, loses it, and gets it again by itself', () => {
  const page = openPage()
  expect(page.phase()).toBe('connecting')
  page.open()
  expect(page.phase()).toBe('live')
  page.cut()
  expect(page.phase()).toBe('waiting')
  page.pass(1)
  expect(page.phase()).toBe('connecting')
  expect(page.sockets).toHaveLength(2)
  page.open()
  expect(page.phase()).toBe('live')
})

test('after a gap it asks for a snapshot, once', () => {
  const page = openPage()
  page.open()
  page.receive(page.last(), JSON.stringify(gap))
  page.receive(page.last(), JSON.stringify(gap))
  expect(page.last().said).toEqual(['again'])
  expect(page.phase()).toBe('catching_up')
})

test.each(['{', '{"kind":"batch"}', 7])('what is no message ends the connection: %s', (data) => {
  const page = openPage()
  page.open()
  const socket = page.last()
  page.receive(socket, data)
  expect(socket.isClosed).toBe(true)
  expect(page.phase()).toBe('waiting')
})

test('a silent floor is quiet, then tried anew; an abandoned connection is not heard', () => {
  const page = openPage()
  page.open()
  const first = page.last()
  page.pass(13)
  expect(page.phase()).toBe('quiet')
  page.pass(13)
  expect(page.phase()).toBe('waiting')
  expect(first.isClosed).toBe(true)
  page.receive(first, JSON.stringify(snapshot))
  expect(page.phase()).toBe('waiting')
})

test('somebody who looks again does not wait for the next attempt', () => {
  const page = openPage()
  page.open()
  page.cut()
  page.watcher.hurry()
  expect(page.phase()).toBe('connecting')
})

test('a week of cuts leaves no timer and no connection behind', () => {
  const page = openPage()
  for (let cut = 0; cut < 200; cut += 1) {
    page.open()
    page.cut()
    page.pass(40)
  }
  expect(page.due.size).toBeLessThanOrEqual(2)
  expect(page.sockets.filter((socket) => !socket.isClosed).length).toBeLessThanOrEqual(1)
  page.watcher.close()
  expect(page.due.size).toBe(0)
  expect(page.sockets.every((socket) => socket.isClosed)).toBe(true)
})
