import fc from 'fast-check'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import { endings } from '../../shared/calls/words.ts'
import { type ModelCall } from '../balance/model-of-linking.ts'
import { callRecord, legRecord } from '../world/records.ts'

const hour = 3600
/** Day 0 of the worlds below. */
export const dayZero = Date.parse('2026-01-05T00:00:00Z') / 1000

const leg = (rep: string): fc.Arbitrary<ModelCall['legs'][number]> =>
  fc.record({
    rep: fc.constant(rep),
    handleSeconds: fc.integer({ min: 0, max: 5000 }),
    ending: fc.option(fc.constantFrom(...endings)),
    neutral: fc.boolean(),
  })

/** Facts of one call. Starts fall on whole hours, so that a return after exactly 7 days occurs. */
export const callFacts: fc.Arbitrary<Omit<ModelCall, 'id'>> = fc.record({
  customer: fc.constantFrom('A', 'A', 'B', 'C', null),
  issue: fc.constantFrom('net', 'net', 'bill', null),
  startedAt: fc.integer({ min: 0, max: 45 * 24 }).map((hours) => dayZero + hours * hour),
  direction: fc.constantFrom('inbound', 'inbound', 'inbound', 'outbound', 'internal'),
  legs: fc
    .subarray(['ana', 'bo', 'cy'])
    .chain((reps): fc.Arbitrary<ModelCall['legs'][number][]> => fc.tuple(...reps.map(leg))),
})

/** Calls of a small center over six weeks, each with an id of its own. */
export const modelWorld = (size: { min: number; max: number }): fc.Arbitrary<ModelCall[]> =>
  fc
    .array(callFacts, { minLength: size.min, maxLength: size.max })
    .map((calls) => calls.map((call, place) => ({ ...call, id: `k${place}` })))

const instant = (seconds: number): string => new Date(seconds * 1000).toISOString()
const longest = ({ legs }: ModelCall): number =>
  Math.max(0, ...legs.map((leg) => leg.handleSeconds))

/** The record by which a phone system would deliver a call of the model. */
export const recordOf = (call: ModelCall, says: Partial<CallRecord> = {}): CallRecord =>
  callRecord({
    ...{ externalId: call.id, customer: call.customer, issue: call.issue },
    startedAt: instant(call.startedAt),
    endedAt: instant(call.startedAt + 20 + longest(call)),
    direction: call.direction,
    legs: call.legs.map(({ rep, handleSeconds, ending, neutral }) =>
      legRecord({ rep, talkSeconds: handleSeconds, ending, neutral }),
    ),
    ...says,
  })
