import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyFloor, type FloorEvent, nobodyThere } from '../../shared/floor/floor.ts'
import { silenceMillisecondsLimit } from '../../shared/floor/floor-message.ts'
import { type Watching } from '../../shared/floor/watching.ts'
import { openFloorWatcher } from '../../web/floor/floor-watcher.ts'
import { aFloorEvent } from './a-floor-event.ts'
import { fakeGround, type Way } from './fake-ground.ts'

type Trouble =
  | { kind: 'way'; way: Way }
  | { kind: 'change'; events: FloorEvent[]; isLost: boolean }
  | { kind: 'say'; data: string }
  | { kind: 'cut' | 'restart' | 'hurry' }

const garbage = ['', 'null', '{', '{"kind":"beat"}', '{"kind":"snapshot","floor":{}}', '[1]']
const aTrouble: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record({
    kind: fc.constant('way' as const),
    way: fc.constantFrom<Way>('open', 'open', 'refusing', 'hanging', 'silent'),
  }),
  fc.record({
    kind: fc.constant('change' as const),
    events: fc.array(aFloorEvent, { minLength: 1, maxLength: 3 }),
    isLost: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('say' as const), data: fc.constantFrom(...garbage) }),
  fc.record({ kind: fc.constantFrom('cut' as const, 'restart' as const, 'hurry' as const) }),
)
const aStory = fc.array(fc.tuple(aTrouble, fc.integer({ min: 0, max: 40_000 })), { maxLength: 25 })

function run() {
  const world = fakeGround()
  const seen: Watching[] = []
  const watcher = openFloorWatcher(world.ground, (watching) => seen.push(watching))
  const bring = (trouble: Trouble): void => {
    if (trouble.kind === 'way') world.setWay(trouble.way)
    else if (trouble.kind === 'change') world.change(trouble.events, trouble.isLost)
    else if (trouble.kind === 'say') world.say(trouble.data)
    else if (trouble.kind === 'hurry') watcher.hurry()
    else world[trouble.kind]()
  }
  const isTrue = (): void => {
    expect(watcher.watching().phase).toBe('live')
    expect(watcher.watching().held?.floor).toEqual(world.floor())
    expect(watcher.watching().held?.aheadMilliseconds).toBe(500)
  }
  return { ...world, watcher, seen, bring, isTrue }
}

describe('a watcher', () => {
  test('has the floor of the server again after any troubles, at once when it is hurried', () => {
    fc.assert(
      fc.property(aStory, fc.boolean(), (story, isHurried) => {
        const one = run()
        for (const [trouble, milliseconds] of story) {
          one.bring(trouble)
          one.pass(milliseconds)
          const { phase, held } = one.watcher.watching()
          expect(one.sockets()).toBeLessThanOrEqual(1)
          if (phase === 'live') {
            const silent = one.ground.now() - held!.heardAt
            expect(silent).toBeLessThanOrEqual(silenceMillisecondsLimit + 1_000)
          }
        }
        one.setWay('open')
        // Whatever hangs is given up first, and the longest pause between attempts passes.
        one.pass(isHurried ? 25_000 : 60_000)
        one.watcher.hurry()
        one.pass(5_500)
        one.isTrue()
      }),
      { numRuns: 500 },
    )
  })

  test('that waits for its next attempt connects within a moment when it is hurried', () => {
    const one = run()
    one.pass(1_000)
    one.setWay('refusing')
    one.cut()
    one.pass(120_000)
    expect(one.watcher.watching().phase).toBe('waiting')
    one.setWay('open')
    one.watcher.hurry()
    one.pass(100)
    one.isTrue()
  })

  test('that has missed something asks for all of it over the same connection', () => {
    const one = run()
    one.pass(1_000)
    const phases = one.seen.length
    one.change([{ kind: 'help_changed', revision: 7 }], true)
    one.change([{ kind: 'people_changed', people: { ...nobodyThere, away: 1 } }])
    expect(one.watcher.watching().phase).toBe('catching_up')
    one.pass(100)
    one.isTrue()
    const since = one.seen.slice(phases).map(({ phase }) => phase)
    expect(since).toEqual(['catching_up', 'live'])
  })

  test('whose machine has slept does not trust the socket it wakes up with', () => {
    const one = run()
    one.pass(1_000)
    one.setWay('silent')
    one.pass(silenceMillisecondsLimit + 2_000)
    expect(one.watcher.watching().phase).toBe('quiet')
    one.change([{ kind: 'help_changed', revision: 7 }], true)
    one.setWay('open')
    one.watcher.hurry()
    one.pass(100)
    one.isTrue()
  })

  test('closes a connection that says what is no message, and takes nothing of it', () => {
    for (const data of garbage) {
      const one = run()
      one.pass(1_000)
      one.say(data)
      expect(one.watcher.watching().phase).toBe('waiting')
      expect(one.watcher.watching().held?.floor).toEqual(emptyFloor)
      expect(one.sockets()).toBe(0)
      one.pass(5_000)
      one.isTrue()
    }
  })

  test('holds no more after a week of cuts than after a minute', () => {
    const one = run()
    one.pass(60_000)
    const timers = one.timers()
    for (let hour = 0; hour < 24 * 7; hour += 1) {
      one.bring({ kind: hour % 5 === 0 ? 'restart' : 'cut' })
      one.change([{ kind: 'help_changed', revision: hour }])
      one.pass(60_000)
      one.isTrue()
      expect(one.sockets()).toBe(1)
      expect(one.timers()).toBeLessThanOrEqual(timers)
    }
  })

  test('that nobody looks at any more is silent and lets go of everything', () => {
    const one = run()
    one.pass(1_000)
    one.watcher.close()
    const told = one.seen.length
    one.change([{ kind: 'help_changed', revision: 1 }])
    one.pass(100_000)
    one.watcher.hurry()
    expect(one.seen.length).toBe(told)
    expect(one.sockets()).toBe(0)
    // What is left is the server's own.
    expect(one.timers()).toBe(1)
  })
})
