import fc from 'fast-check'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import { endings } from '../../shared/calls/words.ts'
import { recordOf } from '../calls/model-worlds.ts'
import { linkCalls, type ModelCall } from './model-of-linking.ts'

const hour = 3600
export const day = 24 * hour
/** Day 0 of the worlds below, in epoch seconds. */
export const dayZero = Date.parse('2026-01-05T00:00:00Z') / 1000
/** Up to here the records say they are complete: every window below has closed by then. */
export const watermarkAt = dayZero + 40 * day

export const reps = ['ana', 'bo', 'cy', 'dee', 'eli'] as const

/**
 * How often chance is asked. A failure is told at once, since each smaller example would cost a
 * second; with its seed and without `endOnFailure` one gets the smallest.
 */
export const runs = (numRuns: number) => ({ numRuns, endOnFailure: true })

/** A call of one leg, by a customer who calls about the internet. */
export const simpleCall = (
  rep: string,
  given: Pick<ModelCall, 'id' | 'startedAt'> & Partial<ModelCall>,
  handleSeconds = 300,
): ModelCall => ({
  customer: given.id,
  issue: 'net',
  direction: 'inbound',
  legs: [{ rep, handleSeconds, ending: 'completed', neutral: false }],
  ...given,
})

const everydayCall = (_: unknown, place: number): ModelCall => {
  const isReturn = place % 4 === 3
  const first = isReturn ? place - 1 : place
  const startedAt = dayZero + [0, 1, 2, 7, 8][first % 5]! * day + ((first * 13) % 21) * hour
  const rep = reps[(place * 3 + Math.floor(place / 4)) % 5]!
  const facts = {
    id: `b${place}`,
    customer: `customer ${first}`,
    issue: first % 3 === 0 ? 'bill' : 'net',
    startedAt: startedAt + (isReturn ? (place % 8 === 7 ? 5 : 26) * hour : 0),
  }
  return simpleCall(rep, facts, 60 + ((place * 97) % 700))
}

/** A call at some days and hours, by a customer of several calls. */
const edgeCall = (rep: string, customer: string, days: number, hours: number, seconds: number) =>
  simpleCall(
    rep,
    { id: `${customer} ${days}`, customer, startedAt: dayZero + days * day + hours * hour },
    seconds,
  )

/**
 * What every world holds besides what chance brings: enough calls of five reps for them to be
 * compared, of which every fourth is a return; returns after exactly a week, after ten minutes
 * more and after exactly a day; and a third call that ends a chain.
 */
export const backdrop: readonly ModelCall[] = [
  ...Array.from({ length: 92 }, everydayCall),
  edgeCall('ana', 'a week', 1, 8, 200),
  edgeCall('bo', 'a week', 8, 8, 300),
  ...reps.flatMap((rep, place) => [
    edgeCall(rep, `over a week ${place}`, 1, 10 + place, 240),
    edgeCall(reps[(place + 1) % 5]!, `over a week ${place}`, 8, 10 + place + 1 / 6, 240),
  ]),
  edgeCall('cy', 'a day', 7, 11, 250),
  { ...edgeCall('dee', 'a day', 8, 11, 350), issue: 'bill' },
  edgeCall('ana', 'thrice', 0, 9, 20),
  edgeCall('bo', 'thrice', 2, 9, 25),
  edgeCall('cy', 'thrice', 8, 7, 1680),
]

const leg = (rep: string): fc.Arbitrary<ModelCall['legs'][number]> =>
  fc.record({
    rep: fc.constant(rep),
    handleSeconds: fc.integer({ min: 0, max: 5000 }),
    ending: fc.option(fc.constantFrom(...endings)),
    neutral: fc.constantFrom(false, false, false, true),
  })

/**
 * Days on which calls begin: eight with those of the backdrop, which are summed up in one go; a
 * week apart, so that windows just close.
 */
const daysOfCalls = [0, 1, 2, 3, 7, 8, 9, 14]

const callFacts = fc.record({
  customer: fc.constantFrom('A', 'A', 'B', 'B', 'C', 'D', null),
  issue: fc.constantFrom('net', 'net', 'net', 'bill', null),
  startedAt: fc
    .tuple(fc.constantFrom(...daysOfCalls), fc.constantFrom(0, 9, 10, 15, 23))
    .map(([days, hours]) => dayZero + days * day + hours * hour),
  direction: fc.constantFrom('inbound', 'inbound', 'inbound', 'inbound', 'outbound', 'internal'),
  legs: fc
    .tuple(fc.shuffledSubarray([...reps], { maxLength: 3 }), fc.boolean())
    .chain(([some, isOne]): fc.Arbitrary<ModelCall['legs'][number][]> => {
      const [first = 'ana'] = some
      return fc.tuple(...(isOne ? [first] : some).map(leg))
    }),
}) satisfies fc.Arbitrary<Omit<ModelCall, 'id'>>

/** Calls that chance brings, each with an id of its own. */
export const chanceCalls = (size: { min: number; max: number }): fc.Arbitrary<ModelCall[]> =>
  fc
    .array(callFacts, { minLength: size.min, maxLength: size.max })
    .map((calls) => calls.map((call, place) => ({ ...call, id: `k${place}` })))

/** Legs that count as resolved, as `call/leg`. */
export function resolvedLegs(calls: readonly ModelCall[]): Set<string> {
  const linked = linkCalls(calls, { window: 7 * day, watermarkAt }).calls
  const legs = [...linked.values()].flatMap((call) => call.legs)
  return new Set(legs.filter(({ y }) => y === 1).map(({ callId, leg: no }) => `${callId}/${no}`))
}

/** Records as first delivered; what comes with a higher version corrects them. */
export const recordsOf = (calls: readonly ModelCall[], version = 1): CallRecord[] =>
  calls.map((call) => recordOf(call, { version }))
