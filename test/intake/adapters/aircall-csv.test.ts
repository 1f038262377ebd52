import { describe, expect, it } from 'vitest'
import { aircallCsv } from '../../../server/intake/adapters/aircall-csv.ts'
import { readWhole } from '../../../server/intake/adapters/read-whole.ts'
import { holdsForAnyText, now, readPieces, settingsWith } from './adapter-property.ts'
import { isMissing, sampleBytes, sampleText } from './sample-file.ts'

const file = 'aircall/call-history-export.2025-12.csv'

describe.skipIf(isMissing)('an export of December 2025', () => {
  const records = async () =>
    (await readWhole(aircallCsv, sampleBytes(file), settingsWith())).records.map(
      ({ record }) => record,
    )

  it('gives one record for each row', async () => {
    const whole = await readWhole(aircallCsv, sampleBytes(file), settingsWith())
    expect(whole).toMatchObject({ problems: [], joined: 0, ignoredByRule: {}, read: 5, stop: null })
    expect(aircallCsv.recognizes(sampleText(file))).toBe(true)
  })

  it('has the instants, waits and talk that Aircall shows', async () => {
    expect(await records()).toMatchObject([
      {
        ...{ externalId: '3331525701', direction: 'inbound', queue: 'Sales (Purchase Enquiry)' },
        ...{ startedAt: '2025-12-04T07:57:14.083Z', endedAt: '2025-12-04T08:00:51.083Z' },
        ...{ answeredAt: null, ivrSeconds: 62, queueSeconds: 155, abandoned: true, legs: [] },
        customer: '+61491570006',
      },
      {
        ...{ externalId: '3331520692', ivrSeconds: 15, queueSeconds: 29, abandoned: false },
        ...{ answeredAt: '2025-12-04T07:54:19Z', endedAt: '2025-12-04T08:02:25Z' },
        disposition: { label: 'New Orders Inquiry' },
        recordingUrl: 'https://assets.aircall.io/calls/3331520692/recording',
        legs: [
          {
            ...{ rep: 'Agent One', talkSeconds: 486, ringSeconds: 29, talkIncludesHold: true },
            ...{ holdSeconds: null, wrapSeconds: null, endedBy: 'rep', ending: null },
          },
        ],
      },
      {
        ...{ externalId: '3331499415', ivrSeconds: 6, queueSeconds: 30 },
        answeredAt: '2025-12-04T07:36:16Z',
        legs: [{ rep: 'Agent Two', talkSeconds: 375, endedBy: 'customer' }],
      },
      {
        ...{ externalId: '3331497585', direction: 'outbound', customer: '+61491570158' },
        ...{ startedAt: '2025-12-04T07:33:54Z', answeredAt: '2025-12-04T07:34:01Z' },
        ...{ queueSeconds: null, ivrSeconds: null },
        legs: [{ rep: 'Agent Three', talkSeconds: 191, ringSeconds: 7 }],
      },
      {
        ...{ externalId: '3332594017', startedAt: '2025-12-04T12:42:37.034Z', queueSeconds: 26 },
        ...{ endedAt: '2025-12-04T12:43:03.034Z', abandoned: true, legs: [] },
      },
    ])
  })

  it('any damage of it has an outcome for each row, the same in any pieces', () => {
    holdsForAnyText(aircallCsv, [sampleText(file)], settingsWith(), { numbered: false })
  })
})

const columns = [
  ...['line', 'date (TZ offset incl.)', 'time (TZ offset incl.)', 'number timezone'],
  ...['direction', 'from', 'to', 'answered', 'user', 'duration (total)', 'duration (in call)'],
]
const older = (cells: string, more = '', moreCells = '') =>
  `${columns.join(',')}${more}\n${cells}${moreCells}\n`
const row = 'Help,2025-07-04,10:00:00,Europe/Berlin,inbound,4930555001,49305550,Yes,Ann,100,88'

describe('an older export', () => {
  const outcomeOf = (text: string, changes = {}) =>
    readPieces(aircallCsv, [text], settingsWith(changes)).lines[0]?.outcome

  it('has its times in the zone of each number, and its wait as what is not talk', () => {
    expect(outcomeOf(older(row))).toMatchObject({
      kind: 'record',
      record: {
        startedAt: '2025-07-04T08:00:00Z',
        answeredAt: '2025-07-04T08:00:12Z',
        endedAt: '2025-07-04T08:01:40Z',
        ...{ queueSeconds: 12, customer: '+4930555001' },
        externalId: '2025-07-04T08:00:00Z/4930555001/49305550',
        legs: [{ rep: 'Ann', talkSeconds: 88 }],
      },
    })
  })

  it('takes the source’s zone where a row names none, and refuses where nobody does', () => {
    const without = row.replace('Europe/Berlin', '')
    expect(outcomeOf(older(without), { timeZone: 'Asia/Tokyo' })).toMatchObject({
      record: { startedAt: '2025-07-04T01:00:00Z' },
    })
    expect(outcomeOf(older(without))).toMatchObject({ kind: 'refused', field: 'startedAt' })
    expect(outcomeOf(older(row), { timeZone: 'Asia/Tokyo' })).toMatchObject({
      record: { startedAt: '2025-07-04T08:00:00Z' },
    })
    const unknown = row.replace('Europe/Berlin', 'Moon/Base')
    expect(outcomeOf(older(unknown))).toMatchObject({ kind: 'refused', field: 'startedAt' })
  })

  it('refuses a time that a clock change makes twice or skips', () => {
    const changed = (date: string) => older(row.replace('2025-07-04,10:00:00', date))
    expect(outcomeOf(changed('2025-10-26,02:30:00'))).toMatchObject({ reason: 'time_ambiguous' })
    expect(outcomeOf(changed('2025-03-30,02:30:00'))).toMatchObject({ reason: 'time_missing' })
  })

  it('tells the call by the address of its recording, where that holds its number', () => {
    const text = older(row, ',recording', ',https://assets.aircall.io/calls/77/recording')
    expect(outcomeOf(text)).toMatchObject({ record: { externalId: '77' } })
  })
})

describe('a row', () => {
  const outcomeOf = (cells: string, names = {}) =>
    readPieces(aircallCsv, [older(cells, ',tags,team', ',"Billing, Fixed",Field')], {
      ...settingsWith({ names }),
    }).lines[0]?.outcome

  it('that an unknown user answered has no leg, and nobody gave it up', () => {
    const cells = row.replace('Ann', '[No associated user]')
    expect(outcomeOf(cells)).toMatchObject({
      record: { legs: [], abandoned: false, answeredAt: null },
    })
  })

  it('that a voice agent served to the end was not given up', () => {
    const cells = row.replace('Yes,Ann,100,88', 'No,,100,')
    const served = older(cells, ',call type', ',AI Call')
    expect(readPieces(aircallCsv, [served], settingsWith()).lines[0]?.outcome).toMatchObject({
      record: { legs: [], abandoned: false },
    })
    expect(outcomeOf(cells)).toMatchObject({ record: { legs: [], abandoned: true } })
  })

  it('is read by names of columns in any order, whatever stands between cells', () => {
    const text = older(row)
      .replaceAll(',', ';')
      .toUpperCase()
      .replace('EUROPE/BERLIN', 'Europe/Berlin')
    const { lines } = readPieces(aircallCsv, [text], settingsWith())
    expect(lines[0]?.outcome).toMatchObject({ record: { queue: 'HELP', legs: [{ rep: 'ANN' }] } })
  })

  it('has the version of its import, so that a later export replaces it', () => {
    expect(outcomeOf(row)).toMatchObject({ record: { version: now / 1000 } })
  })

  it('has the issue and the claim that the site has chosen', () => {
    expect(outcomeOf(row, { issue: 'team', resolved: 'Fixed' })).toMatchObject({
      record: { issue: 'Field', declaredResolution: 'resolved' },
    })
  })

  it.each([
    [row.replace('inbound', 'sideways'), 'direction'],
    [row.replace('2025-07-04', '4 July'), 'startedAt'],
    [row.replace('2025-07-04', ''), 'startedAt'],
    [row.replace(',88', ',1:30:'), 'legs.0.talkSeconds'],
    [row.replace(',100,', ',-5,'), 'endedAt'],
  ])('that says "%s" is refused', (cells, field) => {
    expect(outcomeOf(cells)).toMatchObject({ kind: 'refused', field })
  })

  it('with too few cells is refused', () => {
    const { lines } = readPieces(aircallCsv, [older('Help,2025-07-04')], settingsWith())
    expect(lines[0]?.outcome).toMatchObject({ kind: 'refused', reason: 'malformed_line' })
  })
})

describe('a file', () => {
  const stopOf = (text: string) => readPieces(aircallCsv, [text], settingsWith()).stop?.reason

  it.each([
    ['', 'empty'],
    ['PK\u0003\u0004rest', 'not_text'],
    ['l\0i\0n\0e\0', 'not_text'],
    ['line,user\n', 'columns_missing'],
    [`${columns.join(',')}\n${'x'.repeat(1_000_100)}`, 'line_too_long'],
  ])('%# that can’t be read stops', (text, reason) => {
    expect(stopOf(text)).toBe(reason)
  })
})
