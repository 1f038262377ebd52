import { describe, expect, it } from 'vitest'
import { asteriskCdr, asteriskCdrBeside } from '../../../server/intake/adapters/asterisk-cdr.ts'
import { openCdrIndex } from '../../../server/intake/adapters/asterisk-cdr/cdr-index.ts'
import {
  type NamedCall,
  namedCallsReading,
} from '../../../server/intake/adapters/asterisk-queue-log/named-calls.ts'
import {
  asteriskQueueLog,
  asteriskQueueLogWith,
} from '../../../server/intake/adapters/asterisk-queue-log.ts'
import { settingsWith } from './adapter-property.ts'
import { piecesOf } from './mutations.ts'
import { at, id, log, readText, ten } from './asterisk-lines.ts'
import { isMissing, sampleText } from './sample-file.ts'

/** The clock on the wall, so many hours ahead of UTC. */
const wall = (seconds: number, hours = 0) =>
  new Date((ten + seconds + hours * 3_600) * 1000).toISOString().slice(0, 19).replace('T', ' ')

type Row = { from: number; to: number; id: string; linkedid?: string; app?: string; hours?: number }

const row = ({ from, to, id: uniqueid, linkedid = uniqueid, app = 'Queue', hours }: Row) => {
  const [began, ended] = [wall(from, hours), wall(to, hours)]
  return `"","4930555001","4930999","from-pstn","","SIP/t-1","SIP/701-2","${app}","sales","${began}","${began}","${ended}",${to - from},${to - from},"ANSWERED","DOCUMENTATION","${uniqueid}","","","${linkedid}",1`
}

/** What an index of these calls, which has so much room, finds in CDRs that come in pieces. */
function indexed(callids: readonly string[], rows: readonly string[], most?: number) {
  const cdrs = openCdrIndex(most)
  for (const callid of callids) cdrs.name(callid)
  const reading = cdrs.open(null)
  for (const piece of piecesOf(rows.join('\n'), [0.2, 0.5, 0.7])) reading.take(piece)
  reading.end()
  return cdrs
}

/** A call whose uniqueid says nothing, with a channel made five seconds before the queue. */
const call = 'renamed.1'
const around = [0, 5, 8].map((from) => row({ from, to: from + 1, id: id(from) }))
const cdrs = indexed([call], [...around, row({ from: 5, to: 400, id: call })]).index
const lines = (ending: string, caller = '4930555001') =>
  log(
    `10|${call}|sales|NONE|ENTERQUEUE||${caller}|1`,
    `22|${call}|sales|PJSIP/701|CONNECT|12|${id(10)}|9`,
    `82|${call}|sales|PJSIP/701|${ending}`,
  )
const blind = 'BLINDTRANSFER|900|x|12|60|1'

describe('CDRs beside a queue_log', () => {
  const withCdrs = (ending: string, caller?: string) =>
    readText(asteriskQueueLogWith(cdrs), lines(ending, caller), { names: { issue: 'dialled' } })
      .records[0]!

  it('tell when the call began, what was dialled, and the end after a transfer', () => {
    expect(withCdrs(blind)).toMatchObject({
      ...{ startedAt: at(5), ivrSeconds: 5, issue: '4930999', endedAt: at(400) },
      legs: [{ talkSeconds: 60, endedAt: at(82) }],
    })
  })

  it('tell no end of a call that was ended, and never a talk time', () => {
    expect(withCdrs('COMPLETECALLER|12|60|1')).toMatchObject({
      ...{ endedAt: at(82), legs: [{ talkSeconds: 60 }] },
    })
  })

  it('tell who called where the log names nobody, and do not show who is withheld', () => {
    expect(withCdrs(blind, '').customer).toBe('4930555001')
    expect(withCdrs(blind, '4930111').customer).toBe('4930111')
    expect(withCdrs(blind, 'anonymous').customer).toBeNull()
    expect(readText(asteriskQueueLog, lines(blind, '')).records[0]!.customer).toBeNull()
  })

  it('outrank the log that was read without them', () => {
    const [plain] = readText(asteriskQueueLog, lines(blind)).records
    expect(plain).toMatchObject({ startedAt: at(10), ivrSeconds: null, endedAt: at(82) })
    expect(withCdrs(blind).version! - plain!.version!).toBe(1)
  })

  it('that begin too long before the queue, or after it, are not believed', () => {
    const strange = indexed([call], [...around, row({ from: 11, to: 400, id: call })])
    const { records } = readText(asteriskQueueLogWith(strange.index), lines(blind))
    expect(records[0]).toMatchObject({ startedAt: at(10), ivrSeconds: null })
  })

  it('that end days after a transfer, or are yet to end, are not believed', () => {
    for (const to of [5 * 86_400, 100 * 86_400]) {
      const strange = indexed([call], [...around, row({ from: 5, to, id: call })])
      const { records } = readText(asteriskQueueLogWith(strange.index), lines(blind))
      expect(records[0]).toMatchObject({ startedAt: at(5), endedAt: at(82) })
    }
  })
})

describe('an index of CDRs', () => {
  it('keeps only calls it was told of, and says what it has seen', () => {
    const found = indexed([id(5), 'other.1'], around)
    expect(found.index.find(id(5))).toEqual({
      ...{ startedAt: ten + 5, endedAt: ten + 6, caller: '4930555001', dialled: '4930999' },
    })
    expect(found.index.find(id(0))).toBeNull()
    expect(found.told()).toEqual({
      ...{ calls: 2, found: 1, rows: 3, rowsWithUniqueid: 3, isWhole: true, offsets: [0] },
      span: { from: ten, to: ten + 8 },
    })
  })

  it('tells how far the clock was from UTC, also once it has been changed', () => {
    const rows = [0, 60, 120, 180, 7_200, 7_260, 7_320].map((from) =>
      row({ from, to: from + 9, id: id(from), hours: from < 7_200 ? 1 : 2 }),
    )
    const found = indexed([id(7_320)], rows)
    expect(found.told().offsets).toEqual([3_600, 7_200])
    expect(found.index.find(id(7_320))?.startedAt).toBe(ten + 7_320)
  })

  it('leaves out calls beyond its room, and says so', () => {
    const found = indexed([id(0), id(5), id(8)], around, 2)
    expect(found.told()).toMatchObject({ calls: 2, found: 2, isWhole: false })
    expect(found.index.find(id(8))).toBeNull()
  })

  it('counts rows that can not be read, and rows that name no call', () => {
    const nameless = row({ from: 1, to: 2, id: '' })
    const found = indexed([id(5)], [...around, nameless, 'no row at all'])
    expect(found.told()).toMatchObject({ rows: 5, rowsWithUniqueid: 3, found: 1 })
  })

  it.skipIf(isMissing)('finds real calls, from the earliest start to the latest end', () => {
    const text = sampleText('asterisk/cdr-csv-Master.csv')
    const callids = [...text.matchAll(/"((?:[a-z]+-)?\d{10}\.\d+)"/g)].map(([, callid]) => callid!)
    const found = indexed(callids, [text])
    expect(found.told()).toMatchObject({ calls: 45, found: 45, rows: 84, offsets: [0] })
    expect(found.index.find('1706407446.50')).toEqual({
      ...{ startedAt: 1_706_407_446, endedAt: 1_706_407_469 },
      ...{ caller: '89000000004', dialled: '211553' },
    })
    expect(found.index.find('1.1')).toBeNull()
  })
})

describe('a queue_log beside CDRs', () => {
  const named = (): Set<string> => {
    const found: NamedCall[] = []
    const reading = namedCallsReading(settingsWith({}), (each) => void found.push(each))
    reading.take(`${lines(blind)}\n`)
    reading.take(log('90|NONE|sales|PJSIP/701|PAUSE|tea', '91|NONE|sales|NONE|CONNECT|1|2.2|3'))
    reading.end()
    expect(found[0]).toEqual({ callid: call, channel: null, at: ten + 10 })
    return new Set(found.flatMap(({ callid, channel }) => [callid, channel ?? []].flat()))
  }

  it('names its calls and the channels of reps, and nothing else', () => {
    expect(named()).toEqual(new Set([call, id(10)]))
  })

  const rows = [
    ...around,
    row({ from: 3, to: 80, id: call, app: 'VoiceMail' }),
    row({ from: 10, to: 80, id: id(10), linkedid: '', app: 'AppQueue' }),
    row({ from: 20, to: 90, id: id(20), app: 'Dial' }),
  ].join('\n')

  it('takes all rows of the calls it names, whatever their last application was', () => {
    const alone = readText(asteriskCdr, rows)
    expect(alone.records.map(({ externalId }) => externalId)).toEqual([call, id(10), id(20)])
    const beside = readText(asteriskCdrBeside(named()), rows)
    expect(beside.records.map(({ externalId }) => externalId)).toEqual([id(20)])
    expect(beside).toMatchObject({ ignored: { queue_call: 5 }, joined: 0, refused: [] })
  })

  it('outranks CDRs of the same call, however much later they were written', () => {
    const [cdr] = readText(asteriskCdr, rows).records
    const [told] = readText(asteriskQueueLog, lines('COMPLETECALLER|12|60|1')).records
    expect(cdr?.externalId).toBe(told?.externalId)
    expect(cdr!.version!).toBeLessThan(told!.version!)
    const later = [...around, row({ from: 3, to: 80 * 3_600, id: call, app: 'VoiceMail' })]
    const [grown] = readText(asteriskCdr, later.join('\n')).records
    expect(grown!.version!).toBeLessThan(told!.version!)
    expect(grown!.version!).toBeGreaterThan(cdr!.version!)
  })
})
