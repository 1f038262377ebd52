import { describe, expect, it } from 'vitest'
import { legacyColumns, threeCxLegacy } from '../../../server/intake/adapters/3cx-legacy.ts'
import { readWhole } from '../../../server/intake/adapters/read-whole.ts'
import { holdsForAnyText, readPieces, settingsWith } from './adapter-property.ts'
import { isMissing, sampleBytes, sampleText } from './sample-file.ts'

const file = '3cx/legacy-cdr-line.csv'

describe.skipIf(isMissing)('a line of June 2024', () => {
  it('is a call that went out for 25 seconds', async () => {
    expect(threeCxLegacy.recognizes(sampleText(file))).toBe(true)
    const whole = await readWhole(threeCxLegacy, sampleBytes(file), settingsWith())
    expect(whole).toMatchObject({ read: 1, problems: [], joined: 0 })
    expect(whole.records[0]?.record).toMatchObject({
      ...{ externalId: '288831/4cc2c72490010000_26808', direction: 'outbound' },
      ...{ startedAt: '2024-06-17T05:59:49Z', answeredAt: '2024-06-17T05:59:58Z' },
      ...{ endedAt: '2024-06-17T06:00:23Z', customer: '+46700000101', queueSeconds: null },
      legs: [
        {
          ...{ rep: '10016', ringSeconds: 9, talkSeconds: 25, talkIncludesHold: true },
          ...{ endedBy: 'rep', ending: 'completed' },
        },
      ],
    })
  })
})

type Cells = Readonly<Record<string, string>>

const direct: Cells = {
  ...{ historyid: 'Call 7', callid: 'ab_1', duration: '00:01:00' },
  ...{ time_start: '2026/02/10 09:00:00', time_answered: '2026/02/10 09:00:08' },
  ...{ time_end: '2026/02/10 09:01:08', reason_terminated: 'TerminatedBySrc' },
  ...{ from_no: '+4930555001', to_no: 'Ext.100', from_dn: '10000', to_dn: '100', dial_no: '100' },
  ...{ final_number: 'Ext.100', final_dn: '100' },
  ...{ from_type: 'Line', to_type: 'Extension', final_type: 'Extension' },
}
const lineOf = (cells: Cells, columns: readonly string[] = legacyColumns) =>
  `${columns.map((column) => cells[column] ?? '').join(',')}\n`
const outcomeOf = (changes: Cells, more = {}, columns?: readonly string[]) =>
  readPieces(threeCxLegacy, [lineOf({ ...direct, ...changes }, columns)], settingsWith(more))
    .lines[0]?.outcome
const toQueue = { to_no: 'Ext.800', to_dn: '800', to_type: 'Queue' }

describe('a line of the CDR service', () => {
  it('of a call straight to a rep has their talk', () => {
    expect(outcomeOf({})).toMatchObject({
      record: {
        ...{ externalId: '7/ab_1', direction: 'inbound', customer: '+4930555001', queue: null },
        ...{ answeredAt: '2026-02-10T09:00:08Z', abandoned: false },
        legs: [{ rep: '100', ringSeconds: 8, talkSeconds: 60, endedBy: 'customer' }],
      },
    })
  })

  it('of a call through a queue has the rep, and no talk that might be waiting', () => {
    expect(outcomeOf(toQueue)).toMatchObject({
      record: {
        ...{ queue: '800', answeredAt: null, queueSeconds: null, abandoned: false },
        legs: [{ rep: '100', answeredAt: null, talkSeconds: null, ringSeconds: null }],
      },
    })
    expect(outcomeOf(toQueue, { names: { issue: 'queue' } })).toMatchObject({
      record: { issue: '800' },
    })
  })

  it('of a call that was handed on has both reps, and nobody’s talk', () => {
    const on = { reason_changed: 'ReplacedDst', final_number: 'Ext.101', final_dn: '101' }
    expect(outcomeOf(on)).toMatchObject({
      record: {
        legs: [
          { rep: '100', answeredAt: '2026-02-10T09:00:08Z', talkSeconds: null, ending: null },
          { rep: '101', talkSeconds: null, endedAt: '2026-02-10T09:01:08Z', ending: 'completed' },
        ],
      },
    })
    const outside = { final_number: '+4930777', final_dn: '10000', final_type: 'Line' }
    expect(outcomeOf({ ...on, ...outside })).toMatchObject({
      record: { legs: [{ rep: '100', ending: 'blind_transfer', talkSeconds: null }] },
    })
  })

  it('of a call forwarded before anybody answered has only who did', () => {
    const on = { reason_changed: 'NoAnswer', final_number: 'Ext.101', final_dn: '101' }
    expect(outcomeOf(on)).toMatchObject({ record: { legs: [{ rep: '101' }] } })
    const voicemail = { final_number: 'Ext.999', final_dn: '999', final_type: 'Voicemail' }
    const outside = { final_number: '+4930777', final_dn: '10000', final_type: 'Line' }
    for (const taken of [voicemail, outside]) {
      expect(outcomeOf({ reason_changed: 'NoAnswer', ...taken })).toMatchObject({
        record: { legs: [], abandoned: false },
      })
    }
  })

  it('of a call nobody answered has no leg', () => {
    expect(
      outcomeOf({ time_answered: '', ...toQueue, final_number: '', final_dn: '' }),
    ).toMatchObject({
      record: { legs: [], abandoned: true, answeredAt: null },
    })
  })

  it('may write types as version 20 does, or none', () => {
    const types = { from_type: 'external_line', to_type: 'extension', final_type: 'extension' }
    const ended = { reason_terminated: 'dst_participant_terminated' }
    expect(outcomeOf({ ...types, ...ended })).toMatchObject({
      record: { direction: 'inbound', legs: [{ talkSeconds: 60, endedBy: 'rep' }] },
    })
    const none = { from_type: '', to_type: '', final_type: '' }
    expect(outcomeOf(none)).toMatchObject({
      record: { direction: 'inbound', legs: [{ rep: '100' }] },
    })
  })

  it('of a call within the house is internal', () => {
    const inside = { from_no: 'Ext.102', from_dn: '102', from_type: 'Extension' }
    expect(outcomeOf(inside)).toMatchObject({ record: { direction: 'internal', customer: null } })
  })

  it('is read in the order the site has set up, written with - or _', () => {
    const columns = ['time_start', 'time_end', 'historyid', 'from_no', 'to_no', 'time_answered']
    const names = { columns: columns.join(', ').replaceAll('_', '-') }
    expect(outcomeOf({}, { names }, columns)).toMatchObject({
      record: { externalId: '7', legs: [{ rep: '100', talkSeconds: 60 }] },
    })
  })

  it.each([
    [{ historyid: '', callid: '' }, 'externalId'],
    [{ time_start: '' }, 'startedAt'],
    [{ time_start: '10.02.2026 09:00' }, 'startedAt'],
    [{ time_answered: 'Ext.100' }, 'answeredAt'],
    [{ time_end: '2026/02/31 09:00:00' }, 'endedAt'],
    [{ from_type: 'Robot' }, 'direction'],
  ])('%# that can’t be read names what to check', (changes: Cells, field) => {
    const outcome = outcomeOf(changes)
    expect(outcome).toMatchObject({ kind: 'refused', field })
    expect(outcome).toHaveProperty('message', expect.stringContaining('order'))
  })

  it('of another number of fields is refused', () => {
    const { lines } = readPieces(threeCxLegacy, ['Call 1,2,3\n'], settingsWith())
    expect(lines[0]?.outcome).toMatchObject({ kind: 'refused', reason: 'malformed_line' })
  })

  it('whatever happens to it, has an outcome, the same in any pieces', () => {
    const texts = [lineOf(direct) + lineOf({ ...direct, ...toQueue, historyid: 'Call 8' })]
    holdsForAnyText(threeCxLegacy, texts, settingsWith(), { numbered: false })
  })
})

it('needs the fields without which a line says nothing', () => {
  const settings = settingsWith({ names: { columns: 'time-start,duration' } })
  const { stop } = readPieces(threeCxLegacy, ['2026/02/10 09:00:00,00:01:00\n'], settings)
  expect(stop).toMatchObject({ reason: 'columns_missing' })
})
