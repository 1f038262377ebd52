import { describe, expect, it } from 'vitest'
import { asteriskQueueLog } from '../../../server/intake/adapters/asterisk-queue-log.ts'
import { readWhole } from '../../../server/intake/adapters/read-whole.ts'
import { settingsWith } from './adapter-property.ts'
import { readText } from './asterisk-lines.ts'
import { isMissing, sampleBytes, sampleText } from './sample-file.ts'

const sample = (name: string) => readText(asteriskQueueLog, sampleText(`asterisk/${name}`))
const iso = (second: number) => new Date(second * 1000).toISOString()

const names = [
  'queue_log.abandon-and-queuestart.learn-notes.log',
  'queue_log.asterisk14-2010.logchart.log',
  'queue_log.atxfer-two-queues.issue759.log',
  'queue_log.docs-sample.log',
  'queue_log.never-exited.queuemetrics.log',
  'queue_log.no-calls.am1nch1k.log',
  'queue_log.psy1-systemname.asteriskdocs3e.log',
]

describe.skipIf(isMissing)('real queue_logs', () => {
  it.each(names)('%s is recognized, and every line of it has one outcome', async (name) => {
    const text = sampleText(`asterisk/${name}`)
    expect(asteriskQueueLog.recognizes(text)).toBe(true)
    const bytes = sampleBytes(`asterisk/${name}`)
    const whole = await readWhole(asteriskQueueLog, bytes, settingsWith())
    const { records, problems, joined, ignoredByRule, read, stop } = whole
    const ignored = Object.values(ignoredByRule).reduce((sum, count) => sum + count, 0)
    expect(read).toBe(text.split('\n').filter((line) => line !== '').length)
    expect(records.length + joined + ignored).toBe(read)
    expect({ problems, stop }).toEqual({ problems: [], stop: null })
  })

  it('an attended transfer into a second queue is one contact; the consultation is none', () => {
    const { records, joined, ignored } = sample(names[2]!)
    expect({ joined, ignored }).toEqual({ joined: 5, ignored: { consultation: 2 } })
    expect(records).toEqual([
      {
        source: 'phones',
        externalId: '1717397243.239826',
        version: (1_717_397_570 * 1000 + 6) * 200,
        startedAt: iso(1_717_397_243),
        answeredAt: iso(1_717_397_271),
        endedAt: iso(1_717_397_570),
        direction: 'inbound',
        queue: '1501',
        issue: null,
        customer: '9035550102',
        abandoned: false,
        queueSeconds: 12,
        ivrSeconds: 16,
        legs: [
          {
            ...{ rep: 'PJSIP/7009', queue: '1501', ringSeconds: 11, talkSeconds: 120 },
            ...{ answeredAt: iso(1_717_397_271), endedAt: iso(1_717_397_391) },
            ...{ holdSeconds: null, wrapSeconds: null, talkIncludesHold: true },
            ...{ ending: 'attended_transfer', endedBy: null, neutral: false },
          },
          {
            ...{ rep: 'PJSIP/7051', queue: '1509', ringSeconds: 6, talkSeconds: 173 },
            ...{ answeredAt: iso(1_717_397_397), endedAt: iso(1_717_397_570) },
            ...{ holdSeconds: null, wrapSeconds: null, talkIncludesHold: true },
            ...{ ending: 'completed', endedBy: 'rep', neutral: false },
          },
        ],
        offers: [],
      },
    ])
  })

  it('uniqueids with the name of a system; the last call is still open', () => {
    const { records, ignored } = sample(names[6]!)
    expect(ignored).toEqual({ agent_state: 6, still_open: 3 })
    expect(records).toMatchObject([
      {
        externalId: 'psy1-1292281041.87',
        startedAt: iso(1_292_281_041),
        answeredAt: iso(1_292_281_048),
        endedAt: iso(1_292_284_121),
        customer: '4165551212',
        queue: '7100',
        queueSeconds: 2,
        ivrSeconds: 5,
        legs: [
          {
            ...{ rep: 'Local/9990@MemberConnector', ringSeconds: 0, talkSeconds: 3073 },
            ...{ ending: 'completed', endedBy: 'customer' },
          },
        ],
        offers: [{ rep: 'Local/9996@MemberConnector', ringSeconds: 0, result: 'unknown' }],
      },
    ])
  })

  it('a call abandoned, and one that was cut off by a restart', () => {
    const { records, ignored } = sample(names[0]!)
    expect(ignored).toEqual({ system_event: 6, agent_state: 1 })
    expect(records).toMatchObject([
      {
        externalId: '1596512941.163',
        startedAt: iso(1_596_512_941),
        endedAt: iso(1_596_513_009),
        customer: null,
        queue: 'support',
        abandoned: true,
        queueSeconds: 68,
        ivrSeconds: 0,
        answeredAt: null,
        legs: [],
      },
      {
        externalId: '1596513054.164',
        startedAt: iso(1_596_513_054),
        endedAt: null,
        queue: 'sales',
        abandoned: false,
        queueSeconds: null,
        legs: [],
      },
    ])
  })

  it('a log of 2010: fewer parameters, and a beginning that is missing', () => {
    const { records, ignored } = sample(names[1]!)
    expect(ignored).toEqual({ system_event: 2, still_open: 3 })
    expect(records).toMatchObject([
      {
        externalId: '1266833925.10',
        startedAt: iso(1_266_833_925),
        answeredAt: iso(1_266_833_933),
        endedAt: iso(1_266_833_937),
        customer: null,
        queueSeconds: 2,
        ivrSeconds: 6,
        legs: [
          {
            ...{ rep: 'Local/2004@from-internal/n', queue: '9000', ringSeconds: null },
            ...{ talkSeconds: 4, endedBy: 'customer', ending: 'completed' },
          },
        ],
        offers: [
          { rep: 'Local/2008@from-internal/n', ringSeconds: 1, result: 'no_answer' },
          { rep: 'Local/2010@from-internal/n', ringSeconds: 1, result: 'no_answer' },
          { rep: 'Local/2005@from-internal/n', ringSeconds: 2, result: 'no_answer' },
        ],
      },
      {
        externalId: '1266833996.30',
        queueSeconds: 36,
        legs: [{ rep: 'Local/2004@from-internal/n', talkSeconds: 8, endedBy: 'rep' }],
        offers: [],
      },
    ])
  })

  it('logs without a call that has ended give no record', () => {
    expect(sample(names[3]!)).toMatchObject({ records: [], ignored: { still_open: 1 } })
    expect(sample(names[5]!)).toMatchObject({ records: [], ignored: { system_event: 12 } })
    expect(sample(names[4]!)).toMatchObject({
      records: [],
      ignored: { never_ended: 2, still_open: 1 },
    })
  })
})

describe('what is taken for a queue_log', () => {
  it.each([
    ['1717397243|1717397243.1|q|NONE|ENTERQUEUE||1|1\n', true],
    ['\uFEFF\n1717397243|NONE|NONE|NONE|QUEUESTART|', true],
    ['time,callid,queuename,agent,event,data1,data2,data3,data4,data5\n', true],
    ['"id";"time";"callid";"queuename";"serverid";"agent";"event";"data"\n', true],
    ['1717397243,1,2,3\n', false],
    ['time,agent,event\n', false],
    ['{"a":1}', false],
    ['', false],
  ])('%j: %s', (head, isOne) => {
    expect(asteriskQueueLog.recognizes(head)).toBe(isOne)
  })
})
