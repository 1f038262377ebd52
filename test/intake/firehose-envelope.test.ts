import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  errorMessageLimit,
  firehoseAnswer,
  firehoseRecordsLimit,
  openFirehoseEnvelope,
} from '../../server/intake/live/firehose-envelope.ts'

const open = (envelope: unknown) => openFirehoseEnvelope(JSON.stringify(envelope))
const data = (text: string) => ({ data: Buffer.from(text).toString('base64') })

describe('an envelope of Firehose', () => {
  it('gives its records, each on its own line, whatever they are', () => {
    const records = [data('{"a":1}'), data(''), data('{"b":2}{"c":3}'), { data: { d: 4 } }, {}, 7]
    expect(open({ requestId: 'r', records })).toEqual({
      ...{ requestId: 'r', problem: null },
      text: '{"a":1}\n\n{"b":2}{"c":3}\n{"d":4}\nnull\nnull\n',
    })
  })

  it.each([
    [null, null],
    [[], null],
    [{ records: [] }, null],
    [{ requestId: 'r' }, 'r'],
    [{ requestId: 'r', records: Array(firehoseRecordsLimit + 1).fill({ data: '' }) }, 'r'],
  ])('that is none says what is wrong: %#', (envelope, requestId) => {
    const opened = open(envelope)
    expect(opened).toMatchObject({ requestId, text: null })
    expect(opened.problem).toMatch(/\w.*\.$/)
  })

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        expect(openFirehoseEnvelope(body)).toHaveProperty('problem')
      }),
    )
  })
})

describe('an answer to Firehose', () => {
  it('has its number, the time and, where it failed, a message that is not too long', () => {
    expect(firehoseAnswer('r', 7)).toEqual({ requestId: 'r', timestamp: 7 })
    const failed = firehoseAnswer('r', 7, 'x'.repeat(9_000))
    expect(failed.errorMessage).toHaveLength(errorMessageLimit)
  })
})
