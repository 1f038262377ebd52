import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWords } from '../../server/floor/fold-words.ts'
import { checkPresenceEvent } from '../../shared/floor/check-presence-event.ts'
import {
  countFloor,
  lineMillisecondsLimit,
  repMillisecondsLimit,
  sourceMillisecondsLimit,
} from '../../shared/floor/count-floor.ts'
import { repWord } from '../../server/intake/presence/presence-words.ts'
import {
  aheadMillisecondsLimit,
  type LinePresence,
  type RepPresence,
} from '../../shared/floor/presence.ts'
import { repStates } from '../../shared/floor/words.ts'

const now = Date.parse('2026-03-02T09:00:00Z')
const aName = fc.constantFrom('ana', 'ben', '__proto__')
const aQueue = fc.constantFrom('Billing', 'constructor')

const aRepWord: fc.Arbitrary<RepPresence> = fc.record({
  source: fc.constantFrom('one', 'two'),
  rep: aName,
  state: fc.constantFrom(...repStates),
  reason: fc.constantFrom(null, 'lunch'),
  queue: fc.option(aQueue),
  call: fc.constantFrom(null, 'c1', 'c2'),
  at: fc.integer({ min: now - 5, max: now }),
})

const keyOf = ({ source, rep }: RepPresence) => `${source} ${rep}`
const heldAfter = (words: readonly RepPresence[]) => {
  // In two deliveries, of which the second knows what came of the first.
  const half = Math.floor(words.length / 2)
  const first = foldWords([], words.slice(0, half), keyOf, repStates).changed
  const second = foldWords(first, words.slice(half), keyOf, repStates).changed
  const held = new Map([...first, ...second].map((word) => [keyOf(word), word]))
  return [...held.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

test('words that come late, twice or in another order come to the same', () => {
  const shuffled = fc.array(aRepWord, { minLength: 1, maxLength: 12 }).chain((words) =>
    fc.tuple(
      fc.constant(words),
      fc.shuffledSubarray([...words, ...words], {
        minLength: words.length * 2,
        maxLength: words.length * 2,
      }),
    ),
  )
  fc.assert(
    fc.property(shuffled, ([words, again]) => {
      expect(heldAfter(again)).toEqual(heldAfter(words))
    }),
    { numRuns: 500 },
  )
})

test('what lies ahead of the clock is refused, but for what clocks differ by', () => {
  const said = (at: number) =>
    checkPresenceEvent({ kind: 'alive', source: 'one', at: new Date(at).toISOString() }, now)
      .problem
  expect(said(now + aheadMillisecondsLimit)).toBeNull()
  expect(said(now + aheadMillisecondsLimit + 1)).toMatchObject({ field: 'at' })
})

test('of a phone system whose clock is ahead, a word holds from when it was heard', () => {
  const settings = { source: 'one', now }
  const word = { rep: 'ana', state: 'talking' as const, at: now + 7_200_000 }
  const [event] = repWord(word, settings)
  expect(event?.at).toBe(new Date(now).toISOString())
})

test('a word is news once', () => {
  const word: RepPresence = {
    ...{ source: 'one', rep: 'ana', state: 'talking', reason: null, queue: null, call: null },
    at: now,
  }
  expect(foldWords([], [word, word], keyOf, repStates).accepted).toBe(1)
  expect(foldWords([word], [{ ...word }], keyOf, repStates).changed).toEqual([])
  const earlier = { ...word, state: 'available' as const, at: now - 1 }
  expect(foldWords([word], [earlier], keyOf, repStates).accepted).toBe(0)
})

const line = (says: Partial<LinePresence>): LinePresence => ({
  ...{ source: 'one', call: 'c1', state: 'waiting', queue: 'Billing', customerKey: null, at: now },
  ...says,
})
const rep = (says: Partial<RepPresence>): RepPresence => ({
  ...{ source: 'one', rep: 'ana', state: 'available', reason: null, queue: null, call: null },
  at: now,
  ...says,
})
const sources = new Map([['one', now]])

test('a queue says who waits, since when, and who is being helped', () => {
  const counted = countFloor(
    {
      lines: [
        line({ call: 'c1', at: now - 30_000 }),
        line({ call: 'c2', at: now - 90_000 }),
        line({ call: 'c3', state: 'answered' }),
      ],
      reps: [
        rep({ state: 'talking', queue: 'Billing' }),
        rep({ rep: 'ben', state: 'holding', queue: 'Billing' }),
        rep({ rep: 'cy', state: 'away' }),
        rep({ rep: 'dee', state: 'signed_out' }),
      ],
      sources,
    },
    now,
  )
  expect(counted.queues).toEqual({
    Billing: { waiting: 2, waitingSince: now - 90_000, helped: 2 },
  })
  expect(counted.people).toEqual({
    ...{ available: 0, ringing: 0, onCall: 1, onHold: 1, inWrapUp: 0, away: 1, notHeardOf: 0 },
  })
})

test('what a source said that is not heard of any more is not counted as now', () => {
  const late = now + sourceMillisecondsLimit + 1
  const told = { lines: [line({})], reps: [rep({ state: 'talking', queue: 'Billing' })], sources }
  expect(countFloor(told, now + sourceMillisecondsLimit).queues['Billing']?.helped).toBe(1)
  expect(countFloor(told, late)).toEqual({
    queues: {},
    people: expect.objectContaining({ onCall: 0, notHeardOf: 1 }) as unknown,
  })
})

test('a state whose end was lost times out', () => {
  const alive = (at: number) => new Map([['one', at]])
  const waited = now + lineMillisecondsLimit + 1
  expect(
    countFloor({ lines: [line({})], reps: [], sources: alive(waited) }, waited).queues,
  ).toEqual({})
  const talked = now + repMillisecondsLimit + 1
  const { people } = countFloor(
    { lines: [], reps: [rep({ state: 'talking' })], sources: alive(talked) },
    talked,
  )
  expect(people.notHeardOf).toBe(1)
})

test.each([
  [{ kind: 'dance' }, 'kind'],
  [null, 'kind'],
  [{ kind: 'rep', source: 'one', at: '2026-03-02T09:00:00Z', rep: 'ana' }, 'state'],
  [{ kind: 'rep', source: 'one', at: 'soon', rep: 'ana', state: 'away' }, 'at'],
  [{ kind: 'alive', source: 'one', at: '2026-03-04T09:00:00Z' }, 'at'],
  [{ kind: 'alive', source: 'one', at: '0000-01-01T00:00:00Z' }, 'at'],
  [{ kind: 'alive', source: 'o\u0000ne', at: '2026-03-02T09:00:00Z' }, 'source'],
  [{ kind: 'alive', source: 'one', at: '2026-03-02T09:00:00Z', mood: 1 }, 'mood'],
  [
    {
      kind: 'call',
      source: 'one',
      at: '2026-03-02T09:00:00Z',
      call: '',
      state: 'waiting',
      queue: 'q',
    },
    'call',
  ],
])('an event that cannot be read is refused by its field: %j', (event, field) => {
  const { problem } = checkPresenceEvent(event, now)
  expect(problem?.field).toBe(field)
  expect(problem?.message).toMatch(/^\w.{8,}\.$/)
})
