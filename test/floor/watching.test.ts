import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyFloor, type Floor, type FloorEvent } from '../../shared/floor/floor.ts'
import { changesBetween, floorAfter } from '../../shared/floor/floor-after.ts'
import { type FloorMessage, silenceMillisecondsLimit } from '../../shared/floor/floor-message.ts'
import {
  beginWatching,
  connectMillisecondsLimit,
  retryMilliseconds,
  type Watching,
  watchingAfter,
  type WatchingEvent,
} from '../../shared/floor/watching.ts'
import { aFloorEvent } from './a-floor-event.ts'

const after = (events: readonly FloorEvent[], floor: Floor = emptyFloor) =>
  events.reduce(floorAfter, floor)

test('the changes between two floors make the one of the other', () => {
  const some = fc.array(aFloorEvent, { maxLength: 12 })
  fc.assert(
    fc.property(some, some, (first, second) => {
      const [before, now] = [after(first), after(second)]
      expect(after(changesBetween(before, now), before)).toEqual(now)
      expect(changesBetween(now, now)).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('every part of a floor has an event that tells of it', () => {
  const some = fc.array(aFloorEvent, { minLength: 60, maxLength: 60 })
  const floors = fc.sample(some, 40).map((events) => after(events))
  for (const part of Object.keys(emptyFloor) as (keyof Floor)[]) {
    const changed = floors.map((floor) => ({ ...emptyFloor, [part]: floor[part] }))
    const told = changed.map((floor) => changesBetween(emptyFloor, floor))
    expect(told.flat().length, part).toBeGreaterThan(0)
    for (const [place, events] of told.entries()) expect(after(events)).toEqual(changed[place])
  }
})

/** A server and the way to it, which can lose the connection, a message, or its own life. */
type Fault = 'none' | 'cut' | 'lose' | 'restart' | 'silence' | 'repeat'
const aStep = fc.record({
  events: fc.array(aFloorEvent, { maxLength: 3 }),
  fault: fc.constantFrom<Fault>('none', 'none', 'cut', 'lose', 'restart', 'silence', 'repeat'),
  milliseconds: fc.integer({ min: 0, max: 20_000 }),
})

function openRun() {
  let at = 0
  let epoch = 'a'
  let number = 0
  let floor = emptyFloor
  let isOpen = false
  let { watching } = beginWatching(at)
  const messageOf = (
    part: { kind: 'snapshot' } | { kind: 'beat' } | { kind: 'batch'; events: FloorEvent[] },
  ) => ({
    ...{ epoch, number, now: at + 500 },
    ...(part.kind === 'snapshot' ? { ...part, floor } : part),
  })
  const hear = (event: WatchingEvent): void => {
    const step = watchingAfter(watching, event)
    ;({ watching } = step)
    for (const deed of step.deeds) {
      if (deed === 'close') isOpen = false
      else if (isOpen && deed === 'ask_again') tell(messageOf({ kind: 'snapshot' }))
    }
  }
  const tell = (message: FloorMessage): void => {
    if (isOpen) hear({ kind: 'told', message, at })
  }
  return {
    pass: (milliseconds: number): void => {
      at += milliseconds
      hear({ kind: 'ticked', at })
    },
    /** The floor changes; the fault is what becomes of the news. */
    change: (events: FloorEvent[], fault: Fault): void => {
      floor = after(events, floor)
      number += 1
      const batch = messageOf({ kind: 'batch', events })
      if (fault === 'restart') {
        epoch += 'a'
        number = 0
      }
      if (fault === 'cut' || fault === 'restart') {
        isOpen = false
        hear({ kind: 'closed', at })
      } else if (fault !== 'lose' && fault !== 'silence') tell(batch)
      if (fault === 'repeat') tell(batch)
    },
    beat: (): void => {
      tell(messageOf({ kind: 'beat' }))
    },
    /** Whatever has happened: the connection is opened, or opened again. */
    recover: (): void => {
      hear({ kind: 'retry_was_due', at })
      if (isOpen) return
      if (watching.phase !== 'connecting') {
        hear({ kind: 'closed', at })
        hear({ kind: 'retry_was_due', at })
      }
      isOpen = true
      hear({ kind: 'opened', at })
      tell(messageOf({ kind: 'snapshot' }))
    },
    watching: () => watching,
    floor: () => floor,
    at: () => at,
  }
}

test('after any faults, a watcher who has recovered has the floor of the server', () => {
  fc.assert(
    fc.property(fc.array(aStep, { maxLength: 30 }), (steps) => {
      const run = openRun()
      run.recover()
      for (const { events, fault, milliseconds } of steps) {
        run.change(events, fault)
        if (fault !== 'silence') run.beat()
        run.pass(milliseconds)
        if (milliseconds % 2 === 0) run.recover()
        const { phase, held } = run.watching()
        // What looks live was confirmed a moment ago.
        if (phase === 'live') {
          expect(run.at() - (held?.heardAt ?? -Infinity)).toBeLessThanOrEqual(
            silenceMillisecondsLimit,
          )
        }
      }
      run.recover()
      run.beat()
      expect(run.watching().phase).toBe('live')
      expect(run.watching().held?.floor).toEqual(run.floor())
      expect(run.watching().held?.aheadMilliseconds).toBe(500)
    }),
    { numRuns: 1_000 },
  )
})

const phases = ['connecting', 'catching_up', 'live', 'quiet', 'waiting'] as const
const snapshot: FloorMessage = {
  ...{ kind: 'snapshot', epoch: 'a', number: 4, now: 0, floor: emptyFloor },
}
const held = { epoch: 'a', number: 4, floor: emptyFloor, heardAt: 0, aheadMilliseconds: 0 }
const batch = (number: number, epoch = 'a'): FloorMessage => ({
  ...{ kind: 'batch', epoch, number, now: 0, events: [] },
})

/** The phase after an event, for each phase in the order above; `→` a deed that goes with it. */
const table: [string, WatchingEvent, readonly string[]][] = [
  ['opened', { kind: 'opened', at: 1 }, ['catching_up', 'catching_up', 'live', 'quiet', 'waiting']],
  [
    'a snapshot',
    { kind: 'told', message: snapshot, at: 1 },
    ['connecting', 'live', 'live', 'live', 'waiting'],
  ],
  [
    'the next batch',
    { kind: 'told', message: batch(5), at: 1 },
    ['connecting', 'catching_up', 'live', 'live', 'waiting'],
  ],
  [
    'a batch after a gap',
    { kind: 'told', message: batch(6), at: 1 },
    ['connecting', 'catching_up', 'catching_up → ask_again', 'catching_up → ask_again', 'waiting'],
  ],
  [
    'a batch of another life',
    { kind: 'told', message: batch(5, 'b'), at: 1 },
    ['connecting', 'catching_up', 'catching_up → ask_again', 'catching_up → ask_again', 'waiting'],
  ],
  [
    'a long silence',
    { kind: 'ticked', at: silenceMillisecondsLimit + 1 },
    ['waiting → close', 'waiting → close', 'quiet', 'waiting → close', 'waiting'],
  ],
  ['closed', { kind: 'closed', at: 1 }, ['waiting', 'waiting', 'waiting', 'waiting', 'waiting']],
  [
    'a retry',
    { kind: 'retry_was_due', at: 1 },
    ['connecting', 'catching_up', 'live', 'quiet', 'connecting → open'],
  ],
]

test.each(table)('the machine knows what to do in every phase: %s', (_, event, expected) => {
  expect(silenceMillisecondsLimit).toBeGreaterThan(connectMillisecondsLimit)
  const said = phases.map((phase) => {
    const begun: Watching = { phase, since: 0, failures: 0, held }
    const { watching, deeds } = watchingAfter(begun, event)
    return [watching.phase, ...deeds].join(' → ')
  })
  expect(said).toEqual(expected)
})

test('attempts come later and later, up to three seconds, and spread', () => {
  expect(retryMilliseconds(1, 1)).toBe(1_000)
  expect(retryMilliseconds(1, 0)).toBe(250)
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
      const wait = retryMilliseconds(failures, random)
      expect(wait).toBeGreaterThanOrEqual(250)
      expect(wait).toBeLessThanOrEqual(3_000)
    }),
  )
})
