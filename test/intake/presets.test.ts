import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ColumnMapping } from '../../shared/intake/column-mapping.ts'
import { allPresets } from '../../server/intake/presets/all-presets.ts'
import { recognize } from '../../server/intake/recognition/recognize.ts'
import { readBytes, recordsOf, refusalsOf } from './reading.ts'

/** What a person adds to a preset that was recognized. */
type Said = { zone?: string; country?: string }

async function readAs(name: string, bytes: Uint8Array, said: Said = {}) {
  const told = recognize(bytes, { adapters: [], presets: allPresets })
  expect(told).toMatchObject({ kind: 'preset', name })
  return readBytes({ ...(told.mapping as ColumnMapping), ...said }, [bytes])
}

/** Text of rows written here, in the columns of an export. */
const csv = (rows: readonly Record<string, string>[]): Uint8Array => {
  const columns = Object.keys(rows[0] ?? {})
  const lines = rows.map((row) => columns.map((column) => `"${row[column] ?? ''}"`).join(','))
  return new TextEncoder().encode([columns.join(','), ...lines, ''].join('\n'))
}

const samples = '../shared/samples'
const isMissing = !existsSync(samples)
if (isMissing) console.warn(`Skipped: ${samples} is missing.`)

describe.skipIf(isMissing)('real exports through their presets', () => {
  it('Aircall: instants in UTC, waiting without the menu, talk, who hung up', async () => {
    const file = readFileSync(`${samples}/aircall/call-history-export.2025-12.csv`)
    const { lines, stop } = await readAs('aircall', file, { country: 'AU' })
    expect(stop).toBeNull()
    const [missed, first, second, outbound, closed] = recordsOf(lines)
    expect(missed).toMatchObject({
      ...{ externalId: '3331525701', direction: 'inbound', abandoned: true, legs: [] },
      ...{ startedAt: '2025-12-04T07:57:14.083Z', endedAt: '2025-12-04T08:00:51.083Z' },
      ...{ answeredAt: null, ivrSeconds: 62, queueSeconds: 155, queue: 'Sales', issue: 'Sales' },
      customer: '+61491570006',
    })
    expect(first).toMatchObject({
      ...{ startedAt: '2025-12-04T07:53:35Z', answeredAt: '2025-12-04T07:54:19Z' },
      ...{ endedAt: '2025-12-04T08:02:25Z', queueSeconds: 29, ivrSeconds: 15, abandoned: false },
      disposition: { code: null, label: 'New Orders Inquiry' },
      recordingUrl: 'https://assets.aircall.io/calls/3331520692/recording',
      legs: [
        {
          ...{ rep: 'Agent One', talkSeconds: 486, talkIncludesHold: true, endedBy: 'rep' },
          ...{ answeredAt: '2025-12-04T07:54:19Z', endedAt: '2025-12-04T08:02:25Z' },
          ...{ holdSeconds: null, wrapSeconds: null },
        },
      ],
    })
    expect(second).toMatchObject({
      ...{ queueSeconds: 30, ivrSeconds: 6 },
      legs: [{ talkSeconds: 375, endedBy: 'customer' }],
    })
    expect(outbound).toMatchObject({
      ...{ direction: 'outbound', abandoned: null, customer: '+61491570158' },
      ...{ queueSeconds: 7, endedAt: '2025-12-04T07:37:12Z' },
      legs: [{ talkSeconds: 191 }],
    })
    expect(closed).toMatchObject({ abandoned: true, queueSeconds: 26, ivrSeconds: null, legs: [] })
  })

  it('Five9: names of days and months, whom the dialler called, nobody at the phone', async () => {
    const file = readFileSync(`${samples}/five9/call-log.columns-and-values.csv`)
    const said = { zone: 'America/Los_Angeles', country: 'US' }
    const { lines, stop } = await readAs('five9', file, said)
    expect(stop).toBeNull()
    const calls = recordsOf(lines)
    expect(calls.length).toBe(3)
    expect(calls[0]).toMatchObject({
      ...{ externalId: '24382', startedAt: '2016-10-27T21:51:34Z', direction: 'outbound' },
      ...{ queue: null, customer: '+12025550101', ivrSeconds: 3, queueSeconds: 0, legs: [] },
      ...{ answeredAt: null, abandoned: null, csat: null },
      disposition: { code: null, label: 'No Disposition' },
    })
  })
})

describe('presets of which no real rows are at hand', () => {
  it('Five9: a call that a rep took', async () => {
    const row = {
      ...{ 'CALL ID': '1', TIMESTAMP: 'Mon, 02 Feb 2026 09:14:05', 'CALL TYPE': 'Inbound' },
      ...{ CAMPAIGN: 'Main', SKILL: 'Internet', AGENT: 'kim@example.com', DISPOSITION: 'Fixed' },
      ...{ ANI: '2025550101', DNIS: '8005550100', 'IVR TIME': '00:00:05', ABANDONED: '0' },
      ...{ 'QUEUE WAIT TIME': '00:00:10', 'RING TIME': '00:00:03', 'TALK TIME': '00:04:00' },
      ...{ 'HOLD TIME': '00:00:20', 'AFTER CALL WORK TIME': '00:00:30' },
    }
    const { lines } = await readAs('five9', csv([row]), { zone: 'America/New_York', country: 'US' })
    expect(recordsOf(lines)).toMatchObject([
      {
        ...{ startedAt: '2026-02-02T14:14:05Z', answeredAt: '2026-02-02T14:14:23Z' },
        ...{ direction: 'inbound', customer: '+12025550101', issue: 'Internet', abandoned: false },
        legs: [
          {
            ...{ rep: 'kim@example.com', ringSeconds: 3, talkSeconds: 240, holdSeconds: 20 },
            ...{ wrapSeconds: 30, talkIncludesHold: null },
          },
        ],
      },
    ])
  })

  it('Five9: a kind of call nobody listed is refused, not guessed', async () => {
    const row = {
      ...{ 'CALL ID': '1', TIMESTAMP: 'Mon, 02 Feb 2026 09:14:05', 'CALL TYPE': 'Video' },
      ...{ CAMPAIGN: '', AGENT: '', DISPOSITION: '', ANI: '', DNIS: '', 'IVR TIME': '' },
      ...{ ABANDONED: '', 'QUEUE WAIT TIME': '', 'RING TIME': '', 'TALK TIME': '' },
      ...{ 'HOLD TIME': '', 'AFTER CALL WORK TIME': '' },
    }
    const { lines } = await readAs('five9', csv([row]), { zone: 'UTC' })
    expect(refusalsOf(lines)).toMatchObject([{ field: 'direction', reason: 'field_invalid' }])
  })

  it('Talkdesk: parts after a transfer are no second call', async () => {
    const base = {
      ...{ 'Interaction ID': 'i1', 'Contact ID': 'c1', Direction: 'Inbound' },
      ...{ 'Contact Person Number': '+12025550101', 'Started At': '2026-02-02 09:14:05' },
      ...{ 'Wait Time': '12', 'Abandon Time': '', 'Ring Time': '4', 'Talk Time': '300' },
      ...{ 'Answered At': '2026-02-02 09:14:21', 'Connected At': '', 'Hold Time': '20' },
      ...{ 'After Call Work Time': '45', 'Finished At': '2026-02-02 09:19:41' },
      ...{ 'Transfer Out (Yes/No)': 'Yes', 'Transfer Out Type': 'Warm' },
      ...{ 'Transfer In (Yes / No)': 'No', 'Ring Groups': 'support', 'User Name': 'Kim' },
      ...{ 'Handling Ring Groups': 'support', 'Disconnected By Agent': 'No' },
      'Data Status (Valid / Damaged)': 'Valid',
    }
    const after = { ...base, 'Contact ID': 'c2', 'Transfer In (Yes / No)': 'Yes' }
    const lost = {
      ...{ ...base, 'Interaction ID': 'i2', 'Talk Time': '0', 'Abandon Time': '30' },
      ...{ 'User Name': '', 'Answered At': '', 'Transfer Out Type': '' },
      ...{ 'Transfer Out (Yes/No)': 'No' },
    }
    const { lines } = await readAs('talkdesk', csv([base, after, lost]), { zone: 'Europe/Berlin' })
    expect(lines.map(({ outcome }) => outcome.kind)).toEqual(['record', 'ignored', 'record'])
    expect(recordsOf([lines[0]!, lines[2]!])).toMatchObject([
      {
        ...{ externalId: 'i1', startedAt: '2026-02-02T08:14:05Z', queueSeconds: 12 },
        ...{ abandoned: false, answeredAt: '2026-02-02T08:14:21Z', queue: 'support' },
        legs: [
          {
            ...{ rep: 'Kim', ringSeconds: 4, talkSeconds: 300, holdSeconds: 20, wrapSeconds: 45 },
            ...{ ending: 'attended_transfer', endedBy: null },
          },
        ],
      },
      { externalId: 'i2', abandoned: true, answeredAt: null, legs: [] },
    ])
  })

  it('NICE CXone: parts after a transfer are no second call', async () => {
    const base = {
      ...{ Contact_ID: '7', Master_Contact_ID: '7', Media_Name: 'Phone Call' },
      ...{ ANI_DIALNUM: '2025550101', Skill_Name: 'Internet', Agent_Name: 'Kim Doe' },
      ...{ Start_Date: '02/03/2026', start_time: '09:14:05', PreQueue: '6', InQueue: '10' },
      ...{ Agent_Time: '300', ACW_Seconds: '40', Abandon: 'N', Disp_Name: 'Fixed', Disp_Code: '1' },
    }
    const after = { ...base, Contact_ID: '8' }
    const lost = {
      ...base,
      Contact_ID: '9',
      Master_Contact_ID: '9',
      Agent_Name: 'N/A',
      Abandon: 'Y',
    }
    const chat = { ...base, Contact_ID: '10', Master_Contact_ID: '10', Media_Name: 'Chat' }
    const said = { zone: 'UTC', country: 'US' }
    const { lines } = await readAs('cxone', csv([base, after, lost, chat]), said)
    expect(
      lines.map(({ outcome }) => (outcome.kind === 'ignored' ? outcome.rule : outcome.kind)),
    ).toEqual(['record', 'part after a transfer', 'record', 'no phone call'])
    expect(recordsOf([lines[0]!, lines[2]!])).toMatchObject([
      {
        ...{ startedAt: '2026-02-03T09:14:05Z', answeredAt: '2026-02-03T09:14:21Z' },
        ...{ ivrSeconds: 6, queueSeconds: 10, customer: '+12025550101', abandoned: false },
        ...{ disposition: { code: '1', label: 'Fixed' } },
        legs: [{ rep: 'Kim Doe', talkSeconds: 300, talkIncludesHold: true, wrapSeconds: 40 }],
      },
      { abandoned: true, answeredAt: null, legs: [] },
    ])
  })

  it('3CX: one row of a call stays, whatever rang', async () => {
    const base = {
      ...{ 'Call Time': '2026-02-03T09:14:05', 'Call ID': '00012', From: 'Doe (2025550101)' },
      ...{ To: 'Kim, Jo (117)', Direction: 'Inbound', Status: 'Answered' },
      ...{ Ringing: '00:00:08', Talking: '00:05:00' },
    }
    const rows = [
      base,
      { ...base, To: 'Support (800)', Direction: 'Inbound Queue' },
      { ...base, To: 'Lee, Al (118)', Status: 'Unanswered', Talking: '00:00:00' },
      {
        ...base,
        'Call ID': '00013',
        To: 'Support (800)',
        Direction: 'Inbound Queue',
        Status: 'Unanswered',
      },
      {
        ...base,
        'Call ID': '00014',
        From: 'Kim, Jo (117)',
        To: '2025550101',
        Direction: 'Outbound',
      },
      { ...base, 'Call Time': 'Totals' },
    ]
    const said = { zone: 'Europe/Berlin', country: 'US' }
    const { lines } = await readAs('3cx-call-log', csv(rows), said)
    expect(
      lines.map(({ outcome }) => (outcome.kind === 'ignored' ? outcome.rule : outcome.kind)),
    ).toEqual([
      ...['record', 'queue of an answered call', 'phone that was not answered'],
      ...['record', 'record', 'totals'],
    ])
    expect(recordsOf([lines[0]!, lines[3]!, lines[4]!])).toMatchObject([
      {
        ...{ startedAt: '2026-02-03T08:14:05Z', answeredAt: '2026-02-03T08:14:13Z' },
        ...{ endedAt: '2026-02-03T08:19:13Z', customer: '+12025550101', direction: 'inbound' },
        legs: [{ rep: 'Kim, Jo (117)', ringSeconds: 8, talkSeconds: 300, talkIncludesHold: true }],
      },
      { abandoned: true, queue: 'Support (800)', issue: 'Support (800)', legs: [] },
      { direction: 'outbound', customer: '+12025550101', legs: [{ rep: 'Kim, Jo (117)' }] },
    ])
  })
})
