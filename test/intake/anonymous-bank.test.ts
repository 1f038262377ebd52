import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { addToTally, emptyTally } from '../../server/intake/intake-tally.ts'
import { readDelimited } from '../../server/intake/read-delimited.ts'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import { mappingOf, now } from './reading.ts'

const folder = '../shared/data/technion-1999'
const months = ['january', 'february', 'march', 'april', 'may']
const isMissing = !existsSync(folder)
if (isMissing) console.warn(`Skipped: ${folder} is missing.`)

const mapping = mappingOf(JSON.parse(readFileSync('docs/mappings/anonymous-bank.json', 'utf8')))
const tally = emptyTally()
const records = new Map<string, CallRecord>()
const stops: string[] = []

async function readMonth(month: string) {
  const file = createReadStream(`${folder}/${month}.txt.gz`)
  for await (const step of readDelimited(file, mapping, now)) {
    if (step.kind === 'stopped') {
      stops.push(step.message)
      continue
    }
    addToTally(tally, step.lines)
    for (const { outcome } of step.lines) {
      if (outcome.kind === 'record') records.set(outcome.record.externalId, outcome.record)
    }
  }
}

describe.skipIf(isMissing)('five months of the Anonymous Bank', () => {
  beforeAll(async () => {
    for (const month of months) await readMonth(month)
  }, 60_000)

  const callOf = (externalId: string) => records.get(externalId)!
  const legOf = (externalId: string) => callOf(externalId).legs[0]!

  it('accounts for every line', () => {
    expect(stops).toEqual([])
    expect(tally.read).toBe(175_333)
    expect(tally.ignoredByRule).toEqual(new Map([['phantom', 1_648]]))
    expect(tally.refusedByReason).toEqual(new Map())
    expect(tally.accepted).toBe(175_333 - 1_648)
  })

  it('gives every call an id of its own', () => {
    expect(records.size).toBe(tally.accepted)
  })

  it('agrees with what is published of the services', () => {
    const talk = [...records.values()]
      .flatMap(({ legs }) => legs.map(({ talkSeconds }) => talkSeconds ?? 0))
      .filter((seconds) => seconds > 0)
      .sort((a, b) => a - b)
    const sum = talk.reduce((all, seconds) => all + seconds, 0)
    expect(talk.length).toBe(132_714)
    expect(sum / talk.length).toBeCloseTo(194.7, 1)
    expect(talk[Math.floor(talk.length / 2)]).toBe(117)
    expect(talk.filter((seconds) => seconds < 10).length / talk.length).toBeCloseTo(0.0526, 4)
  })

  it('knows the reps by one name each, and nobody by NO_SERVER', () => {
    const reps = new Set([...records.values()].flatMap(({ legs }) => legs.map(({ rep }) => rep)))
    expect([...reps].filter((rep) => !/^R\d\d$/.test(rep))).toEqual([])
    expect(reps.size).toBe(31)
  })

  it('identifies no caller by 0 or by a number a spreadsheet broke', () => {
    const customers = [...records.values()].flatMap(({ customer }) => customer ?? [])
    expect(customers.length).toBe(88_994)
    expect(customers.filter((customer) => !/^\d{8}$/.test(customer))).toEqual([])
  })

  it('reads a call that was served', () => {
    expect(callOf('AA0101-33118-990101')).toMatchObject({
      startedAt: '1999-01-01T04:55:20Z',
      answeredAt: '1999-01-01T04:55:43Z',
      endedAt: '1999-01-01T04:56:37Z',
      queue: 'PS',
      issue: 'PS',
      customer: '33461827',
      abandoned: false,
      queueSeconds: 17,
      ivrSeconds: 6,
      legs: [{ rep: 'R17', talkSeconds: 54, answeredAt: '1999-01-01T04:55:43Z' }],
    })
  })

  it('reads a caller who hung up in the queue, and one who never got there', () => {
    expect(callOf('AA0101-33116-990101')).toMatchObject({
      abandoned: true,
      answeredAt: null,
      endedAt: '1998-12-31T22:03:09Z',
      queueSeconds: 153,
      legs: [],
    })
    expect(callOf('AA0101-33117-990101')).toMatchObject({
      endedAt: '1998-12-31T22:34:23Z',
      queueSeconds: null,
    })
    expect(callOf('AA0101-33314-990104').queueSeconds).toBe(0)
  })

  it('follows a call over midnight', () => {
    expect(callOf('AA0106-35258-990123').startedAt).toBe('1999-01-23T21:59:48Z')
    expect(legOf('AA0106-35258-990123')).toMatchObject({
      answeredAt: '1999-01-23T22:00:01Z',
      endedAt: '1999-01-23T22:00:24Z',
    })
    expect(legOf('AA0102-28748-990105').endedAt).toBe('1999-01-05T22:03:40Z')
  })

  it('sees a queue that begins at the stroke of midnight', () => {
    expect(callOf('AA0102-31056-990215').queueSeconds).toBe(27)
  })

  it('knows summer time, which began on 2 April', () => {
    const hours = (day: string) =>
      [...records.values()]
        .filter(({ externalId }) => externalId.endsWith(day))
        .map(({ startedAt }) => startedAt.slice(0, 13))
    expect(Math.min(...hours('990401').map((hour) => Date.parse(`${hour}:00Z`)))).toBe(
      Date.parse('1999-03-31T22:00Z'),
    )
    expect(Math.min(...hours('990404').map((hour) => Date.parse(`${hour}:00Z`)))).toBe(
      Date.parse('1999-04-03T21:00Z'),
    )
  })

  it('keeps a service of eight hours as found, and claims no time it was answered at', () => {
    expect(legOf('AA0111-2958-990429')).toMatchObject({ talkSeconds: 30_278, answeredAt: null })
  })

  it('takes a menu time below zero for not known', () => {
    expect(callOf('AA0101-33757-990113')).toMatchObject({ ivrSeconds: null, queueSeconds: 77 })
  })

  it('credits nobody with a service after the caller hung up', () => {
    expect(callOf('AA0103-24653-990113')).toMatchObject({ abandoned: true, legs: [] })
  })

  it('keeps a rep whose service was not recorded, without a time', () => {
    expect(legOf('AA0102-28609-990104')).toMatchObject({ rep: 'R13', talkSeconds: null })
    expect(legOf('AA0107-2024-990101')).toMatchObject({ rep: 'R23', talkSeconds: 0 })
  })

  it('trims what stands before a type', () => {
    expect(new Set([...records.values()].map(({ queue }) => queue))).toEqual(
      new Set(['PS', 'NW', 'NE', 'TT', 'IN', 'PE', 'AA']),
    )
  })
})
