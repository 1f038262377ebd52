import fc from 'fast-check'
import { type CallRecord, type LegRecord } from '../../shared/calls/call-record.ts'

type Durations = Pick<LegRecord, 'talkSeconds' | 'holdSeconds' | 'wrapSeconds' | 'ringSeconds'>

/** Anything a leg may take: a moment, hours, more than can be true, or nobody knows. */
const seconds = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 20_000 }),
  fc.constant(null),
)

/** Durations for legs, dealt out again from the first when all are used. */
export const anyDurations: fc.Arbitrary<Durations[]> = fc.array(
  fc.record({
    talkSeconds: seconds,
    holdSeconds: seconds,
    wrapSeconds: seconds,
    ringSeconds: seconds,
  }),
  { minLength: 40, maxLength: 40 },
)

type Chosen = (leg: LegRecord, record: CallRecord, legNo: number) => boolean

/** Corrections of records in which the chosen legs take other times, and calls end later. */
export function withDurations(
  records: readonly CallRecord[],
  durations: readonly Durations[],
  chosen: Chosen = () => true,
): CallRecord[] {
  let next = 0
  const anotherOf = (leg: LegRecord): LegRecord => {
    next += 1
    return { ...leg, ...durations[next % durations.length] }
  }
  return records.flatMap((record) => {
    const legs = record.legs.map((leg, legNo) =>
      chosen(leg, record, legNo) ? anotherOf(leg) : leg,
    )
    if (legs.every((leg, legNo) => leg === record.legs[legNo])) return []
    const taken = legs.reduce((sum, leg) => sum + (leg.talkSeconds ?? 0), 60)
    const endedAt = new Date(Date.parse(record.startedAt) + taken * 1000).toISOString()
    return [{ ...record, version: (record.version ?? 0) + 1, legs, endedAt }]
  })
}
