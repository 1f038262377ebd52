import { describe, expect, it } from 'vitest'
import { genesysCloud } from '../../../server/intake/adapters/genesys-cloud.ts'
import { readWhole } from '../../../server/intake/adapters/read-whole.ts'
import { holdsForAnyText, settingsWith } from './adapter-property.ts'
import {
  after,
  conversation,
  customer,
  menu,
  metrics,
  party,
  queue,
  rep,
  segment,
  session,
} from './conversations.ts'
import { readText, recordsIn, written } from './reading.ts'
import { isMissing, sampleBytes, sampleText } from './sample-file.ts'

const voice = 'genesys-cloud/conversation-detail.voice-notresponding-then-answered.json'
const chats = [1, 2].map((each) => `genesys-cloud/conversation-detail.chat${each}.blueprint.json`)
const read = (...documents: readonly unknown[]) => readText(genesysCloud, written(...documents))

async function recordOf(participants: Record<string, unknown>[], says = {}, names = {}) {
  const [record] = await recordsIn(genesysCloud, [conversation(participants, says)], { names })
  return record!
}

describe.skipIf(isMissing)('conversations of real organizations', () => {
  const readSample = (file: string, names = {}) =>
    readWhole(genesysCloud, sampleBytes(file), settingsWith({ names }))

  it('a call that one rep let ring, with after-call work, and another one took', async () => {
    const names = { instanceUrl: 'https://apps.example.com/' }
    const whole = await readSample(voice, names)
    expect(whole).toMatchObject({ read: 1, problems: [], joined: 0, ignoredByRule: {}, stop: null })
    expect(whole.records.map(({ record }) => record)).toEqual([
      {
        ...{ source: 'phones', externalId: '32d23263-e5bd-4567-bff3-143e38f7b095' },
        version: Date.parse('2024-04-29T17:38:17.974Z'),
        startedAt: '2024-04-29T17:30:43.090Z',
        answeredAt: '2024-04-29T17:32:00.080Z',
        endedAt: '2024-04-29T17:38:14.971Z',
        ...{ direction: 'inbound', queue: 'ACME - Ouvidoria - RS', customer: '+5551000000101' },
        ...{ issue: null, audience: null, language: 'pt-br', abandoned: false },
        ...{ ivrSeconds: 64, queueSeconds: 12 },
        legs: [
          {
            ...{ rep: '2eb54224-120e-47b0-aab1-8c2daeac20d9', queue: 'ACME - Ouvidoria - RS' },
            answeredAt: '2024-04-29T17:32:00.080Z',
            endedAt: '2024-04-29T17:38:14.974Z',
            ...{ ringSeconds: 2, talkSeconds: 375, holdSeconds: 0, wrapSeconds: 3 },
            ...{
              talkIncludesHold: false,
              ending: 'completed',
              endedBy: 'customer',
              neutral: false,
            },
          },
        ],
        offers: [
          {
            ...{ rep: '8dd0819f-9903-4913-85dd-22b10c388859', queue: 'ACME - Ouvidoria - RS' },
            ...{ ringSeconds: 7, result: 'no_answer' },
          },
        ],
        disposition: { code: 'ININ-WRAP-UP-TIMEOUT', label: null },
        ...{ declaredResolution: null, csat: null },
        recordingUrl:
          'https://apps.example.com/directory/#/engage/admin/interactions/32d23263-e5bd-4567-bff3-143e38f7b095',
      },
    ])
  })

  it('chats are no calls, unless a site says they are', async () => {
    for (const chat of chats) {
      expect(await readSample(chat)).toMatchObject({
        records: [],
        ignoredByRule: { other_media: 1 },
      })
    }
    const names = { media: 'voice, chat' }
    const [first, second] = await Promise.all(chats.map((chat) => readSample(chat, names)))
    expect(first!.records.map(({ record }) => record)).toMatchObject([
      {
        ...{ startedAt: '2021-04-01T12:27:53.386Z', endedAt: '2021-04-01T12:43:23.303Z' },
        ...{ queueSeconds: 11, ivrSeconds: null, customer: null, abandoned: false },
        legs: [
          {
            ...{ ringSeconds: 11, talkSeconds: 375, holdSeconds: 544, wrapSeconds: 0 },
            ...{ ending: 'completed', endedBy: 'system' },
          },
        ],
      },
    ])
    expect(second!.records.map(({ record }) => record)).toMatchObject([
      {
        ...{ startedAt: '2021-04-02T15:30:51.418Z', endedAt: '2021-04-02T15:46:21.288Z' },
        queueSeconds: 6,
        legs: [{ ringSeconds: 6, talkSeconds: 923, holdSeconds: 0, wrapSeconds: null }],
      },
    ])
  })

  it('parts and pieces of them', () => {
    const texts = [voice, ...chats].map(sampleText)
    const settings = settingsWith({ names: { media: 'voice,chat', issue: 'Reason' } })
    holdsForAnyText(genesysCloud, texts, settings, { numbered: true, runs: 60 })
  })

  it('are recognized, also as answers of the API', () => {
    const head = sampleText(voice)
    expect(genesysCloud.recognizes(head)).toBe(true)
    expect(genesysCloud.recognizes(`{"conversations":${head}}`)).toBe(true)
    expect(genesysCloud.recognizes('{"ContactId":"a"}')).toBe(false)
  })
})

describe('a conversation', () => {
  it('of a customer, a menu, a queue and a rep', async () => {
    const record = await recordOf([customer(360), menu, queue(60), rep('ana')])
    expect(record).toMatchObject({
      ...{ externalId: 'a', version: Date.parse(after(390)), direction: 'inbound' },
      ...{ startedAt: '2026-02-02T09:00:00Z', answeredAt: '2026-02-02T09:01:00Z' },
      ...{ endedAt: '2026-02-02T09:06:00Z', customer: '+4930123456', queue: 'Support' },
      ...{ ivrSeconds: 20, queueSeconds: 40, abandoned: false, offers: [] },
      disposition: { code: 'code of ana', label: null },
    })
    expect(record.legs).toMatchObject([
      { rep: 'ana', queue: 'Support', ringSeconds: 5, talkSeconds: 300, wrapSeconds: 30 },
    ])
  })

  it('adds talk that comes in several measures, and never its twin', async () => {
    const values = { tAnswered: 1, tTalk: 100_400, tTalkComplete: 999_000, tHandle: 100_400 }
    const twice = rep('ana', { values })
    const [only] = twice['sessions'] as { metrics: unknown[] }[]
    only!.metrics.push(...metrics({ tTalk: 99_200, tTalkComplete: 999_000 }))
    const [leg] = (await recordOf([customer(360), twice])).legs
    expect(leg).toMatchObject({ talkSeconds: 200, holdSeconds: 0, wrapSeconds: 0 })
    const complete = rep('ana', { values: { tAnswered: 1, tTalkComplete: 61_500 } })
    expect((await recordOf([customer(360), complete])).legs).toMatchObject([{ talkSeconds: 62 }])
  })

  it('without metrics is measured by its segments', async () => {
    const [leg] = (await recordOf([customer(360), rep('ana', { values: {} })])).legs
    expect(leg).toMatchObject({ ringSeconds: 5, talkSeconds: 300, holdSeconds: 0, wrapSeconds: 30 })
  })

  it.each([
    ['peer', 'endpoint', 'completed', 'customer'],
    ['peer', 'timeout', 'completed', 'system'],
    ['client', 'peer', 'completed', 'rep'],
    ['endpoint', 'peer', 'completed', 'rep'],
    ['system', 'peer', 'completed', 'system'],
    ['error', 'peer', 'lost', 'system'],
    ['transfer', 'endpoint', 'blind_transfer', 'rep'],
    ['consultTransfer', 'endpoint', 'attended_transfer', 'rep'],
    ['somethingNew', 'endpoint', 'completed', 'unknown'],
  ])(
    'a session that ended by %s, the customer by %s: %s, by %s',
    async (own, theirs, ending, by) => {
      const segments = [segment('interact', 0, 360, { disconnectType: theirs })]
      const record = await recordOf([
        party('customer', [session(segments, {}, { sessionId: 'customer' })]),
        rep('ana', { end: { disconnectType: own } }),
      ])
      expect(record.legs).toMatchObject([{ ending, endedBy: by, neutral: ending === 'lost' }])
    },
  )

  it('whose line broke off is nobody’s doing; a conference to the end is one', async () => {
    const conference = rep('ana', { end: { conference: true } })
    expect((await recordOf([customer(360), conference])).legs).toMatchObject([
      { ending: 'conference' },
    ])
  })

  it('that was handed on has a leg for each rep, in the order they left', async () => {
    const record = await recordOf([
      customer(600),
      queue(60),
      rep('bo', { from: 370, to: 600 }),
      rep('ana', { end: { disconnectType: 'transfer' } }),
    ])
    expect(record.legs.map(({ rep: name, ending }) => [name, ending])).toEqual([
      ['ana', 'blind_transfer'],
      ['bo', 'completed'],
    ])
    expect(record).toMatchObject({ queueSeconds: 40, disposition: { code: 'code of bo' } })
    const asked = { tAnswered: 1, tTalk: 1000, nConsultTransferred: 1 }
    const met = rep('ana', { end: { disconnectType: 'transfer' }, values: asked })
    expect((await recordOf([customer(600), met])).legs).toMatchObject([
      { ending: 'attended_transfer' },
    ])
  })
})

describe('what a site has named', () => {
  it('gives users, queues and codes their names, and attributes their meaning', async () => {
    const names = {
      ...{ 'user:ana': 'Ana', 'queue:q1': 'First line', 'code:code of ana': 'Fixed' },
      ...{ issue: 'Reason', audience: 'Tier', language: 'Tongue', resolved: 'fixed' },
    }
    const attributes = { Reason: 'billing', Tier: 'business', Tongue: 'de' }
    const record = await recordOf([customer(360, {}, { attributes }), rep('ana')], {}, names)
    expect(record).toMatchObject({
      ...{ issue: 'billing', audience: 'business', language: 'de', declaredResolution: 'resolved' },
      disposition: { code: 'code of ana', label: 'Fixed' },
      legs: [{ rep: 'Ana', queue: 'First line' }],
    })
  })

  it('reads the rating of a survey that was finished, and of no other', async () => {
    const survey = { surveyStatus: 'Finished', oSurveyTotalScore: 80, surveyPromoterScore: 9 }
    const rated = async (surveys: unknown[], names = {}) =>
      (await recordOf([customer(360), rep('ana')], { surveys }, names)).csat
    expect(await rated([survey])).toEqual({ score: 80, min: 0, max: 100 })
    expect(await rated([survey], { csat: 'surveyPromoterScore' })).toEqual({
      score: 9,
      min: 0,
      max: 10,
    })
    expect(await rated([{ ...survey, surveyStatus: 'Pending' }])).toBeNull()
    expect(await rated([{ ...survey, oSurveyTotalScore: 101 }])).toBeNull()
  })

  it('a survey that is finished later is a later version', async () => {
    const parties = [customer(360), rep('ana')]
    const later = await recordOf(parties, { surveys: [{ surveyCompletedDate: after(9_000) }] })
    expect(later.version! - (await recordOf(parties)).version!).toBe((9_000 - 390) * 1000)
  })
})

describe('documents', () => {
  it('as the API answers with them are read one by one', async () => {
    const two = ['a', 'b'].map((conversationId) =>
      conversation([customer(360), rep('ana')], { conversationId }),
    )
    const { records, stop } = await readText(
      genesysCloud,
      JSON.stringify({ conversations: two, totalHits: 2 }, null, 2),
    )
    expect(records.map(({ record }) => record.externalId)).toEqual(['a', 'b'])
    expect(stop).toBeNull()
  })

  it.each([
    [
      'still_open',
      conversation([customer(360), rep('ana')], {
        conversationEnd: undefined,
        participants: [party('customer', [session([segment('interact', 0, null)], {})])],
      }),
    ],
    ['other_media', conversation([customer(360, { mediaType: 'email' })])],
    ['notification', { topicName: 'v2.users.x.activity', eventBody: {} }],
  ])('are passed over under the rule %s', async (rule, document) => {
    expect(await read(document)).toMatchObject({ records: [], ignoredByRule: { [rule]: 1 } })
  })

  it.each([
    [{ participants: [] }, 'field_missing', 'externalId', 'conversationId is missing'],
    [
      conversation([customer(9)], { conversationStart: null }),
      'field_missing',
      'startedAt',
      'Start',
    ],
    [
      conversation([customer(9)], { conversationEnd: 'now' }),
      'field_invalid',
      null,
      'conversationEnd',
    ],
    [
      conversation([party('agent', [session([], {})])]),
      'field_missing',
      'legs',
      'userId is missing',
    ],
    [conversation('all' as never), 'field_invalid', null, 'participants must be a list'],
  ])('are refused with what to do: %#', async (document, reason, field, message) => {
    const { problems } = await read(document)
    expect(problems).toMatchObject([{ reason, field }])
    expect(problems[0]?.message).toContain(message)
  })

  it('of any kind have one outcome each', () => {
    const documents = [
      conversation([customer(360), menu, queue(60), rep('ana'), rep('bo', { to: 500 })]),
      conversation([customer(90), queue(90, { tAbandon: 70_000 })], { conversationId: 'b' }),
    ]
    const texts = [written(...documents), JSON.stringify({ conversations: documents }, null, 1)]
    holdsForAnyText(genesysCloud, texts, settingsWith(), { numbered: true })
  })
})
