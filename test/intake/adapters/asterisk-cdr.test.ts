import { describe, expect, it } from 'vitest'
import { asteriskCdr } from '../../../server/intake/adapters/asterisk-cdr.ts'
import { holdsForAnyText, settingsWith } from './adapter-property.ts'
import { at, id, readText, ten } from './asterisk-lines.ts'
import { isMissing, sampleText } from './sample-file.ts'

const sample = (name: string) => readText(asteriskCdr, sampleText(`asterisk/${name}`))
const iso = (second: number) => new Date(second * 1000).toISOString()

describe.skipIf(isMissing)('real CDRs', () => {
  it('84 rows of cdr_csv in UTC are 36 calls, rows of one call told together', () => {
    const { records, joined, refused, ignored } = sample('cdr-csv-Master.csv')
    expect({ calls: records.length, joined, refused, ignored }).toEqual({
      ...{ calls: 36, joined: 48, refused: [], ignored: {} },
    })
    expect(new Set(records.map(({ direction }) => direction))).toEqual(new Set(['inbound']))
    expect(records.filter(({ legs }) => legs.length === 1).length).toBe(24)
    expect(records.filter(({ abandoned }) => abandoned).length).toBe(5)
  })

  it('parallel ringing through Local channels leaves the phone that answered', () => {
    const { records } = sample('cdr-csv-Master.csv')
    expect(records.find(({ externalId }) => externalId === '1706407446.50')).toMatchObject({
      ...{ startedAt: iso(1_706_407_446), answeredAt: iso(1_706_407_452) },
      ...{ endedAt: iso(1_706_407_469), customer: '89000000004', queue: null },
      legs: [{ rep: 'SIP/301', ringSeconds: 6, talkSeconds: 17, talkIncludesHold: true }],
      offers: [],
    })
  })

  it('a row that says NO ANSWER beside a time of answer has reached nobody', () => {
    const { records } = sample('cdr-csv-Master.csv')
    expect(records.find(({ externalId }) => externalId === '1706369600.6')).toMatchObject({
      ...{ answeredAt: null, abandoned: false, legs: [], endedAt: iso(1_706_369_660) },
      offers: [
        { rep: 'SIP/301', ringSeconds: 60, result: 'no_answer' },
        { rep: 'SIP/pbx2', ringSeconds: 30, result: 'no_answer' },
      ],
    })
  })

  it('a name in broken characters costs nothing', () => {
    const text = sampleText('asterisk/cdr-csv-Master.csv')
    expect(text).toContain('\uFFFD')
    const { records } = sample('cdr-csv-Master.csv')
    expect(records.find(({ externalId }) => externalId === '1706415046.98')).toMatchObject({
      ...{ customer: '81079246516548', legs: [{ rep: 'SIP/pbx2', talkSeconds: 30 }] },
    })
  })

  it('14 rows of cdr_custom are placed three hours east of UTC by their uniqueids', () => {
    const { records, refused } = sample('cdr_custom-Master.csv')
    expect(refused).toEqual([])
    expect(records.length).toBe(14)
    expect(records[0]).toMatchObject({
      ...{ externalId: '1690325492.2', startedAt: iso(1_690_325_492), direction: 'internal' },
      ...{ answeredAt: iso(1_690_325_510), endedAt: iso(1_690_325_524), customer: null },
      legs: [{ rep: 'PJSIP/client2', ringSeconds: 18, talkSeconds: 13 }],
    })
  })

  it('files made for tests: 18 columns; a quote that is never closed; another file altogether', () => {
    expect(sample('testsuite-cdrlib-good.csv')).toMatchObject({ records: [{}], joined: 4 })
    expect(sample('testsuite-selftest-Master.csv').records.length).toBe(2)
    expect(sample('testsuite-cdrlib-buggy.csv')).toMatchObject({
      ...{ records: [], refused: [{ reason: 'malformed_line', lineNumber: 1 }] },
    })
    const cel = sampleText('asterisk/testsuite-CELMaster1.csv')
    expect(asteriskCdr.recognizes(cel)).toBe(false)
    expect(readText(asteriskCdr, cel)).toMatchObject({ records: [], joined: 0, ignored: {} })
  })

  it('are recognized, and read the same in pieces and with changes of any kind', () => {
    const texts = ['cdr-csv-Master.csv', 'cdr_custom-Master.csv', 'testsuite-cdrlib-good.csv'].map(
      (name) => sampleText(`asterisk/${name}`).split('\n').slice(0, 14).join('\n'),
    )
    for (const text of texts) expect(asteriskCdr.recognizes(text)).toBe(true)
    holdsForAnyText(asteriskCdr, texts, settingsWith({ country: 'RU' }), { numbered: false })
  })
})

type Row = Partial<Record<string, string | number>> & { begins: number; lasts: number }

/** A row of cdr_csv with all columns there are, an hour east of UTC. */
function row(says: Row): string {
  const wall = (seconds: number) =>
    new Date((ten + seconds + 3600) * 1000).toISOString().slice(0, 19).replace('T', ' ')
  const { begins, lasts, answered = -1 } = says
  const quoted = (text: string | number = '') => `"${text}"`
  return [
    ...['', says['src'], says['dst'], says['dcontext'] ?? 'from-internal', ''].map(quoted),
    ...[says['channel'], says['dstchannel'], says['lastapp'] ?? 'Dial', ''].map(quoted),
    quoted(wall(begins)),
    Number(answered) < 0 ? '' : quoted(wall(Number(answered))),
    quoted(wall(begins + lasts)),
    lasts,
    Number(answered) < 0 ? 0 : begins + lasts - Number(answered),
    ...[says['disposition'] ?? 'ANSWERED', 'DOCUMENTATION'].map(quoted),
    ...[says['uniqueid'] ?? id(begins), '', '', says['linkedid'] ?? id(begins)].map(quoted),
    1,
  ].join(',')
}

/** Enough rows to be sure of the time zone, which are no calls of interest. */
const others = [1, 2, 3].map((count) =>
  row({
    begins: -count * 60,
    lasts: 5,
    src: '20',
    dst: '21',
    channel: 'SIP/20-1',
    lastapp: 'Queue',
  }),
)
const read = (rows: string[], changes = {}) =>
  readText(asteriskCdr, [...others, ...rows].join('\n'), changes)
const only = (rows: string[], changes = {}) => {
  const { records } = read(rows, changes)
  expect(records.length).toBe(1)
  return records[0]!
}
const dialled = { begins: 0, lasts: 70, answered: 10 }

describe('calls without a queue', () => {
  it('from a phone of the house to an outside number are the rep’s', () => {
    const call = { src: '301', dst: '4930555001', channel: 'PJSIP/301-0000001a' }
    expect(only([row({ ...dialled, ...call, dstchannel: 'PJSIP/trunk-0000001b' })])).toMatchObject({
      ...{ direction: 'outbound', customer: '4930555001', startedAt: at(0), abandoned: false },
      ...{ endedAt: at(70), queue: null, queueSeconds: null, offers: [] },
      legs: [{ rep: 'PJSIP/301', answeredAt: at(10), talkSeconds: 60, ringSeconds: null }],
    })
    const missed = { ...call, dstchannel: 'PJSIP/trunk-0000001b', disposition: 'NO ANSWER' }
    expect(only([row({ begins: 0, lasts: 20, ...missed })])).toMatchObject({
      ...{ direction: 'outbound', legs: [], answeredAt: null, abandoned: false },
    })
  })

  it('set up by a program, through a Local channel, are those of the extension', () => {
    const call = { src: '301', dst: '4930555001', channel: 'Local/301@from-internal-1;2' }
    const { legs } = only([row({ ...dialled, ...call, dstchannel: 'PJSIP/trunk-1b' })])
    expect(legs).toMatchObject([{ rep: '301' }])
  })

  it('from outside are inbound, by the context or by the caller’s number', () => {
    const call = { channel: 'PJSIP/trunk-1', dstchannel: 'PJSIP/301-2', dst: '301' }
    const directionOf = (says: object, names = {}) =>
      only([row({ ...dialled, ...call, ...says })], { names }).direction
    expect(directionOf({ src: '4930555001' })).toBe('inbound')
    expect(directionOf({ src: '555', dcontext: 'from-pstn' })).toBe('inbound')
    expect(directionOf({ src: 'anonymous' })).toBe('inbound')
    expect(directionOf({ src: '555' })).toBe('internal')
    expect(directionOf({ src: 'client1' })).toBe('internal')
    expect(directionOf({ src: '555', dcontext: 'door' }, { inboundContexts: 'gate, door' })).toBe(
      'inbound',
    )
  })

  it('and back again by a phone that shows an outside number are outbound', () => {
    const call = { src: '4930999000', dst: '4930555001', dstchannel: 'PJSIP/trunk-2' }
    expect(only([row({ ...dialled, ...call, channel: 'PJSIP/301-1' })]).direction).toBe('outbound')
  })

  it('that a menu answered in the same second tell no talk, which would hold the menu too', () => {
    const call = { src: '4930555001', dst: '301', channel: 'PJSIP/trunk-1' }
    const menu = { begins: 0, lasts: 70, answered: 0, dstchannel: 'PJSIP/301-2' }
    expect(only([row({ ...menu, ...call })]).legs).toMatchObject([{ talkSeconds: null }])
  })

  it('through a queue are left to the queue_log', () => {
    const call = { src: '4930555001', dst: '900', channel: 'PJSIP/trunk-1' }
    const { records, ignored } = read([
      row({ ...dialled, ...call, lastapp: 'Queue', dstchannel: 'Local/301@q-1;1' }),
      row({ ...dialled, ...call, channel: 'Local/301@q-1;2', dstchannel: 'PJSIP/301-2' }),
    ])
    expect(records).toEqual([])
    expect(ignored).toEqual({ queue_call: 5 })
  })

  it('are gathered by linkedid, wherever their rows stand, and told in order of their parts', () => {
    const call = { src: '4930555001', channel: 'PJSIP/trunk-1', linkedid: id(0) }
    const rows = [
      row({ ...call, begins: 50, lasts: 30, answered: 55, dst: '302', dstchannel: 'PJSIP/302-3' }),
      row({ begins: 20, lasts: 5, src: '20', dst: '21', channel: 'SIP/20-9' }),
      row({ ...call, begins: 0, lasts: 50, answered: 10, dst: '301', dstchannel: 'PJSIP/301-2' }),
      row({
        ...call,
        begins: 0,
        lasts: 10,
        dst: '301',
        dstchannel: 'PJSIP/303-4',
        disposition: 'BUSY',
      }),
    ]
    const { records, joined } = read(rows)
    expect(joined).toBe(2)
    expect(records.find(({ externalId }) => externalId === id(0))).toMatchObject({
      ...{ startedAt: at(0), answeredAt: at(10), endedAt: at(80) },
      legs: [
        { rep: 'PJSIP/301', talkSeconds: 40 },
        { rep: 'PJSIP/302', talkSeconds: 25 },
      ],
      offers: [{ rep: 'PJSIP/303', ringSeconds: 10, result: 'busy' }],
    })
  })
})

describe('rows that name no uniqueid', () => {
  const line =
    '"","4930555001","301","from-pstn","","SIP/t-1","SIP/301-2","Dial","","2026-02-02 11:00:00","2026-02-02 11:00:10","2026-02-02 11:01:10",70,60,"ANSWERED","DOCUMENTATION"'

  it('are placed by the zone that was said, and are calls of their own', () => {
    expect(readText(asteriskCdr, line, { timeZone: 'Europe/Berlin' }).records).toMatchObject([
      { externalId: `SIP/t-1@${ten}`, startedAt: at(0), legs: [{ talkSeconds: 60 }] },
    ])
  })

  it('are refused where nothing tells the zone, and at a change of the clocks', () => {
    expect(readText(asteriskCdr, line).refused).toMatchObject([{ field: 'startedAt' }])
    const twice = line.replaceAll('2026-02-02 11', '2025-10-26 02')
    expect(readText(asteriskCdr, twice, { timeZone: 'Europe/Berlin' }).refused).toMatchObject([
      { reason: 'time_ambiguous' },
    ])
  })
})
