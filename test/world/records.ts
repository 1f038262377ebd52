import { type CallRecord, type LegRecord } from '../../shared/calls/call-record.ts'

/** The phone system that records come from unless they say otherwise. */
export const phone = 'phone'

let counter = 0

/** A call record with everything a call needs; what a test is about is said by the test. */
export function callRecord(says: Partial<CallRecord> = {}): CallRecord {
  counter += 1
  return {
    source: phone,
    externalId: `call ${counter}`,
    startedAt: '2026-02-02T09:00:00Z',
    direction: 'inbound',
    queue: 'support',
    issue: 'internet',
    customer: `+49 30 ${100_000 + counter}`,
    legs: [legRecord()],
    ...says,
  }
}

export const legRecord = (says: Partial<LegRecord> = {}): LegRecord => ({
  rep: 'ana',
  talkSeconds: 240,
  ...says,
})
