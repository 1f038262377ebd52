import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { threeCxV20 } from '../../../server/intake/adapters/3cx-v20.ts'
import { readWhole } from '../../../server/intake/adapters/read-whole.ts'
import { csvOf, segment, segmentColumns } from './3cx-segments.ts'
import { holdsForAnyText, readPieces, settingsWith } from './adapter-property.ts'
import { isMissing, sampleBytes, sampleText } from './sample-file.ts'

const file = '3cx/v20-cdroutput.two-calls.csv'

describe.skipIf(isMissing)('two calls of February 2026', () => {
  const whole = () => readWhole(threeCxV20, sampleBytes(file), settingsWith())
  const call = async (end: string) =>
    (await whole()).records.find(({ record }) => record.externalId.endsWith(end))?.record

  it('are told by 50 rows, each accounted for', async () => {
    expect(threeCxV20.recognizes(sampleText(file))).toBe(true)
    const { records, joined, read, problems, ignoredByRule, stop } = await whole()
    expect({ records: records.length, joined, read, problems, ignoredByRule, stop }).toEqual({
      ...{ records: 2, joined: 48, read: 50, problems: [], ignoredByRule: {}, stop: null },
    })
  })

  it('the first goes through three queues to three reps; the last one hung up', async () => {
    const record = await call('0ef0')
    expect(record).toMatchObject({
      ...{ direction: 'inbound', customer: '+41000000001', queue: '900', abandoned: false },
      ...{ startedAt: '2026-02-10T08:41:57.554Z', answeredAt: '2026-02-10T08:42:04.608Z' },
      ...{ endedAt: '2026-02-10T08:46:41.836Z', queueSeconds: 7, ivrSeconds: 1 },
      legs: [
        { rep: '100', queue: '900', talkSeconds: 57, ringSeconds: 6, ending: 'blind_transfer' },
        { rep: '139', queue: '993', talkSeconds: 54, ringSeconds: 14, ending: 'blind_transfer' },
        { rep: '162', queue: '993', talkSeconds: 121, ringSeconds: 14, ending: 'completed' },
      ],
    })
    expect(record?.legs.map(({ endedBy }) => endedBy)).toEqual([null, null, 'rep'])
    expect(record?.legs.every((leg) => leg.talkIncludesHold && leg.holdSeconds === null)).toBe(true)
    const waits = record!.legs
      .slice(1)
      .map((leg, place) => Date.parse(leg.answeredAt!) - Date.parse(record!.legs[place]!.endedAt!))
    expect(waits).toEqual([15_111, 29_360])
  })

  it('phones that rang meanwhile are offers; one that was diverted at once is none', async () => {
    const offers = (await call('0ef0'))?.offers ?? []
    expect(offers.length).toBe(13)
    expect(offers.filter(({ result }) => result === 'busy')).toMatchObject([
      { rep: '163', ringSeconds: 2 },
      { rep: '162', ringSeconds: 12 },
    ])
  })

  it('the second ends in a voicemail, which is nobody', async () => {
    expect(await call('21e7')).toMatchObject({
      ...{ queue: '958', queueSeconds: 214, ivrSeconds: 1, endedAt: '2026-02-04T14:27:14.783Z' },
      legs: [
        { rep: '355', queue: '958', talkSeconds: 100, ending: 'blind_transfer' },
        { rep: '139', queue: '993', talkSeconds: 80, ending: 'blind_transfer' },
      ],
    })
    expect((await call('21e7'))?.offers).toContainEqual({
      ...{ rep: '163', queue: '993', ringSeconds: 16, result: 'no_answer' },
    })
  })

  it('are the same in any order of their rows', async () => {
    const [header, ...rows] = sampleText(file).trimEnd().split('\n')
    const expected = (await whole()).records.map(({ record }) => record)
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (some) => {
        const text = [header, ...some].join('\n')
        const { lines } = readPieces(threeCxV20, [text], settingsWith())
        const records = lines.flatMap(({ outcome }) =>
          outcome.kind === 'record' ? [outcome.record] : [],
        )
        expect(records).toHaveLength(2)
        for (const record of expected) expect(records).toContainEqual(record)
      }),
      { numRuns: 20 },
    )
  })

  it('any damage of them has an outcome for each row, the same in any pieces', () => {
    holdsForAnyText(threeCxV20, [sampleText(file)], settingsWith(), { numbered: false, runs: 60 })
  })
})

const outcomesOf = (rows: Parameters<typeof csvOf>[0], changes = {}) =>
  readPieces(threeCxV20, [csvOf(rows)], settingsWith(changes)).lines.map(({ outcome }) => outcome)
const recordOf = (rows: Parameters<typeof csvOf>[0], changes = {}) => {
  const record = outcomesOf(rows, changes).find((outcome) => outcome.kind === 'record')
  return record?.record
}
const customer = 'external_line +4930555001'
const begin = segment('a', `${customer} > inbound_routing +4930999`, '0 - 0.5', {
  ...{ creation_method: 'call_init', termination_reason: 'redirected', continued_in_cdr_id: 'q' },
  destination_participant_phone_number: '+4930999',
})
const queue = segment('q', `${customer} > queue 800`, '0.5 1 10', {
  ...{ base_cdr_id: 'a', continued_in_cdr_id: 'b' },
})
const talk = segment('b', `${customer} > extension 100`, '4 10 70', {
  ...{ base_cdr_id: 'q', termination_reason: 'src_participant_terminated' },
})

describe('a call of 3CX', () => {
  it('that one rep takes out of a queue', () => {
    expect(recordOf([begin, queue, talk])).toMatchObject({
      ...{ externalId: 'call-1', version: 3, queueSeconds: 10, ivrSeconds: null, offers: [] },
      legs: [{ rep: '100', queue: '800', ringSeconds: 6, talkSeconds: 60, endedBy: 'customer' }],
    })
  })

  it('that a rep takes before the queue’s row ends', () => {
    const late = { ...queue, cdr_ended_at: talk['cdr_ended_at']! }
    expect(recordOf([begin, late, talk])?.queueSeconds).toBe(10)
  })

  it('that is given up in the queue', () => {
    const left = { termination_reason: 'src_participant_terminated', continued_in_cdr_id: '' }
    const rang = segment('b', `${customer} > extension 100`, '4 - 9.4', {
      ...{ base_cdr_id: 'q', termination_reason: 'cancelled', termination_reason_details: '' },
    })
    const gone = { ...queue, ...left, cdr_ended_at: rang['cdr_ended_at']! }
    expect(recordOf([begin, gone, rang])).toMatchObject({
      ...{ abandoned: true, answeredAt: null, queueSeconds: 9, legs: [] },
      offers: [{ rep: '100', ringSeconds: 5, result: 'caller_left' }],
    })
  })

  it('that a voicemail or somebody outside takes out of the queue was not given up', () => {
    for (const taker of ['voicemail 800', 'external_line +4940777']) {
      const on = segment('c', `${customer} > ${taker}`, '10 10 30', {
        ...{ base_cdr_id: 'q', termination_reason: 'src_participant_terminated' },
      })
      const left = { ...queue, continued_in_cdr_id: 'c' }
      expect(recordOf([begin, left, on])).toMatchObject({ abandoned: false, legs: [] })
    }
  })

  it('that goes out, within the house, or to nobody', () => {
    const out = segment('a', `extension 100 > ${customer}`, '0 8 68', {
      ...{ creation_method: 'call_init', termination_reason: 'dst_participant_terminated' },
    })
    expect(recordOf([out])).toMatchObject({
      ...{ direction: 'outbound', customer: '+4930555001', queueSeconds: null },
      legs: [{ rep: '100', ringSeconds: 8, talkSeconds: 60, endedBy: 'customer' }],
    })
    const house = segment('a', 'extension 100 > extension 101', '0 8 68', {
      ...{ creation_method: 'call_init', termination_reason: 'src_participant_terminated' },
    })
    expect(recordOf([house])).toMatchObject({
      ...{ direction: 'internal', customer: null, abandoned: false },
      legs: [{ rep: '101', talkSeconds: 60 }],
    })
  })

  it('of a hidden caller has no customer', () => {
    const hidden = [begin, queue, talk].map((row) => ({
      ...row,
      source_participant_phone_number: 'anonymous',
    }))
    expect(recordOf(hidden)?.customer).toBeNull()
  })

  const handedOn = { ...talk, termination_reason: 'continued_in', continued_in_cdr_id: 'c' }
  const next = (method: string) =>
    segment('c', `${customer} > extension 101`, '70 75 90', {
      ...{ base_cdr_id: 'b', creation_method: method },
      termination_reason: 'dst_participant_terminated',
    })

  it('that is handed on without a word', () => {
    expect(recordOf([begin, queue, handedOn, next('transfer')])?.legs).toMatchObject([
      { rep: '100', ending: 'blind_transfer', endedBy: null },
      { rep: '101', ending: 'completed', endedBy: 'rep', queue: null },
    ])
  })

  it('that is handed on after asking, where the question is no leg', () => {
    const asked = segment('x', 'extension 100 > extension 101', '50 55 70', {
      ...{ creation_method: 'call_init', call_history_id: 'call-2' },
      termination_reason: 'dst_participant_terminated',
    })
    expect(recordOf([begin, queue, handedOn, asked, next('transfer')])?.legs).toMatchObject([
      { rep: '100', ending: 'attended_transfer' },
      { rep: '101', ending: 'completed' },
    ])
    expect(recordOf([begin, queue, handedOn, next('join')])?.legs[0]?.ending).toBe(
      'attended_transfer',
    )
  })

  it('has its legs in the order of their answers, not of the first ring', () => {
    const rang = segment('c', `${customer} > extension 101`, '2 75 90', {
      ...{ base_cdr_id: 'b', creation_method: 'transfer' },
      termination_reason: 'dst_participant_terminated',
    })
    const record = recordOf([begin, queue, handedOn, rang])
    expect(record?.legs.map(({ rep }) => rep)).toEqual(['100', '101'])
    expect(record?.answeredAt).toBe('2026-02-10T09:00:10Z')
  })

  it('that was parked and taken up again was not handed on', () => {
    const again = { ...next('transfer'), destination_dn_number: '100' }
    expect(recordOf([begin, queue, handedOn, again])?.legs).toMatchObject([
      { rep: '100', ending: null },
      { rep: '100', ending: 'completed' },
    ])
  })

  it('in which a supervisor listens has no leg of theirs', () => {
    const listens = segment('z', `${customer} > extension 900`, '20 20 70', {
      ...{ creation_method: 'barge_in_listen', termination_reason: 'dst_participant_terminated' },
      base_cdr_id: 'b',
    })
    expect(recordOf([begin, queue, talk, listens])?.legs).toHaveLength(1)
  })

  it('has names and issues as the site has chosen', () => {
    const names = { reps: 'name', queues: 'name', issue: 'did' }
    expect(recordOf([begin, queue, talk], { names })).toMatchObject({
      ...{ queue: 'Name of 800', issue: '+4930999' },
      legs: [{ rep: 'Name of 100', queue: 'Name of 800' }],
    })
    expect(recordOf([begin, queue, talk], { names: { issue: 'queue' } })?.issue).toBe('800')
    expect(recordOf([begin, queue, talk])?.issue).toBeNull()
  })

  it('keeps as many offers as a record may have', () => {
    const many = Array.from({ length: 250 }, (_, place) =>
      segment(`o${place}`, `${customer} > extension 102`, '2 - 4', {
        ...{ base_cdr_id: 'q', termination_reason: 'cancelled' },
      }),
    )
    expect(recordOf([begin, queue, talk, ...many])?.offers).toHaveLength(200)
  })
})

describe('rows of 3CX', () => {
  it('that come twice are told once', () => {
    const kinds = outcomesOf([begin, queue, talk, begin, queue, talk]).map(({ kind }) => kind)
    expect(kinds).toEqual(['joined', 'joined', 'joined', 'joined', 'joined', 'record'])
    expect(recordOf([begin, queue, talk, talk])).toEqual(recordOf([begin, queue, talk]))
  })

  it('of a call that goes on, or goes on elsewhere, wait', () => {
    const open = { kind: 'ignored', rule: 'still_open' }
    expect(outcomesOf([begin, queue])).toEqual([open, open])
    expect(outcomesOf([begin, queue, { ...talk, cdr_ended_at: '' }])).toEqual([open, open, open])
  })

  it('of a call that began in another export are no call', () => {
    expect(outcomesOf([talk])).toEqual([{ kind: 'ignored', rule: 'beginning_missing' }])
  })

  it.each([
    ['cdr_id', '', 'externalId'],
    ['cdr_started_at', '', 'startedAt'],
    ['cdr_started_at', 'yesterday', 'startedAt'],
    ['cdr_answered_at', '10:00', 'answeredAt'],
    ['cdr_ended_at', '2026-02-30 10:00:00+00', 'endedAt'],
  ])('whose %s is "%s" are refused', (column, text, field) => {
    expect(outcomesOf([{ ...talk, [column]: text }])[0]).toMatchObject({ kind: 'refused', field })
  })

  it('without a call are refused', () => {
    const nameless = { ...talk, call_history_id: '', main_call_history_id: '' }
    expect(outcomesOf([nameless])[0]).toMatchObject({ kind: 'refused', field: 'externalId' })
  })

  it('without an offset need the source’s zone', () => {
    const local = [begin, queue, talk].map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, cell]) => [name, cell.replace(/\+00$/, '')]),
      ),
    )
    expect(outcomesOf(local)[0]).toMatchObject({ kind: 'refused', field: 'startedAt' })
    expect(recordOf(local, { timeZone: 'Europe/Zurich' })?.startedAt).toBe('2026-02-10T08:00:00Z')
  })

  it('may have their columns in any order, but must have them', () => {
    const turned = csvOf([begin, queue, talk], segmentColumns.toReversed())
    const { lines } = readPieces(threeCxV20, [turned], settingsWith())
    expect(lines.at(-1)?.outcome.kind).toBe('record')
    const { stop } = readPieces(threeCxV20, [csvOf([], segmentColumns.slice(1))], settingsWith())
    expect(stop).toMatchObject({ reason: 'columns_missing', lineNumber: 1 })
    expect(stop?.message).toContain('cdr_id')
  })
})
