import { describe, expect, it } from 'vitest'
import { asteriskQueueLog } from '../../../server/intake/adapters/asterisk-queue-log.ts'
import { at, id, readText, ten } from './asterisk-lines.ts'

/** The time as the clock on the wall shows it, some hours east of Greenwich. */
const wall = (seconds: number, hours: number) =>
  new Date((ten + seconds + hours * 3600) * 1000).toISOString().slice(0, 19).replace('T', ' ')

const columns = 'time,callid,queuename,agent,event,data1,data2,data3,data4,data5'
/** Three calls, ten minutes apart, each with six seconds of menus. */
const rows = (hours: number, zone = '') =>
  [0, 600, 1200].flatMap((begun) => [
    `${wall(begun + 6, hours)}.123456${zone},${id(begun)},sales,NONE,ENTERQUEUE,,493055500${begun},1,,`,
    `${wall(begun + 9, hours)}.9${zone},${id(begun)},sales,"Lee, Ann",CONNECT,3,${id(begun + 6, 2)},2,,`,
    `${wall(begun + 69, hours)}${zone},${id(begun)},sales,"Lee, Ann",COMPLETECALLER,3,60,1,,`,
  ])
const read = (lines: readonly string[], changes = {}) =>
  readText(asteriskQueueLog, lines.join('\n'), changes)

describe('the table of a queue_log', () => {
  it.each([0, 3, -5, 5.5, 12.75])(
    'in local time %d hours from UTC is placed by its uniqueids',
    (hours) => {
      const { records, joined, refused } = read([columns, ...rows(hours)])
      expect({ joined, refused }).toEqual({ joined: 6, refused: [] })
      expect(records.length).toBe(3)
      expect(records[0]).toMatchObject({
        ...{ externalId: id(0), startedAt: at(0), answeredAt: at(9), endedAt: at(69) },
        ...{ ivrSeconds: 6, queueSeconds: 3, customer: '4930555000' },
        legs: [{ rep: 'Lee, Ann', talkSeconds: 60, ringSeconds: 2 }],
      })
    },
  )

  it('says the same with offsets beside the times, or in seconds since 1970', () => {
    const { records } = read([columns, ...rows(3)])
    expect(read([columns, ...rows(3, '+03')]).records).toEqual(records)
    const epochs = rows(0).map((row) =>
      row.replace(/^[^,]+/, (time) => String(Math.floor(Date.parse(`${time}Z`) / 1000))),
    )
    expect(read([columns, ...epochs]).records).toEqual(records)
  })

  it('is read with other columns, one column of data, other delimiters and quotes', () => {
    const text = [
      '"id";"time";"callid";"queuename";"serverid";"agent";"event";"data"',
      ...rows(3).map((row, place) => {
        const [time, callid, queue] = row.split(',', 3)
        const [agent, event, data] = [
          ['NONE', 'ENTERQUEUE', '|4930555000|1'],
          ['Lee, Ann', 'CONNECT', '3|1.1|2'],
          ['Lee, Ann', 'COMPLETECALLER', '3|60|1'],
        ][place % 3]!
        return [place, time, callid, queue, '', agent, event, data]
          .map((cell) => `"${cell}"`)
          .join(';')
      }),
    ]
    const { records, refused } = read(text)
    expect(refused).toEqual([])
    expect(records).toMatchObject([
      { customer: '4930555000', legs: [{ rep: 'Lee, Ann', talkSeconds: 60 }] },
      {},
      {},
    ])
  })

  it('keeps what did not fit into five columns in the last one', () => {
    const transfer = `${wall(69, 3)},${id(0)},sales,"Lee, Ann",ATTENDEDTRANSFER,LINK,a,b,3,60|1`
    const { records } = read([columns, ...rows(3).slice(0, 2), transfer, ...rows(3).slice(3)])
    expect(records.find(({ externalId }) => externalId === id(0))?.legs).toMatchObject([
      { talkSeconds: 60, ending: 'attended_transfer' },
    ])
  })

  it('with too few calls to be sure takes what they tell, and else the zone that was said', () => {
    expect(read([columns, ...rows(3).slice(0, 3)]).records[0]?.startedAt).toBe(at(0))
    const told = rows(1).slice(1, 3)
    expect(read([columns, ...told], { timeZone: 'Europe/Berlin' }).records[0]?.endedAt).toBe(at(69))
    expect(read([columns, ...told]).refused).toMatchObject([
      { lineNumber: 2, reason: 'field_invalid', field: 'startedAt' },
      { lineNumber: 3, reason: 'field_invalid', field: 'startedAt' },
    ])
  })

  it('refuses rows it cannot read, and goes on', () => {
    const { records, refused } = read([
      columns,
      ...rows(3),
      'yesterday,1.1,sales,NONE,ENTERQUEUE,,1,1,,',
      '2026-02-30 10:00:00,1.1,sales,NONE,ENTERQUEUE,,1,1,,',
      'too,few',
      `${wall(1300, 3)},${id(1300)},sales,NULL,RINGNOANSWER,1000,\\N,NULL,,`,
    ])
    expect(records.length).toBe(3)
    expect(refused).toMatchObject([
      { lineNumber: 11, field: 'startedAt' },
      { lineNumber: 12, field: 'startedAt' },
      { lineNumber: 13, reason: 'malformed_line' },
      { lineNumber: 14, reason: 'field_missing', field: 'offers.0.rep' },
    ])
  })
})
