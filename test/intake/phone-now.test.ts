import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import { readBytes, recordsOf } from './reading.ts'

const file = '../shared/data/phonenow/Call-Center-Dataset.csv'
const isMissing = !existsSync(file)
if (isMissing) console.warn(`Skipped: ${file} is missing.`)

const mapping: unknown = JSON.parse(readFileSync('docs/mappings/phone-now.json', 'utf8'))

describe.skipIf(isMissing)('the PhoneNow export', () => {
  let calls: CallRecord[] = []

  beforeAll(async () => {
    const { lines, stop } = await readBytes(mapping, createReadStream(file))
    expect(stop).toBeNull()
    calls = recordsOf(lines)
  })

  const count = (has: (call: CallRecord) => boolean) => calls.filter(has).length

  it('accepts all of its 5,000 rows', () => {
    expect(calls.length).toBe(5_000)
    expect(count(({ legs }) => legs.length === 1)).toBe(4_054)
    expect(count(({ abandoned }) => abandoned === true)).toBe(946)
  })

  it('takes a resolution only from calls somebody answered', () => {
    expect(count((call) => call.declaredResolution === 'resolved')).toBe(3_646)
    expect(count((call) => call.declaredResolution === 'not_resolved')).toBe(408)
    expect(count((call) => call.declaredResolution === null)).toBe(946)
    expect(count((call) => call.abandoned === true && call.declaredResolution !== null)).toBe(0)
  })

  it('reads its first row', () => {
    expect(calls[0]).toMatchObject({
      externalId: 'ID0001',
      startedAt: '2021-01-01T09:12:58Z',
      answeredAt: '2021-01-01T09:14:47Z',
      endedAt: '2021-01-01T09:17:10Z',
      queue: 'Contract related',
      customer: null,
      queueSeconds: 109,
      csat: { score: 3, min: 1, max: 5 },
      legs: [{ rep: 'Diane', talkSeconds: 143, endedAt: '2021-01-01T09:17:10Z' }],
    })
  })

  it('reads an unanswered call without a rep, a time or a rating', () => {
    expect(calls[5]).toMatchObject({
      externalId: 'ID0006',
      abandoned: true,
      answeredAt: null,
      endedAt: null,
      queueSeconds: null,
      csat: null,
      legs: [],
    })
  })
})
