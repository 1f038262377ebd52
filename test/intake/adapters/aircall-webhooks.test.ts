import { describe, expect, it } from 'vitest'
import { aircallWebhooks } from '../../../server/intake/adapters/aircall-webhooks.ts'
import { readWhole } from '../../../server/intake/adapters/read-whole.ts'
import { aircallCall, aircallEvents, epoch, wrapUp } from './aircall-events.ts'
import { holdsForAnyText, readPieces, settingsWith } from './adapter-property.ts'
import { isMissing, sampleBytes, sampleText } from './sample-file.ts'

const settings = settingsWith({ source: 'aircall', names: { issue: 'tag' } })
const file = 'aircall/webhooks.37-events.json'

describe.skipIf(isMissing)('37 events of a demo account', () => {
  const whole = () => readWhole(aircallWebhooks, sampleBytes(file), settings)
  const call = async (id: string) =>
    (await whole()).records.find(({ record }) => record.externalId === id)?.record

  it('are four calls; each event is accounted for', async () => {
    const { records, problems, joined, ignoredByRule, read, stop } = await whole()
    expect({ joined, ignoredByRule, read, stop, problems }).toEqual({
      joined: 16,
      ignoredByRule: { agent_state: 6, number_change: 8, contact_change: 3 },
      read: 37,
      stop: null,
      problems: [],
    })
    expect(records.map(({ record }) => record.externalId).sort()).toEqual([
      '780836699',
      '780836754',
      '780883160',
      '782972196',
    ])
  })

  it('780836699 went out, rang for 5 seconds and took 13 without 2 on hold', async () => {
    expect(await call('780836699')).toMatchObject({
      source: 'aircall',
      startedAt: '2022-03-04T10:28:55Z',
      answeredAt: '2022-03-04T10:29:00Z',
      endedAt: '2022-03-04T10:29:15Z',
      direction: 'outbound',
      queue: 'Demo Test',
      customer: '+43720880079',
      abandoned: false,
      queueSeconds: null,
      offers: [],
      legs: [
        {
          rep: 'Demo Test RrNuYErJ74',
          ringSeconds: 5,
          talkSeconds: 13,
          holdSeconds: 2,
          wrapSeconds: null,
          talkIncludesHold: false,
          ending: 'completed',
        },
      ],
    })
  })

  it('780836754 was missed after 17 seconds and left a voicemail', async () => {
    expect(await call('780836754')).toMatchObject({
      direction: 'inbound',
      answeredAt: null,
      abandoned: true,
      queueSeconds: 17,
      legs: [],
      offers: [{ rep: 'Rep One', result: 'no_answer', ringSeconds: null }],
      recordingUrl: 'https://assets.aircall.io/calls/780836754/voicemail',
    })
  })

  it('780883160 waited 15, talked 189 and 4 on hold, 15 of wrap-up, and stayed with its rep', async () => {
    expect(await call('780883160')).toMatchObject({
      startedAt: '2022-03-04T10:52:54Z',
      queueSeconds: 15,
      customer: '+443308186690',
      issue: 'Assess_Eng_Lvl',
      disposition: { code: null, label: 'Assess_Eng_Lvl' },
      legs: [
        {
          rep: 'Rep One',
          answeredAt: '2022-03-04T10:53:09Z',
          endedAt: '2022-03-04T10:56:22Z',
          talkSeconds: 189,
          holdSeconds: 4,
          wrapSeconds: 15,
          ending: 'completed',
        },
      ],
      offers: [{ rep: 'Rep Two', result: 'unknown' }],
    })
  })

  it('reads the same from one event a line, and is recognized', async () => {
    const text = sampleText(file)
    expect(aircallWebhooks.recognizes(text.slice(0, 65_536))).toBe(true)
    const lines = (JSON.parse(text) as { body: unknown }[]).map(({ body }) => JSON.stringify(body))
    const bytes = new TextEncoder().encode(lines.join('\n'))
    const { records } = await readWhole(aircallWebhooks, bytes, settings)
    expect(records).toEqual((await whole()).records)
  })
})

describe('a file of webhooks', () => {
  const read = (events: readonly unknown[]) =>
    readPieces(aircallWebhooks, [events.map((event) => JSON.stringify(event)).join('\n')], settings)
  const kinds = (events: readonly unknown[]) =>
    read(events).lines.map(({ lineNumber, outcome }) => [lineNumber, outcome.kind])

  it('gives a call with the last of its events, and joins the others and its wrap-up', () => {
    const events = [wrapUp('start', 60, 1), ...aircallEvents(), wrapUp('end', 75, 1)]
    const { lines } = read(events)
    expect(lines.map(({ outcome }) => outcome.kind).sort()).toEqual([
      ...['joined', 'joined', 'joined', 'joined', 'record'],
    ])
    const record = lines.find(({ outcome }) => outcome.kind === 'record')
    expect(record?.lineNumber).toBe(4)
    expect(record?.outcome).toMatchObject({ record: { legs: [{ wrapSeconds: 15 }] } })
  })

  it('leaves a call that goes on, and a wrap-up without a call', () => {
    const going = [aircallCall('call.created', 0), wrapUp('end', 900, 7)]
    expect(read(going).lines.map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'ignored', rule: 'still_open' },
      { kind: 'ignored', rule: 'wrap_up_without_call' },
    ])
  })

  it('takes an event of a kind that is not known for what it tells of the call', () => {
    const summary = { ...aircallCall('call.summary_created', 90), event: 'call.summary_created' }
    expect(kinds([...aircallEvents(), summary])).toContainEqual([4, 'record'])
    const other = { ...summary, data: { id: 1, content: 'a transcript' } }
    expect(read([other]).lines[0]?.outcome).toEqual({ kind: 'ignored', rule: 'unknown_event' })
    const message = { resource: 'message', event: 'message.sent', timestamp: epoch, data: {} }
    expect(read([message]).lines[0]?.outcome).toEqual({ kind: 'ignored', rule: 'unknown_event' })
  })

  it.each([
    ['no event at all', { a: 1 }, 'malformed_line', null],
    ['no timestamp', { ...aircallCall('call.ended', 60), timestamp: 'x' }, 'malformed_line', null],
    ['no id', aircallCall('call.ended', 60, { id: null }), 'field_invalid', 'externalId'],
    ['no start', aircallCall('call.ended', 60, { started_at: '' }), 'field_invalid', 'startedAt'],
    [
      'no direction',
      aircallCall('call.ended', 60, { direction: 'up' }),
      'field_invalid',
      'direction',
    ],
  ])('refuses an event with %s, and says what to do', (_, event, reason, field) => {
    expect(read([event]).lines[0]?.outcome).toMatchObject({ kind: 'refused', reason, field })
  })

  it('refuses what is no JSON, and reads on', () => {
    const whole = aircallEvents().map((event) => JSON.stringify(event))
    const text = ['{"event": "call.en', ...whole].join('\n')
    const { lines } = readPieces(aircallWebhooks, [text], settings)
    expect(lines[0]?.outcome).toMatchObject({ kind: 'refused', reason: 'malformed_json' })
    expect(lines.some(({ outcome }) => outcome.kind === 'record')).toBe(true)
  })

  it('refuses a call that ends before it begins', () => {
    const events = [aircallCall('call.ended', 60, { ended_at: epoch - 60 })]
    expect(read(events).lines[0]?.outcome).toMatchObject({
      kind: 'refused',
      reason: 'inconsistent',
      field: 'endedAt',
      externalId: '41',
    })
  })
})

describe('any text', () => {
  const own = JSON.stringify([wrapUp('start', 60, 1), ...aircallEvents(), wrapUp('end', 75, 1)])
  const lines = aircallEvents().map((event) => JSON.stringify(event))

  it('has an outcome for each document, the same in any pieces', () => {
    const texts = [own, lines.join('\n'), lines.join('')]
    holdsForAnyText(aircallWebhooks, texts, settings, { numbered: true })
  })

  it.skipIf(isMissing)('so has a real one that was damaged', () => {
    holdsForAnyText(aircallWebhooks, [sampleText(file)], settings, { numbered: true, runs: 40 })
  })
})
