import { createReadStream, existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readBytes, recordsOf } from './reading.ts'

/** Exports of real phone systems; the mappings here show that the language can say them. */
const folder = '../shared/samples'
const isMissing = !existsSync(folder)
if (isMissing) console.warn(`Skipped: ${folder} is missing.`)

const aircall = {
  language: 1,
  name: 'Aircall, call history',
  source: 'aircall',
  file: { delimiter: 'auto' },
  zone: 'UTC',
  nulls: ['[No associated user]'],
  columns: { tags: { aliases: { 'New Orders Inquiry': 'new-order' } } },
  call: {
    externalId: { column: 'Call ID (internal)' },
    startedAt: { column: 'datetime (utc)', formats: ['iso'] },
    answeredAt: {
      after: 'startedAt',
      plus: ['queueSeconds', 'ivrSeconds'],
      when: [{ column: 'answered', is: ['Yes'] }],
    },
    endedAt: { column: 'call end time', formats: ['iso'], zone: 'Australia/Melbourne' },
    direction: { column: 'direction' },
    queue: { firstOf: [{ column: 'ivr branch' }, { column: 'line' }] },
    issue: { column: 'tags' },
    customer: {
      firstOf: [
        { column: 'from', when: [{ column: 'direction', is: ['inbound'] }] },
        { column: 'to' },
      ],
    },
    abandoned: {
      column: 'answered',
      map: { Yes: false, No: true },
      when: [{ column: 'direction', is: ['inbound'] }],
    },
    queueSeconds: {
      firstOf: [
        { column: 'waiting time', formats: ['H:mm:ss'], minus: ['ivrSeconds'] },
        { column: 'waiting time', formats: ['H:mm:ss'] },
      ],
    },
    ivrSeconds: { column: 'time in ivr', formats: ['H:mm:ss'] },
    recordingUrl: { column: 'recording' },
  },
  leg: {
    rep: { column: 'user' },
    ringSeconds: { column: 'time to answer', formats: ['H:mm:ss'] },
    talkSeconds: { column: 'duration (in call)', formats: ['seconds'] },
    talkIncludesHold: { constant: true },
    endedBy: { column: 'disconnected by', map: { agent: 'rep', external: 'customer' } },
  },
}

const threeCx = {
  language: 1,
  name: '3CX, CDR service',
  source: '3cx',
  file: {
    delimiter: ',',
    columns:
      'historyid,callid,duration,time_start,time_answered,time_end,reason_terminated,from_no,to_no,from_dn,to_dn,dial_no,reason_changed,final_number,final_dn,bill_code,bill_rate,bill_cost,bill_name,chain,from_type,to_type,final_type,from_dispname,to_dispname,final_dispname,missed_queue_calls'.split(
        ',',
      ),
  },
  zone: 'UTC',
  columns: { historyid: { rewrite: [{ pattern: '^Call (\\d+)$', to: '$1' }] } },
  call: {
    externalId: { template: '{historyid}/{callid}' },
    startedAt: { column: 'time_start', formats: ['YYYY/MM/DD HH:mm:ss'] },
    answeredAt: { column: 'time_answered', formats: ['YYYY/MM/DD HH:mm:ss'] },
    endedAt: { column: 'time_end', formats: ['YYYY/MM/DD HH:mm:ss'] },
    direction: { column: 'from_type', map: { Extension: 'outbound', Line: 'inbound' } },
  },
  leg: {
    rep: {
      firstOf: [
        { column: 'from_dn', when: [{ column: 'from_type', is: ['Extension'] }] },
        { column: 'final_dn', when: [{ column: 'final_type', is: ['Extension'] }] },
      ],
    },
    ringSeconds: { since: 'startedAt', until: 'answeredAt' },
    talkSeconds: { since: 'answeredAt', until: 'endedAt' },
    talkIncludesHold: { constant: true },
  },
}

const five9 = {
  language: 1,
  name: 'Five9, call log',
  source: 'five9',
  file: { delimiter: ',' },
  zone: 'America/Los_Angeles',
  nulls: ['[None]', '[Deleted]'],
  call: {
    externalId: { column: 'CALL ID' },
    startedAt: { column: 'TIMESTAMP', formats: ['ddd, DD MMM YYYY HH:mm:ss'] },
    direction: {
      column: 'CALL TYPE',
      map: { Inbound: 'inbound', 'Queue Callback': 'inbound' },
      otherwise: 'outbound',
    },
    queue: { column: 'CAMPAIGN' },
    customer: { column: 'ANI' },
    queueSeconds: { column: 'QUEUE WAIT TIME', formats: ['H:mm:ss'] },
    ivrSeconds: { column: 'IVR TIME', formats: ['H:mm:ss'] },
    disposition: { label: { column: 'DISPOSITION' } },
  },
  leg: {
    rep: { column: 'AGENT' },
    ringSeconds: { column: 'RING TIME', formats: ['H:mm:ss'] },
    talkSeconds: { column: 'TALK TIME', formats: ['H:mm:ss'] },
    holdSeconds: { column: 'HOLD TIME', formats: ['H:mm:ss'] },
    wrapSeconds: { column: 'AFTER CALL WORK TIME', formats: ['H:mm:ss'] },
  },
}

async function recordsIn(mapping: unknown, file: string) {
  const { lines, stop } = await readBytes(mapping, createReadStream(`${folder}/${file}`))
  expect(stop).toBeNull()
  return recordsOf(lines)
}

describe.skipIf(isMissing)('vendors’ own exports', () => {
  it('Aircall: waiting without the menu, talk, and who hung up', async () => {
    const calls = await recordsIn(aircall, 'aircall/call-history-export.2025-12.csv')
    const facts = calls.map((call) => ({
      direction: call.direction,
      ivr: call.ivrSeconds,
      queue: call.queueSeconds,
      talk: call.legs[0]?.talkSeconds ?? null,
      ring: call.legs[0]?.ringSeconds ?? null,
      by: call.legs[0]?.endedBy ?? null,
    }))
    expect(facts).toEqual([
      { direction: 'inbound', ivr: 62, queue: 155, talk: null, ring: null, by: null },
      { direction: 'inbound', ivr: 15, queue: 29, talk: 486, ring: 29, by: 'rep' },
      { direction: 'inbound', ivr: 6, queue: 30, talk: 375, ring: 30, by: 'customer' },
      { direction: 'outbound', ivr: null, queue: 7, talk: 191, ring: null, by: 'customer' },
      { direction: 'inbound', ivr: null, queue: 26, talk: null, ring: null, by: null },
    ])
  })

  it('Aircall: instants from two zones in one row agree', async () => {
    const [missed, served] = await recordsIn(aircall, 'aircall/call-history-export.2025-12.csv')
    expect(missed).toMatchObject({
      startedAt: '2025-12-04T07:57:14.083Z',
      endedAt: '2025-12-04T08:00:51Z',
      answeredAt: null,
      abandoned: true,
      customer: '61491570006',
      legs: [],
    })
    expect(served).toMatchObject({
      answeredAt: '2025-12-04T07:54:19Z',
      endedAt: '2025-12-04T08:02:25Z',
      issue: 'new-order',
      recordingUrl: 'https://assets.aircall.io/calls/3331520692/recording',
    })
  })

  it('3CX: a file without a header, talk between two times', async () => {
    const calls = await recordsIn(threeCx, '3cx/legacy-cdr-line.csv')
    expect(calls).toMatchObject([
      {
        externalId: '288831/4cc2c72490010000_26808',
        startedAt: '2024-06-17T05:59:49Z',
        direction: 'outbound',
        legs: [{ rep: '10016', ringSeconds: 9, talkSeconds: 25, talkIncludesHold: true }],
      },
    ])
  })

  it('Five9: names of days and months, quoted cells, nobody at the phone', async () => {
    const calls = await recordsIn(five9, 'five9/call-log.columns-and-values.csv')
    expect(calls.length).toBe(3)
    expect(calls[0]).toMatchObject({
      startedAt: '2016-10-27T21:51:34Z',
      direction: 'outbound',
      queue: null,
      customer: '8005550100',
      ivrSeconds: 3,
      disposition: { code: null, label: 'No Disposition' },
      legs: [],
    })
  })
})
