import { describe, expect, it } from 'vitest'
import { asteriskQueueLog } from '../../../server/intake/adapters/asterisk-queue-log.ts'
import { at, id, log, readText } from './asterisk-lines.ts'

const read = (...lines: string[]) => readText(asteriskQueueLog, log(...lines))

const [call, advice] = [id(0), id(40, 9)]
const begun = [
  `10|${call}|sales|NONE|ENTERQUEUE||4930555001|1`,
  `22|${call}|sales|PJSIP/701|CONNECT|12|${id(10, 2)}|9`,
]
const asked = `41|${advice}|help|NONE|ENTERQUEUE||701|1`
const answered = `45|${advice}|help|PJSIP/702|CONNECT|4|${id(41, 3)}|3`
const handedOver = (callid: string, how = 'BRIDGE|b-1') =>
  `62|${callid}|sales|PJSIP/701|ATTENDEDTRANSFER|${how}|12|40|1`
const otherSide = (callid: string) =>
  `62|${callid}|help|PJSIP/702|ATTENDEDTRANSFER|BRIDGE|b-1|4|17|1`

describe('a blind transfer', () => {
  it.each([
    ['BLINDTRANSFER|900|from-internal|12|40|1', 40],
    ['TRANSFER|900|from-internal|12|40|1', 40],
    ['TRANSFER|900|from-internal|12|40', 40],
    ['TRANSFER|900|from-internal', null],
  ])('%s ends the leg', (event, talkSeconds) => {
    const { records } = read(...begun, `62|${call}|sales|PJSIP/701|${event}`)
    expect(records).toMatchObject([
      {
        endedAt: at(62),
        legs: [{ talkSeconds, endedAt: at(62), ending: 'blind_transfer', endedBy: null }],
      },
    ])
  })

  it('into another queue makes one contact of two legs', () => {
    const { records, joined } = read(
      ...begun,
      `62|${call}|sales|PJSIP/701|BLINDTRANSFER|900|from-internal|12|40|1`,
      `63|${call}|help|NONE|ENTERQUEUE||4930555001|1`,
      `70|${call}|help|PJSIP/702|CONNECT|7|${id(64)}|6`,
      `90|${call}|help|PJSIP/702|COMPLETECALLER|7|20|1`,
    )
    expect(joined).toBe(5)
    expect(records).toMatchObject([
      {
        ...{ queue: 'sales', queueSeconds: 12, endedAt: at(90) },
        legs: [
          { rep: 'PJSIP/701', ending: 'blind_transfer', talkSeconds: 40 },
          { rep: 'PJSIP/702', queue: 'help', ending: 'completed', talkSeconds: 20 },
        ],
      },
    ])
  })

  it('whose line comes after the entry into the next queue ends the same leg', () => {
    const { records } = read(
      ...begun,
      `62|${call}|help|NONE|ENTERQUEUE||4930555001|1`,
      `62|${call}|sales|PJSIP/701|BLINDTRANSFER|900|from-internal|12|40|1`,
      `70|${call}|help|PJSIP/702|CONNECT|8|${id(64)}|6`,
      `90|${call}|help|PJSIP/702|COMPLETECALLER|8|20|1`,
    )
    expect(records.at(-1)?.legs).toMatchObject([
      { rep: 'PJSIP/701', talkSeconds: 40, endedAt: at(62), ending: 'blind_transfer' },
      { rep: 'PJSIP/702', talkSeconds: 20, endedAt: at(90), ending: 'completed' },
    ])
  })

  it('back to a rep who had it before gives that rep two legs', () => {
    const { records } = read(
      ...begun,
      `62|${call}|sales|PJSIP/701|BLINDTRANSFER|900|from-internal|12|40|1`,
      `63|${call}|sales|NONE|ENTERQUEUE||4930555001|1`,
      `70|${call}|sales|PJSIP/701|CONNECT|7|${id(64)}|6`,
      `90|${call}|sales|PJSIP/701|COMPLETECALLER|7|20|1`,
    )
    expect(records[0]?.legs.map(({ rep, talkSeconds }) => [rep, talkSeconds])).toEqual([
      ['PJSIP/701', 40],
      ['PJSIP/701', 20],
    ])
  })
})

describe('an attended transfer', () => {
  it.each(['BRIDGE|b-1', 'APP|Queue', 'LINK|PJSIP/701-1|PJSIP/701-2', 'BRIDGE'])(
    'by %s is read from the right',
    (how) => {
      const { records } = read(...begun, handedOver(call, how))
      expect(records).toMatchObject([
        { legs: [{ rep: 'PJSIP/701', ending: 'attended_transfer', talkSeconds: 40 }] },
      ])
    },
  )

  it('under another uniqueid ends the leg of this rep, queue and length', () => {
    const other = id(5, 4)
    const { records } = read(
      ...begun,
      `12|${other}|help|NONE|ENTERQUEUE||4930555002|1`,
      `20|${other}|help|PJSIP/701|CONNECT|8|${id(12)}|5`,
      handedOver(advice),
    )
    expect(records).toMatchObject([
      { externalId: call, legs: [{ ending: 'attended_transfer', talkSeconds: 40 }] },
    ])
  })

  it('of no talk that is known tells of that talk itself', () => {
    const { records } = read(handedOver(call))
    expect(records).toMatchObject([
      { externalId: call, answeredAt: at(22), legs: [{ rep: 'PJSIP/701', talkSeconds: 40 }] },
    ])
  })

  it('takes the customer into the queue in which the rep waited', () => {
    const { records, ignored, joined } = read(
      ...[...begun, asked, `44|${advice}|help|PJSIP/703|RINGNOANSWER|3000`],
      handedOver(advice, 'APP|Queue'),
      `70|${call}|help|PJSIP/702|CONNECT|8|${id(63)}|6`,
      `90|${call}|help|PJSIP/702|COMPLETEAGENT|8|20|1`,
    )
    expect({ ignored, joined }).toEqual({ ignored: { consultation: 2 }, joined: 4 })
    expect(records).toMatchObject([
      {
        externalId: call,
        legs: [{ rep: 'PJSIP/701' }, { rep: 'PJSIP/702', talkSeconds: 20, endedBy: 'rep' }],
        offers: [{ rep: 'PJSIP/703', ringSeconds: 3 }],
      },
    ])
  })

  it('to a colleague who has answered gives them a leg whose end the log may leave out', () => {
    const legs = [
      { rep: 'PJSIP/701', ending: 'attended_transfer', talkSeconds: 40 },
      { rep: 'PJSIP/702', answeredAt: at(45), talkSeconds: null, ending: null, endedAt: null },
    ]
    for (const lines of [
      [handedOver(call)],
      [handedOver(advice)],
      [handedOver(call), otherSide(advice)],
      [handedOver(call), otherSide(call)],
      [otherSide(advice), handedOver(call)],
      [otherSide(advice), handedOver(advice)],
    ]) {
      const { records, ignored } = read(...begun, asked, answered, ...lines)
      expect(records, lines.join('\n')).toMatchObject([{ externalId: call, legs }])
      expect(ignored['consultation']).toBeGreaterThanOrEqual(2)
    }
  })

  it('whose end is told after all, under either uniqueid, completes the leg', () => {
    for (const callid of [call, advice]) {
      const { records } = read(
        ...[...begun, asked, answered, handedOver(call)],
        `95|${callid}|help|PJSIP/702|COMPLETECALLER|4|50|1`,
      )
      expect(records).toMatchObject([
        { endedAt: at(95), legs: [{}, { talkSeconds: 50, ending: 'completed' }] },
      ])
    }
  })

  it('of two customers by a rep who puts them together leaves two contacts', () => {
    const other = id(30, 5)
    const { records } = read(
      ...begun,
      `41|${other}|help|NONE|ENTERQUEUE||4930555002|1`,
      handedOver(other),
      `80|${other}|help|NONE|ABANDON|1|1|39`,
    )
    expect(records.map(({ externalId }) => externalId).sort()).toEqual([call, other].sort())
  })
})

describe('a rep who asks a queue for advice', () => {
  it('and gets none is no contact', () => {
    const { records, ignored } = read(
      ...[...begun, asked, `50|${advice}|help|NONE|ABANDON|1|1|9`],
      `82|${call}|sales|PJSIP/701|COMPLETECALLER|12|60|1`,
    )
    expect(records.map(({ externalId }) => externalId)).toEqual([call])
    expect(ignored).toEqual({ consultation: 2 })
  })

  it('and gets some is a colleague’s call, internal, without a customer', () => {
    const { records } = read(
      ...[...begun, asked, answered, `60|${advice}|help|PJSIP/702|COMPLETECALLER|4|15|1`],
      `82|${call}|sales|PJSIP/701|COMPLETECALLER|12|60|1`,
    )
    expect(records).toMatchObject([
      { externalId: advice, direction: 'internal', customer: null, legs: [{ talkSeconds: 15 }] },
      { externalId: call, direction: 'inbound', legs: [{ talkSeconds: 60 }] },
    ])
  })
})
