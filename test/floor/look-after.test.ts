import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type LookedAfter, openLook } from '../../server/floor/look-after.ts'
import { type Standing } from '../../server/http/asker.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const roundMilliseconds = 20_000

/** A watcher whose other side answers for as long as it is there. */
function fakeWatcher(id: string, is: { isThere: boolean } = { isThere: true }) {
  const said: string[] = []
  let onPong = (): void => undefined
  const socket = {
    on: (_event: string, listen: () => void) => {
      onPong = listen
    },
    ping: () => {
      said.push('ping')
      if (is.isThere) onPong()
    },
    close: (code: number, reason: string) => said.push(`close ${code} ${reason}`),
    terminate: () => said.push('terminate'),
  }
  const standing: Standing = { kind: 'session', organizationId: 1, id }
  const watcher = { socket, standing, isAlive: true, turn: 0 } as unknown as LookedAfter
  return { watcher, said, is }
}

function openHouse() {
  const fallen = new Set<string | number>()
  const asked: number[] = []
  const errors: unknown[] = []
  const house = { isCut: false }
  const look = openLook({
    findStanding: async (standings) => {
      if (house.isCut) throw new Error('the database is away')
      asked.push(standings.length)
      return new Set(standings.filter(({ id }) => !fallen.has(id)))
    },
    log: (error) => errors.push(error),
  })
  return { look, fallen, asked, errors, house }
}

test('whose session has ended is told so within one round, and nobody else', async () => {
  const { look, fallen } = openHouse()
  const [ana, ben] = [fakeWatcher('ana'), fakeWatcher('ben')]
  look.begin(ana.watcher)
  look.begin(ben.watcher)
  await vi.advanceTimersByTimeAsync(roundMilliseconds)
  expect([ana.said, ben.said]).toEqual([['ping'], ['ping']])
  fallen.add('ana')
  await vi.advanceTimersByTimeAsync(roundMilliseconds)
  expect(ana.said).toEqual(['ping', 'ping', 'close 1008 Sign in again.'])
  expect(ben.said).toEqual(['ping', 'ping'])
})

test('whose other side is gone is ended after two rounds', async () => {
  const { look } = openHouse()
  const gone = fakeWatcher('ana', { isThere: false })
  look.begin(gone.watcher)
  await vi.advanceTimersByTimeAsync(roundMilliseconds)
  expect(gone.said).toEqual(['ping'])
  await vi.advanceTimersByTimeAsync(roundMilliseconds)
  expect(gone.said).toContain('terminate')
})

test('a thousand that came in the same second are asked about together', async () => {
  const { look, asked } = openHouse()
  for (let place = 0; place < 1_000; place += 1) look.begin(fakeWatcher(`rep ${place}`).watcher)
  await vi.advanceTimersByTimeAsync(5_000)
  look.begin(fakeWatcher('late').watcher)
  await vi.advanceTimersByTimeAsync(roundMilliseconds)
  expect(asked).toEqual([1_000, 1])
})

test('where it cannot be found out, nobody is ended, and it is found out the next time', async () => {
  const { look, fallen, errors, house } = openHouse()
  const ana = fakeWatcher('ana')
  look.begin(ana.watcher)
  fallen.add('ana')
  house.isCut = true
  await vi.advanceTimersByTimeAsync(roundMilliseconds)
  expect(ana.said).toEqual(['ping'])
  expect(errors).toHaveLength(1)
  house.isCut = false
  await vi.advanceTimersByTimeAsync(roundMilliseconds)
  expect(ana.said).toContain('close 1008 Sign in again.')
})

test('who has left is not asked about, and with the last one the clock stops', async () => {
  const { look, asked } = openHouse()
  const [ana, ben] = [fakeWatcher('ana'), fakeWatcher('ben')]
  look.begin(ana.watcher)
  look.begin(ben.watcher)
  look.end(ana.watcher)
  await vi.advanceTimersByTimeAsync(roundMilliseconds)
  expect(asked).toEqual([1])
  look.end(ben.watcher)
  expect(vi.getTimerCount()).toBe(0)
})
