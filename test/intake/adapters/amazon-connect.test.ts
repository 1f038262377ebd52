import { describe, expect, it } from 'vitest'
import { amazonConnect } from '../../../server/intake/adapters/amazon-connect.ts'
import { agent, at, contact, following } from './contacts.ts'
import { holdsForAnyText, settingsWith } from './adapter-property.ts'
import { readText, recordsIn, written } from './reading.ts'
import { isMissing, sampleBytes, sampleText } from './sample-file.ts'
import { readWhole } from '../../../server/intake/adapters/read-whole.ts'

const records = (...documents: readonly unknown[]) => recordsIn(amazonConnect, documents)
const read = (...documents: readonly unknown[]) => readText(amazonConnect, written(...documents))
const instanceUrl = 'https://center.my.connect.aws'

describe.skipIf(isMissing)('records of real instances', () => {
  const readSample = (name: string, names = {}) =>
    readWhole(amazonConnect, sampleBytes(`amazon-connect/${name}`), settingsWith({ names }))

  it('six deliveries of one contact are one call in its newest state', async () => {
    const whole = await readSample('ctr-duplicates.kyopark2014.json', { instanceUrl })
    expect(whole).toMatchObject({ read: 6, joined: 5, problems: [], ignoredByRule: {}, stop: null })
    expect(whole.records.map(({ record }) => record)).toEqual([
      {
        ...{ source: 'phones', externalId: '6fe40d2a-1a89-4d73-bfcf-5d9c33894f47' },
        version: 1_000_000_000_000 + Date.parse('2022-01-11T04:09:47Z') / 1000,
        startedAt: '2022-01-05T17:12:59Z',
        answeredAt: '2022-01-05T17:20:32Z',
        endedAt: '2022-01-05T17:47:28Z',
        ...{ direction: 'inbound', queue: 'TCC Refrig AC LLA', customer: '+190011112222' },
        ...{ issue: null, audience: null, language: null },
        ...{ abandoned: false, queueSeconds: 346, ivrSeconds: 107 },
        legs: [
          {
            ...{ rep: 'agent.one', queue: 'TCC Refrig AC LLA', ringSeconds: null },
            ...{ answeredAt: '2022-01-05T17:20:32Z', endedAt: '2022-01-05T17:28:12Z' },
            ...{ talkSeconds: 239, holdSeconds: 221, wrapSeconds: 5, talkIncludesHold: false },
            ...{ ending: 'blind_transfer', endedBy: 'rep', neutral: false },
          },
        ],
        ...{ offers: [], disposition: null, declaredResolution: null, csat: null },
        recordingUrl: `${instanceUrl}/contact-trace-records/details/6fe40d2a-1a89-4d73-bfcf-5d9c33894f47`,
      },
    ])
  })

  it.each([
    ['ctr-inbound-simple.2022.json', [64, 7], [33, 0, 32], 'customer'],
    ['ctr-inbound-simple.2020-no-disconnectreason.json', [10, 5], [14, 0, 10], 'unknown'],
  ])('%s', async (name, [ivrSeconds, queueSeconds], [talk, hold, wrap], endedBy) => {
    const { records: read, problems } = await readSample(name)
    expect(problems).toEqual([])
    expect(read).toHaveLength(1)
    const [{ record }] = read as [(typeof read)[0]]
    expect(record).toMatchObject({ ivrSeconds, queueSeconds, abandoned: false, recordingUrl: null })
    expect(record.legs).toMatchObject([
      { talkSeconds: talk, holdSeconds: hold, wrapSeconds: wrap, ending: 'completed', endedBy },
    ])
    const [leg] = record.legs
    const handled = Date.parse(leg!.endedAt!) - Date.parse(leg!.answeredAt!)
    expect(handled / 1000).toBe(talk! + hold!)
  })

  it('is recognized', () => {
    const head = new TextDecoder().decode(
      sampleBytes('amazon-connect/ctr-inbound-simple.2022.json'),
    )
    expect(amazonConnect.recognizes(head)).toBe(true)
    expect(amazonConnect.recognizes(`[\n${head}`)).toBe(true)
    expect(amazonConnect.recognizes('{"conversationId":"a"}')).toBe(false)
  })
})

describe('a contact', () => {
  it('of an agent and a customer', async () => {
    const [record] = await records(contact())
    expect(record).toMatchObject({
      ...{ externalId: 'a', direction: 'inbound', queue: 'Support', customer: '+12025550101' },
      ...{ startedAt: at('09:00'), answeredAt: at('09:01'), endedAt: at('09:06') },
      ...{ abandoned: false, ivrSeconds: 20, queueSeconds: 40 },
      legs: [
        { rep: 'ana', talkSeconds: 300, holdSeconds: 0, wrapSeconds: 30, endedBy: 'customer' },
      ],
    })
  })

  it('that left the queue before anybody answered was abandoned', async () => {
    const [record] = await records(contact({ Agent: null }))
    expect(record).toMatchObject({ abandoned: true, answeredAt: null, legs: [], queueSeconds: 40 })
  })

  it('that never got beyond the flow was not: nobody knows what the caller wanted', async () => {
    const [record] = await records(contact({ Agent: null, Queue: null }))
    expect(record).toMatchObject({
      abandoned: false,
      queueSeconds: null,
      ivrSeconds: 360,
      legs: [],
    })
  })

  it('that the center began is outbound, answered when the customer answered', async () => {
    const out = { InitiationMethod: 'OUTBOUND', ConnectedToSystemTimestamp: at('09:00:12') }
    const [record] = await records(contact(out))
    expect(record).toMatchObject({ direction: 'outbound', answeredAt: at('09:00:12') })
    expect(record).toMatchObject({ queueSeconds: null, ivrSeconds: null, abandoned: false })
    const [missed] = await records(contact({ ...out, ConnectedToSystemTimestamp: null }))
    expect(missed).toMatchObject({ direction: 'outbound', answeredAt: null, abandoned: false })
  })

  it('that the line cut off counts for nobody', async () => {
    const [record] = await records(contact({ DisconnectReason: 'TELECOM_PROBLEM' }))
    expect(record?.legs).toMatchObject([{ ending: 'lost', endedBy: 'system', neutral: true }])
  })

  it.each([
    ['AGENT_DISCONNECT', 'rep'],
    ['CONTACT_FLOW_DISCONNECT', 'system'],
    ['BARGED', 'system'],
    ['THIRD_PARTY_DISCONNECT', 'unknown'],
    ['SOMETHING_NEW', 'unknown'],
  ])('that ended by %s was ended by: %s', async (reason, endedBy) => {
    const [record] = await records(contact({ DisconnectReason: reason }))
    expect(record?.legs).toMatchObject([{ endedBy }])
  })

  it('with times that are not known: null is not zero', async () => {
    const bare = agent('ana', '09:01', '09:06', {
      ...{ AgentInteractionDuration: null, CustomerHoldDuration: null },
      AfterContactWorkDuration: undefined,
    })
    const [record] = await records(contact({ Agent: bare, Queue: { Name: 'Support' } }))
    const unknown = { talkSeconds: null, holdSeconds: null, wrapSeconds: null }
    expect(record).toMatchObject({ queueSeconds: null, legs: [unknown] })
  })

  it('from a caller who shows no number is nobody in particular', async () => {
    const [record] = await records(contact({ CustomerEndpoint: { Address: 'anonymous' } }))
    expect(record?.customer).toBeNull()
  })
})

describe('what a site has named', () => {
  const names = {
    ...{ issue: 'Reason', audience: 'Tier', language: 'Language', disposition: 'Wrap.up code' },
    ...{ declaredResolution: 'Solved', csat: 'survey_result_1', resolved: 'ja, done' },
    ...{ notResolved: 'nein', csatScale: '0-10' },
  }
  const of = async (Attributes: Record<string, unknown>) => {
    const [record] = await recordsIn(amazonConnect, [contact({ Attributes })], { names })
    return record!
  }

  it('is read from the attributes of the contact', async () => {
    const record = await of({
      ...{ Reason: 'billing', Tier: 'business', Language: 'de', 'Wrap.up code': 'R7' },
      ...{ Solved: 'Ja', survey_result_1: '9' },
    })
    expect(record).toMatchObject({
      ...{ issue: 'billing', audience: 'business', language: 'de', declaredResolution: 'resolved' },
      ...{ disposition: { code: null, label: 'R7' }, csat: { score: 9, min: 0, max: 10 } },
    })
  })

  it('stays unknown where it is missing, or says what no word stands for', async () => {
    for (const attributes of [{}, { Solved: 'perhaps', survey_result_1: '11', Reason: '' }]) {
      const record = await of(attributes)
      expect(record).toMatchObject({ issue: null, declaredResolution: null, csat: null })
    }
    expect((await of({ Solved: 'nein' })).declaredResolution).toBe('not_resolved')
    expect((await of({ survey_result_1: '0' })).csat).toEqual({ score: 0, min: 0, max: 10 })
  })

  it('decides which channels are calls', async () => {
    const chat = contact({ Channel: 'CHAT', InitiationMethod: 'API' })
    expect((await read(chat)).ignoredByRule).toEqual({ other_channel: 1 })
    const [record] = await recordsIn(amazonConnect, [chat], { names: { channels: 'voice, chat' } })
    expect(record).toMatchObject({ direction: 'inbound', externalId: 'a' })
  })
})

describe('what is passed over', () => {
  it.each([
    ['a supervisor who listens', contact({ InitiationMethod: 'MONITOR' }), 'monitored'],
    ['somebody outside', contact({ InitiationMethod: 'EXTERNAL_OUTBOUND' }), 'external_party'],
    ['a beginning nobody knows', contact({ InitiationMethod: 'TELEPATHY' }), 'initiation_unknown'],
    ['an event of a contact', { 'detail-type': 'Amazon Connect Contact Event' }, 'contact_event'],
    ['an event of an agent', { EventType: 'LOGIN', AgentARN: 'arn' }, 'agent_event'],
  ])('%s', async (_, document, rule) => {
    const whole = await read(document)
    expect(whole).toMatchObject({ read: 1, records: [], ignoredByRule: { [rule]: 1 } })
  })
})

describe('what is refused, with what to do', () => {
  it.each([
    [{}, 'field_missing', 'externalId', 'ContactId is missing'],
    [[1], 'malformed_json', null, 'it is no JSON object'],
    [contact({ InitiationTimestamp: null }), 'field_missing', 'startedAt', 'InitiationTimestamp'],
    [contact({ InitiationTimestamp: 'today' }), 'field_invalid', null, 'InitiationTimestamp must'],
    [contact({ DisconnectTimestamp: '2026-02-30T09:00:00Z' }), 'field_invalid', null, 'Disconnect'],
    [contact({ Queue: { Duration: -1 } }), 'field_invalid', null, 'Queue.Duration must be'],
    [contact({ DisconnectTimestamp: at('08:00') }), 'inconsistent', 'endedAt', 'before startedAt'],
    [contact({ InitiationTimestamp: '2027-01-01T00:00:00Z' }), 'in_the_future', 'startedAt', ''],
  ])('%#', async (document, reason, field, message) => {
    const { problems } = await read(document)
    expect(problems).toMatchObject([{ reason, field }])
    expect(problems[0]?.message).toContain(message)
  })
})

describe('whatever a file holds', () => {
  const chain = [
    contact({ NextContactId: 'b' }),
    following('b', 'a', { Agent: agent('bo', '09:07', '09:20') }),
    contact({ ContactId: 'c', Agent: null, Attributes: { Reason: 'x' } }),
    contact({ ContactId: 'd', InitiationMethod: 'MONITOR' }),
  ]
  const texts = [written(...chain), JSON.stringify(chain), JSON.stringify(chain, null, 2)]

  it('every document has one outcome, in whatever pieces it comes', () => {
    const settings = settingsWith({ names: { issue: 'Reason' } })
    holdsForAnyText(amazonConnect, texts, settings, { numbered: true })
  })

  it.skipIf(isMissing)('and so has every document of a real instance', () => {
    const real = sampleText('amazon-connect/ctr-duplicates.kyopark2014.json')
    holdsForAnyText(amazonConnect, [real], settingsWith(), { numbered: true, runs: 40 })
  })

  it('a broken document costs only itself', async () => {
    const [first, second, third] = chain.map((document) => JSON.stringify(document))
    const broken = second!.slice(0, 200)
    const { records, problems } = await readText(amazonConnect, `${first!}${broken}${third!}`)
    expect(records.map(({ record }) => record.externalId)).toEqual(['a', 'c'])
    expect(problems).toMatchObject([{ lineNumber: 2, reason: 'malformed_json', text: broken }])
  })
})
