import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPresenceEvent } from '../../../shared/floor/check-presence-event.ts'
import { usualRuns } from '../adapters/adapter-property.ts'
import { at, id, log, ten } from '../adapters/asterisk-lines.ts'
import { mutated } from '../adapters/mutations.ts'
import { openFollower } from './log-follower.ts'
import { heldAfter } from './words.ts'

const anHourLater = (ten + 3_600) * 1000
const heldOf = (...lines: string[]) => {
  const follower = openFollower(anHourLater)
  follower.lineByLine(log(...lines))
  return heldAfter(follower.heard)
}

const call = id(0)
const enter = `5|${call}|sales|NONE|ENTERQUEUE||0305550011|1`
const connect = `15|${call}|sales|PJSIP/7001|CONNECT|10|${id(9)}|6`
const complete = `95|${call}|sales|PJSIP/7001|COMPLETEAGENT|10|80|1`

describe('a log that is followed tells the floor', () => {
  it.each([
    [[enter], { calls: { [call]: 'waiting sales' }, reps: {} }],
    [[enter, `9|${call}|sales|PJSIP/7002|RINGNOANSWER|4000`], { reps: {} }],
    [
      [enter, connect],
      { calls: { [call]: 'answered sales' }, reps: { 'PJSIP/7001': `talking sales ${call}` } },
    ],
    [
      [enter, connect, complete],
      { calls: { [call]: 'ended sales' }, reps: { 'PJSIP/7001': 'available' } },
    ],
    [[enter, `40|${call}|sales|NONE|ABANDON|1|1|35`], { calls: { [call]: 'abandoned sales' } }],
    [[enter, `40|${call}|sales|NONE|EXITWITHTIMEOUT|1|1|35`], { calls: { [call]: 'ended sales' } }],
    [
      [enter, connect, `60|${call}|sales|PJSIP/7001|BLINDTRANSFER|900|x|10|45|1`],
      { calls: { [call]: 'ended sales' }, reps: { 'PJSIP/7001': 'available' } },
    ],
    [
      [enter, connect, `200|NONE|NONE|NONE|QUEUESTART|`],
      { calls: { [call]: 'ended sales' }, reps: { 'PJSIP/7001': 'available' } },
    ],
  ])('by the lines of calls: %j', (lines, expected) => {
    expect(heldOf(...lines)).toMatchObject(expected)
  })

  it.each([
    ['PAUSE|lunch', 'away lunch'],
    ['PAUSE|', 'away'],
    ['PAUSE|wrap', 'wrapping_up'],
    ['PAUSEALL|', 'away'],
    ['UNPAUSE|', 'available'],
    ['ADDMEMBER|', 'available'],
    ['ADDMEMBER|PAUSED', 'away'],
    ['REMOVEMEMBER|', 'signed_out'],
    ['AGENTLOGIN|SIP/1', 'available'],
    ['AGENTLOGOFF|SIP/1|600', 'signed_out'],
    ['AGENTCALLBACKLOGIN|1@x', 'available'],
    ['AGENTCALLBACKLOGOFF|1@x|600|', 'signed_out'],
    ['PENALTY|3', undefined],
  ])('by a line of a rep: %s', (line, word) => {
    expect(heldOf(`1|NONE|sales|Ann Lee|${line}`).reps['Ann Lee']).toBe(word)
  })

  it('a pause during a call begins when the call is over, and ends with its end', () => {
    const pause = `50|NONE|sales|PJSIP/7001|PAUSE|lunch`
    const rep = (...lines: string[]) => heldOf(enter, connect, pause, ...lines).reps['PJSIP/7001']
    expect(rep()).toBe(`talking sales ${call}`)
    expect(rep(complete)).toBe('away lunch')
    expect(rep(complete, `120|NONE|sales|PJSIP/7001|UNPAUSE|`)).toBe('available')
    expect(rep(`60|NONE|sales|PJSIP/7001|UNPAUSE|`, complete)).toBe('available')
  })

  it('who leaves one queue of two is there', () => {
    const added = [`1|NONE|sales|Ann|ADDMEMBER|`, `1|NONE|help|Ann|ADDMEMBER|`]
    expect(heldOf(...added, `9|NONE|help|Ann|REMOVEMEMBER|`).reps['Ann']).toBe('available')
    const left = [`9|NONE|help|Ann|REMOVEMEMBER|`, `9|NONE|sales|Ann|REMOVEMEMBER|`]
    expect(heldOf(...added, ...left).reps['Ann']).toBe('signed_out')
  })

  it('a call that is answered and over within one second is over', () => {
    const quick = [`15|${call}|sales|PJSIP/7001|COMPLETECALLER|10|0|1`]
    expect(heldOf(enter, connect, ...quick).reps).toEqual({ 'PJSIP/7001': 'available' })
    const again = [
      `15|${id(10)}|sales|NONE|ENTERQUEUE||0305550012|1`,
      `15|${id(10)}|sales|PJSIP/7001|CONNECT|0|${id(15)}|0`,
    ]
    expect(heldOf(enter, connect, ...quick, ...again).reps).toEqual({
      'PJSIP/7001': `talking sales ${id(10)}`,
    })
  })

  it('names call, queue and caller as the call record does', () => {
    const follower = openFollower(anHourLater)
    follower.lineByLine(log(enter))
    expect(follower.heard).toEqual([
      {
        ...{ kind: 'call', source: 'phones', at: at(5), call, state: 'waiting', queue: 'sales' },
        customer: '+49305550011',
      },
    ])
  })

  it('a colleague who calls for advice is no customer who waits', () => {
    const asks = `30|${id(30)}|help|NONE|ENTERQUEUE||7001|1`
    expect(heldOf(enter, connect, asks).calls).toEqual({ [call]: 'answered sales' })
  })
})

describe('what is told of a log', () => {
  it('is how it stands, however much was read before', () => {
    const follower = openFollower(anHourLater)
    const many = Array.from({ length: 500 }, (_, place) => [
      `${place}|${id(place, place)}|sales|NONE|ENTERQUEUE||0305550011|1`,
      `${place}|${id(place, place)}|sales|PJSIP/7001|CONNECT|0|1.1|0`,
      `${place}|${id(place, place)}|sales|PJSIP/7001|COMPLETEAGENT|0|0|1`,
    ]).flat()
    follower.read(log(...many, `600|${id(600)}|sales|NONE|ENTERQUEUE||0305550011|1`))
    expect(heldAfter(follower.tell())).toEqual({
      calls: { [id(600)]: 'waiting sales' },
      reps: { 'PJSIP/7001': 'available' },
    })
    expect(follower.tell()).toEqual([])
  })

  it('stays to be told until it was', () => {
    const follower = openFollower(anHourLater)
    follower.read(log(enter))
    expect(follower.unsaid()).toHaveLength(1)
    follower.read(log(connect, complete))
    expect(heldAfter(follower.unsaid()).reps).toEqual({ 'PJSIP/7001': 'available' })
    follower.tell()
    expect(follower.unsaid()).toEqual([])
  })

  it('is nothing that nobody would believe any more', () => {
    const follower = openFollower((ten + 86_400) * 1000)
    follower.lineByLine(log(enter, connect, `50|NONE|sales|Ann|PAUSE|lunch`))
    expect(follower.heard).toEqual([])
  })

  it('ends what was told before a stop', () => {
    const follower = openFollower(anHourLater)
    follower.lineByLine(log(enter, `6|${id(1)}|sales|NONE|ENTERQUEUE||0305550012|2`, connect))
    follower.restart()
    follower.read(log(complete, `99|${id(1)}|sales|NONE|ABANDON|1|1|93`))
    expect(heldAfter(follower.tell())).toEqual({
      calls: { [call]: 'ended sales', [id(1)]: 'abandoned sales' },
      reps: { 'PJSIP/7001': 'available' },
    })
  })

  it('knows after a stop which queues somebody is in, and that they pause', () => {
    const follower = openFollower(anHourLater)
    const member = (at: number, queue: string, name: string): string =>
      `${at}|NONE|${queue}|PJSIP/7001|${name}|`
    follower.lineByLine(log(member(1, 'sales', 'ADDMEMBER'), member(2, 'help', 'ADDMEMBER')))
    follower.restart()
    follower.lineByLine(log(member(3, 'sales', 'REMOVEMEMBER')))
    expect(heldAfter(follower.heard).reps).toEqual({ 'PJSIP/7001': 'available' })
    follower.lineByLine(log(member(4, 'help', 'REMOVEMEMBER')))
    expect(heldAfter(follower.heard).reps).toEqual({ 'PJSIP/7001': 'signed_out' })
  })

  it('is the same at the end, line by line or at once', () => {
    const lines = day.split('\n')
    const single = openFollower(anHourLater)
    single.lineByLine(day)
    const one = heldAfter(single.heard)
    fc.assert(
      fc.property(fc.array(fc.nat({ max: lines.length }), { maxLength: 9 }), (stops) => {
        const whole = openFollower(anHourLater)
        const places = [0, ...stops.sort((a, b) => a - b), lines.length]
        for (const [place, from] of places.entries()) {
          const part = lines.slice(from, places[place + 1] ?? lines.length)
          if (part.length > 0) whole.read(part.join('\n'))
          whole.tell()
        }
        const other = heldAfter(whole.heard)
        expect(other.reps).toEqual(one.reps)
        expect(one.calls).toMatchObject(other.calls)
      }),
      { numRuns: usualRuns / 3 },
    )
  })

  it('is nothing the floor would refuse, whatever the log holds', () => {
    fc.assert(
      fc.property(mutated([day]), (text) => {
        const follower = openFollower(anHourLater)
        follower.lineByLine(text.slice(0, 4_000))
        for (const event of follower.heard) {
          expect(checkPresenceEvent(event, anHourLater).problem).toBeNull()
        }
      }),
      { numRuns: usualRuns },
    )
  })
})

/** Calls of three reps, some handed on, some abandoned, with pauses between them. */
const day = log(
  ...Array.from({ length: 20 }, (_, place) => place * 61).flatMap((begun, place) => {
    const [own, rep] = [id(begun, place), `PJSIP/700${place % 3}`]
    const caller = `030555${1_000 + place}`
    return [
      `${begun + 5}|${own}|sales|NONE|ENTERQUEUE||${caller}|1`,
      ...(place % 4 === 3
        ? [`${begun + 35}|${own}|sales|NONE|ABANDON|1|1|30`]
        : [
            `${begun + 15}|${own}|sales|${rep}|CONNECT|10|1.1|6`,
            `${begun + 50}|${own}|sales|${rep}|COMPLETECALLER|10|35|1`,
            `${begun + 51}|NONE|sales|${rep}|PAUSE|lunch`,
            `${begun + 58}|NONE|sales|${rep}|UNPAUSE|`,
          ]),
    ]
  }),
)
