import { describe, expect, it } from 'vitest'
import { freeswitchCsv } from '../../../server/intake/adapters/freeswitch-csv.ts'
import { readWhole } from '../../../server/intake/adapters/read-whole.ts'
import { holdsForAnyText, readPieces, settingsWith } from './adapter-property.ts'
import { isMissing, sampleBytes, sampleText } from './sample-file.ts'

const legs = 'freeswitch/cdr_csv-two-legs.rpi-maker.csv'
const resaved = 'freeswitch/cdr_csv-Master.csv'
const zone = { timeZone: 'Asia/Seoul' }

describe.skipIf(isMissing)('rows of real switches', () => {
  it('two rows of one call: rang 5 seconds, talked 4, not 9', async () => {
    expect(freeswitchCsv.recognizes(sampleText(legs))).toBe(true)
    const whole = await readWhole(freeswitchCsv, sampleBytes(legs), settingsWith(zone))
    expect(whole).toMatchObject({ read: 2, joined: 1, problems: [] })
    expect(whole.records[0]?.record).toMatchObject({
      ...{ externalId: 'd26a29f9-60e7-4df5-9eed-e42bac8c7096', version: 2, direction: 'inbound' },
      ...{ startedAt: '2023-10-10T23:43:13Z', answeredAt: '2023-10-10T23:43:18Z' },
      ...{ endedAt: '2023-10-10T23:43:22Z', customer: '19083426', abandoned: false },
      legs: [{ rep: '1001', ringSeconds: 5, talkSeconds: 4, talkIncludesHold: true }],
    })
  })

  it('need a zone', async () => {
    const whole = await readWhole(freeswitchCsv, sampleBytes(legs), settingsWith())
    expect(whole.problems).toMatchObject([{ field: 'startedAt' }, { field: 'startedAt' }])
  })

  it('that a spreadsheet robbed of their seconds are refused, each with its line', async () => {
    expect(freeswitchCsv.recognizes(sampleText(resaved))).toBe(true)
    const whole = await readWhole(freeswitchCsv, sampleBytes(resaved), settingsWith(zone))
    expect(whole).toMatchObject({ read: 10, records: [], joined: 0, ignoredByRule: {}, stop: null })
    expect(whole.problems.map(({ lineNumber }) => lineNumber)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ])
    for (const { field, message } of whole.problems) {
      expect({ field, message }).toEqual({
        field: 'startedAt',
        message: expect.stringContaining('Import the file that FreeSWITCH wrote.') as string,
      })
    }
  })

  it('any damage of them has an outcome for each row, the same in any pieces', () => {
    const texts = [sampleText(legs), sampleText(resaved)]
    holdsForAnyText(freeswitchCsv, texts, settingsWith(zone), { numbered: false })
  })
})

const a = '11111111-1111-1111-1111-111111111111'
const b = '22222222-2222-2222-2222-222222222222'

/** A row: who called whom in which context, from when to when, and the channel bridged to. */
const row = (parties: string, times: string, uuid: string, other = '', name = 'Ann') => {
  const [caller = '', dialled = '', context = ''] = parties.split(' ')
  const stamps = times.split(' ').map((time) => (time === '-' ? '' : `2026-02-10 ${time}`))
  return [
    ...[name, caller, dialled, context, ...stamps, '60', '50', 'NORMAL_CLEARING', uuid, other],
    ...['', 'PCMA', 'PCMA'],
  ]
    .map((cell) => `"${cell}"`)
    .join(',')
}
const caller = row('+4930555001 800 public', '09:00:00 09:00:00 09:01:10', a, b)
const called = row('+4930555001 1001 default', '09:00:04 09:00:10 09:01:10', b)
const outcomesOf = (rows: readonly string[], changes = {}) =>
  readPieces(
    freeswitchCsv,
    [`${rows.join('\n')}\n`],
    settingsWith({ timeZone: 'UTC', ...changes }),
  ).lines.map(({ outcome }) => outcome)
const recordOf = (rows: readonly string[], changes = {}) =>
  outcomesOf(rows, changes).find((outcome) => outcome.kind === 'record')?.record

describe('rows of mod_cdr_csv', () => {
  it('of both sides of a call are one call, in any order', () => {
    expect(recordOf([called, caller])).toEqual(recordOf([caller, called]))
    expect(recordOf([caller, called])).toMatchObject({
      ...{ externalId: a, version: 2, customer: '+4930555001' },
      legs: [{ rep: '1001', ringSeconds: 6, talkSeconds: 60 }],
    })
  })

  it('that come again are the same call', () => {
    const kinds = outcomesOf([caller, called, called, called]).map(({ kind }) => kind)
    expect(kinds).toEqual(['joined', 'joined', 'joined', 'record'])
    expect(recordOf([caller, called, called])).toEqual(recordOf([caller, called]))
  })

  it('of the caller alone don’t tell who answered', () => {
    expect(outcomesOf([caller])).toMatchObject([{ kind: 'refused', field: 'legs', externalId: a }])
  })

  it('of the called side alone don’t tell who called', () => {
    const made = row('1001 1001 default', '09:00:04 09:00:10 09:01:10', b, '', 'Outbound Call')
    expect(outcomesOf([made])).toEqual([{ kind: 'ignored', rule: 'caller_leg_missing' }])
  })

  it('of a call that went out are the rep’s who called', () => {
    const out = row('1001 +4930777 default', '09:00:00 09:00:10 09:01:10', a, b)
    expect(recordOf([out])).toMatchObject({
      ...{ direction: 'outbound', customer: '+4930777' },
      legs: [{ rep: '1001', ringSeconds: 10, talkSeconds: 60 }],
    })
  })

  it('of a call within the house are internal', () => {
    const inside = row('1001 1002 default', '09:00:00 09:00:10 09:01:10', a, b)
    expect(recordOf([inside])).toMatchObject({ direction: 'internal', customer: null })
  })

  it('of a call that was bridged to nobody have no leg, though the switch answered', () => {
    const voicemail = row('+4930555001 1001 public', '09:00:00 09:00:10 09:01:10', a)
    expect(recordOf([voicemail])).toMatchObject({ legs: [], abandoned: true, answeredAt: null })
    const echo = row('1001 9196 default', '09:00:00 09:00:10 09:01:10', a)
    expect(recordOf([echo])).toMatchObject({ direction: 'internal', legs: [] })
  })

  it('that don’t tell in which direction the call went are refused', () => {
    const odd = row('+4930555001 & default', '09:00:00 09:00:10 09:01:10', a)
    const long = row('+4930555001 4930999999 telco', '09:00:00 - 09:01:10', a)
    expect(outcomesOf([odd])).toMatchObject([{ kind: 'refused', field: 'direction' }])
    expect(outcomesOf([long])).toMatchObject([{ kind: 'refused', field: 'direction' }])
    expect(recordOf([long], { names: { public_contexts: 'telco' } })?.direction).toBe('inbound')
  })

  it('of a hidden caller have no customer', () => {
    const hidden = row('0 1001 public', '09:00:00 - 09:00:20', a)
    expect(recordOf([hidden])).toMatchObject({ direction: 'inbound', customer: null })
  })

  it('in an hour that came twice are refused', () => {
    const twice = caller.replaceAll('2026-02-10 09', '2025-10-26 02')
    expect(outcomesOf([twice], { timeZone: 'Europe/Berlin' })).toMatchObject([
      { kind: 'refused', reason: 'time_ambiguous' },
    ])
  })

  it('may have other columns, where they are named', () => {
    const columns =
      'uuid,bleg_uuid,caller_id_number,destination_number,start_stamp,answer_stamp,end_stamp'
    const text = `${a},${b},1001,+4930777,2026-02-10 09:00:00,2026-02-10 09:00:10,2026-02-10 09:01:10`
    expect(recordOf([text], { names: { columns } })).toMatchObject({
      legs: [{ rep: '1001', talkSeconds: 60 }],
    })
    expect(outcomesOf([text])).toMatchObject([{ kind: 'refused', reason: 'malformed_line' }])
  })

  it.each([
    [caller.replace(a, ''), 'externalId'],
    [caller.replace('2026-02-10 09:00:00', ''), 'startedAt'],
    [caller.replace('2026-02-10 09:01:10', '10 Feb 09:01'), 'endedAt'],
  ])('%# that can’t be read are refused', (text, field) => {
    expect(outcomesOf([text])).toMatchObject([{ kind: 'refused', field }])
  })
})
