import { describe, expect, it } from 'vitest'
import { at, id } from './asterisk-lines.ts'
import { call, complete, connect, enter, only, read } from './queue-log-call.ts'

describe('a call that is answered', () => {
  it('has waited, rung, talked with hold inside, and was ended by whom the event names', () => {
    expect(only([enter(), connect, complete()])).toMatchObject({
      ...{ externalId: call, startedAt: at(0), answeredAt: at(22), endedAt: at(82) },
      ...{ direction: 'inbound', queue: 'sales', customer: '4930555001', abandoned: false },
      ...{ queueSeconds: 12, ivrSeconds: 10 },
      legs: [
        {
          ...{ rep: 'PJSIP/701', queue: 'sales', answeredAt: at(22), endedAt: at(82) },
          ...{ ringSeconds: 9, talkSeconds: 60, holdSeconds: null, wrapSeconds: null },
          ...{ talkIncludesHold: true, ending: 'completed', endedBy: 'customer' },
        },
      ],
    })
    const [leg] = only([enter(), connect, complete('COMPLETEAGENT')]).legs
    expect(leg?.endedBy).toBe('rep')
  })

  it('began with its channel, unless that is too long ago or comes after', () => {
    const begun = (channel: number) =>
      only([
        `10|${id(channel)}|sales|NONE|ENTERQUEUE||1|1`,
        `40|${id(channel)}|sales|NONE|ABANDON|1|1|30`,
      ])
    expect(begun(-3589)).toMatchObject({ startedAt: at(-3589), ivrSeconds: 3599 })
    expect(begun(-3590)).toMatchObject({ startedAt: at(10), ivrSeconds: null })
    expect(begun(11)).toMatchObject({ startedAt: at(10), ivrSeconds: null })
    expect(begun(10)).toMatchObject({ startedAt: at(10), ivrSeconds: 0 })
  })

  it('is read in the parameters that versions 1.4 and 1.6 have', () => {
    const old = only([
      enter('4930555001', ''),
      `22|${call}|sales|PJSIP/701|CONNECT|12|${id(10)}`,
      `82|${call}|sales|PJSIP/701|COMPLETEAGENT|12|60`,
    ])
    expect(old).toMatchObject({ customer: '4930555001', queueSeconds: 12 })
    expect(old.legs).toMatchObject([{ ringSeconds: null, talkSeconds: 60 }])
  })

  it('takes hold and talk as unknown where the clock was set back, never as less than nothing', () => {
    const record = only([
      enter(),
      `22|${call}|sales|PJSIP/701|CONNECT|-3|${id(10)}|9`,
      `82|${call}|sales|PJSIP/701|COMPLETECALLER|-3|-60|1`,
    ])
    expect(record.queueSeconds).toBe(12)
    expect(record.legs[0]?.talkSeconds).toBeNull()
  })

  it('with a beginning that the log does not hold is told from how long things took', () => {
    expect(only([complete()])).toMatchObject({
      ...{ startedAt: at(0), answeredAt: at(22), queueSeconds: 12, ivrSeconds: 10, customer: null },
      legs: [{ answeredAt: at(22), talkSeconds: 60, ringSeconds: null }],
    })
  })

  it('in lines out of order comes to the same', () => {
    const { version: _, ...sorted } = only([enter(), connect, complete()])
    const { records } = read([complete(), connect, enter()])
    const { version, ...last } = records.at(-1)!
    expect(last).toEqual(sorted)
    expect(
      records.map((record) => record.version! < version! || record.version === version),
    ).toEqual(records.map(() => true))
  })

  it('is not told twice by lines that stand there twice', () => {
    const once = read([enter(), connect, complete()])
    const twice = read([
      enter(),
      enter(),
      connect,
      connect,
      complete(),
      complete(),
      enter(),
      connect,
    ])
    expect(twice.records[0]?.legs).toEqual(once.records[0]?.legs)
    expect(twice.records.at(-1)?.legs).toEqual(once.records[0]?.legs)
    expect(twice.ignored['repeated_line']).toBe(4)
  })
})

describe('callers', () => {
  it.each([
    ['', null],
    ['anonymous', null],
    ['restricted', null],
    ['unknown', null],
    ['7000', null],
    ['12345', null],
    ['030 5550 100', '+49305550100'],
    ['+4930555001', '+4930555001'],
    ['sip:+4930555001@x', '+4930555001'],
  ])('%j is the customer %j', (caller, customer) => {
    expect(only([enter(caller), connect, complete()], { country: 'DE' }).customer).toBe(customer)
  })

  it('at extensions are customers where a site says so, as at an internal help desk', () => {
    const names = { callers: 'extensions' }
    expect(only([enter('7000'), connect, complete()], { names }).customer).toBe('7000')
  })

  it('at a known rep’s extension are colleagues, whose call is internal', () => {
    const record = only([
      `0|${id(0)}|help|Local/702@from-queue/n|RINGNOANSWER|1000`,
      enter('702').replace(call, id(0, 7)),
      connect.replace(call, id(0, 7)),
      complete().replace(call, id(0, 7)),
    ])
    expect(record).toMatchObject({
      direction: 'internal',
      customer: null,
      legs: [{ talkSeconds: 60 }],
    })
  })
})

describe('phones that ring', () => {
  it('for milliseconds, for nothing at all, or until the caller leaves', () => {
    const { offers } = only([
      enter(),
      `11|${call}|sales|PJSIP/702|RINGNOANSWER|0`,
      `12|${call}|sales|PJSIP/703|RINGNOANSWER|1499`,
      `13|${call}|sales|PJSIP/704|RINGNOANSWER|1500`,
      `14|${call}|sales|PJSIP/705|AGENTDUMP|`,
      `15|${call}|sales|PJSIP/706|RINGCANCELED|4000`,
      `15|${call}|sales|PJSIP/707|ABANDON|1|1|5`,
    ])
    expect(offers).toEqual([
      { rep: 'PJSIP/702', queue: 'sales', ringSeconds: 0, result: 'unknown' },
      { rep: 'PJSIP/703', queue: 'sales', ringSeconds: 1, result: 'no_answer' },
      { rep: 'PJSIP/704', queue: 'sales', ringSeconds: 2, result: 'no_answer' },
      { rep: 'PJSIP/705', queue: 'sales', ringSeconds: null, result: 'rejected' },
      { rep: 'PJSIP/706', queue: 'sales', ringSeconds: 4, result: 'caller_left' },
      { rep: 'PJSIP/707', queue: 'sales', ringSeconds: null, result: 'caller_left' },
    ])
  })

  it('more than 200 times are ignored beyond', () => {
    const rings = Array.from(
      { length: 203 },
      (_, place) => `${11 + place}|${call}|sales|R${place}|RINGNOANSWER|1000`,
    )
    const { records, ignored } = read([enter(), ...rings, `999|${call}|sales|NONE|ABANDON|1|1|989`])
    expect(records[0]?.offers?.length).toBe(200)
    expect(ignored).toEqual({ beyond_offer_limit: 3 })
  })
})

describe('customers who leave the queue', () => {
  it.each([
    ['ABANDON|1|1|30', true, 30],
    ['EXITWITHTIMEOUT|1|1|30', false, 30],
    ['EXITWITHTIMEOUT|1', false, 32],
    ['EXITEMPTY|1|1|30', false, 30],
    ['EXITWITHKEY|5|1|1|30', false, 30],
    ['EXITWITHKEY|5|1', false, 32],
    ['WITHDRAW|1|1|30|to the desk', false, 30],
    ['SYSCOMPAT|', false, 32],
  ])('%s', (event, abandoned, queueSeconds) => {
    expect(only([enter(), `42|${call}|sales|NONE|${event}`])).toMatchObject({
      ...{ abandoned, queueSeconds, endedAt: at(42), answeredAt: null, legs: [] },
    })
  })

  it('and turn up in another have one call, whose waits add up until it is answered', () => {
    const { records, joined } = read([
      enter(),
      `40|${call}|sales|NONE|EXITWITHTIMEOUT|1|1|30`,
      `41|${call}|help|NONE|ENTERQUEUE||4930555001|1`,
      `45|${call}|help|PJSIP/704|CONNECT|4|${id(42)}|3`,
      `55|${call}|help|PJSIP/704|COMPLETEAGENT|4|10|1`,
    ])
    expect(joined).toBe(4)
    expect(records).toMatchObject([
      {
        queue: 'sales',
        queueSeconds: 34,
        endedAt: at(55),
        legs: [{ queue: 'help', talkSeconds: 10 }],
      },
    ])
  })

  it('are told when they have not turned up for ten minutes, and again if they then do', () => {
    const { records } = read([
      enter(),
      `40|${call}|sales|NONE|EXITWITHTIMEOUT|1|1|30`,
      `640|NONE|NONE|NONE|CONFIGRELOAD|`,
      `641|${call}|help|NONE|ENTERQUEUE||4930555001|1`,
      `650|${call}|help|NONE|ABANDON|1|1|9`,
    ])
    expect(records).toMatchObject([
      { queueSeconds: 30, abandoned: false, endedAt: at(40) },
      { queueSeconds: 39, abandoned: true, endedAt: at(650) },
    ])
    expect(records[1]!.version).toBeGreaterThan(records[0]!.version!)
  })
})

describe('a restart', () => {
  it('cuts off who waits and who talks, at a time nobody knows', () => {
    const other = id(0, 2)
    const { records, ignored } = read([
      enter(),
      connect,
      `23|${other}|sales|NONE|ENTERQUEUE||4930555002|1`,
      '500|NONE|NONE|NONE|QUEUESTART|',
    ])
    expect(ignored).toEqual({ system_event: 1 })
    expect(records).toMatchObject([
      {
        ...{ externalId: call, endedAt: null },
        legs: [
          { ending: 'lost', endedBy: 'system', talkSeconds: null, endedAt: null, neutral: true },
        ],
      },
      { externalId: other, endedAt: null, queueSeconds: null, abandoned: false, legs: [] },
    ])
  })

  it('of an earlier time, in a log that is not sorted, cuts nothing off', () => {
    const { records } = read([enter(), connect, '5|NONE|NONE|NONE|QUEUESTART|', complete()])
    expect(records).toMatchObject([{ legs: [{ ending: 'completed' }] }])
  })
})
