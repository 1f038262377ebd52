import postgres from 'postgres'
import { afterAll, describe, expect, it } from 'vitest'
import * as calls from '../../shared/calls/contract.ts'
import { type Caller } from '../world/caller.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord, legRecord } from '../world/records.ts'

const world = await openWorld()
const otherConnection = postgres(world.url, { max: 1 })
afterAll(() => otherConnection.end())

const storedCalls = async (organizationId: number): Promise<number> => {
  const [row] = await otherConnection<{ count: number }[]>`
    select count(*)::int as count from call where organization_id = ${organizationId}`
  return row?.count ?? 0
}

/** Posts a body as it stands. */
const post = (key: Caller, payload: string, contentType = 'application/json') =>
  key.send({
    ...{ method: 'POST', url: '/api/calls', payload },
    headers: { 'content-type': contentType },
  })

const linesOf = (records: readonly unknown[]): string =>
  records.map((record) => JSON.stringify(record)).join('\n')

describe('the forms of a body', () => {
  const two = () => [callRecord(), callRecord()]

  it.each([
    ['one object', () => JSON.stringify(callRecord()), 1],
    ['one object over several lines', () => JSON.stringify(callRecord(), null, 2), 1],
    ['an array', () => JSON.stringify(two()), 2],
    ['an array over several lines', () => JSON.stringify(two(), null, 2), 2],
    ['an empty array', () => '[]', 0],
    ['NDJSON', () => linesOf(two()), 2],
    ['NDJSON that ends in a line break', () => `${linesOf(two())}\n`, 2],
    [
      'NDJSON with empty lines and Windows line ends',
      () => linesOf(two()).replace('\n', '\r\n\r\n'),
      2,
    ],
    ['NDJSON of one line', () => `${JSON.stringify(callRecord())}\n`, 1],
  ])('takes %s', async (_, body, count) => {
    const center = await world.center()
    const answered = await post(await center.key('calls:write'), body())
    expect(answered).toMatchObject({ status: 200, body: { accepted: count, refused: [] } })
    expect(await storedCalls(center.id)).toBe(count)
  })

  it.each(['application/x-ndjson', 'text/plain', 'application/octet-stream'])(
    'whatever the content type says: %s',
    async (contentType) => {
      const key = await (await world.center()).key('calls:write')
      const answered = await post(key, linesOf(two()), contentType)
      expect(answered).toMatchObject({ status: 200, body: { accepted: 2 } })
    },
  )

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\n '],
    ['a page', '<html></html>'],
    ['a number', '7'],
  ])('refuses a body that is %s', async (_, body) => {
    const key = await (await world.center()).key('calls:write')
    const answered = await post(key, body)
    expect(answered).toMatchObject({ status: 400, body: { reason: 'malformed_body' } })
  })
})

describe('what is acknowledged', () => {
  it('is on disk: another connection sees it at once', async () => {
    const center = await world.center()
    for (let sent = 1; sent <= 3; sent += 1) {
      await center.deliver(callRecord())
      expect(await storedCalls(center.id)).toBe(sent)
    }
  })

  it('is all there after many small requests at once', async () => {
    const center = await world.center()
    const records = Array.from({ length: 60 }, (_, place) =>
      callRecord({
        customer: `customer ${place % 4}`,
        startedAt: `2026-02-0${1 + (place % 7)}T09:00:00Z`,
      }),
    )
    const replies = await Promise.all(records.map((record) => center.deliver(record)))
    expect(replies.every((reply) => reply.accepted === 1)).toBe(true)
    expect(await storedCalls(center.id)).toBe(60)
  })
})

describe('the limits of a request', () => {
  it('takes 10,000 records and refuses 10,001 whole', async () => {
    const center = await world.center()
    const key = await center.key('calls:write')
    const records = Array.from({ length: calls.recordsPerRequestLimit + 1 }, () => callRecord())
    const answered = await post(key, linesOf(records))
    expect(answered).toMatchObject({ status: 413, body: { reason: 'too_many_records' } })
    expect(await storedCalls(center.id)).toBe(0)
    const taken = await post(key, linesOf(records.slice(1)))
    expect(taken).toMatchObject({ status: 200, body: { accepted: 10_000, refused: [] } })
    expect(await storedCalls(center.id)).toBe(10_000)
  })

  it('refuses more than 16 MiB whole', async () => {
    const center = await world.center()
    const key = await center.key('calls:write')
    const padding = ' '.repeat(calls.requestBytesLimit)
    const answered = await post(key, `[${JSON.stringify(callRecord())}${padding}]`)
    expect(answered).toMatchObject({ status: 413, body: { reason: 'body_too_large' } })
    expect(await storedCalls(center.id)).toBe(0)
  })

  it('lets in as many bodies as there is memory for, and takes the others when they come again', async () => {
    const center = await world.center()
    const key = await center.key('calls:write')
    const large = () => `${JSON.stringify(callRecord())}${' '.repeat(15 * 1024 * 1024)}`
    const bodies = [large(), large(), large(), large()]
    const answers = await Promise.all(bodies.map((body) => post(key, body)))
    const refused = answers.filter(({ status }) => status === 503)
    expect(refused).toHaveLength(2)
    expect(refused[0]).toMatchObject({ body: { reason: 'too_busy' } })
    expect(await storedCalls(center.id)).toBe(2)
    for (const [place, { status }] of answers.entries()) {
      if (status === 503) expect((await post(key, bodies[place]!)).status).toBe(200)
    }
    expect(await storedCalls(center.id)).toBe(4)
  })

  it('counts a thousand broken records among nine thousand good ones exactly', async () => {
    const center = await world.center()
    const key = await center.key('calls:write')
    const broken = (place: number): string => {
      const { startedAt: _, ...withoutStart } = callRecord()
      const kinds = [
        '{"source": "phone", "externalId": ',
        JSON.stringify(withoutStart),
        JSON.stringify({ ...callRecord(), talkTime: 3 }),
        JSON.stringify(callRecord({ legs: [legRecord({ talkSeconds: -1 })] })),
        JSON.stringify(callRecord({ startedAt: '2030-01-01T00:00:00Z' })),
      ]
      return kinds[place % kinds.length]!
    }
    const lines = Array.from({ length: 10_000 }, (_, place) =>
      place % 10 === 3 ? broken((place - 3) / 10) : JSON.stringify(callRecord()),
    )
    const answered = await post(key, lines.join('\n'))
    const reply = answered.body as calls.IngestReply
    expect(reply).toMatchObject({ accepted: 9_000, unchanged: 0, superseded: 0 })
    expect(reply.refused.map((refusal) => refusal.index)).toEqual(
      Array.from({ length: 1_000 }, (_, place) => place * 10 + 3),
    )
    const count = (reason: string, field: string | null) =>
      reply.refused.filter((each) => each.reason === reason && each.field === field).length
    expect(count('malformed_json', null)).toBe(200)
    expect(count('field_missing', 'startedAt')).toBe(200)
    expect(count('field_unknown', 'talkTime')).toBe(200)
    expect(count('field_invalid', 'legs.0.talkSeconds')).toBe(200)
    expect(count('in_the_future', 'startedAt')).toBe(200)
    expect(await storedCalls(center.id)).toBe(9_000)
  })
})

describe('a broken array', () => {
  it('that ends in the middle: what was complete is taken', async () => {
    const center = await world.center()
    const key = await center.key('calls:write')
    const body = JSON.stringify([callRecord(), callRecord(), callRecord()])
    const answered = await post(key, body.slice(0, -40))
    expect(answered).toMatchObject({
      status: 200,
      body: { accepted: 2, refused: [{ index: 2, reason: 'malformed_json' }] },
    })
    expect(await storedCalls(center.id)).toBe(2)
  })

  it('with a malformed element in the middle: only that one is refused', async () => {
    const center = await world.center()
    const key = await center.key('calls:write')
    const [first, last] = [JSON.stringify(callRecord()), JSON.stringify(callRecord())]
    const answered = await post(key, `[${first},{"source": nonsense, "a": [1, "]"]},${last}]`)
    expect(answered).toMatchObject({
      status: 200,
      body: { accepted: 2, refused: [{ index: 1, reason: 'malformed_json' }] },
    })
  })

  it('with something after its end: the array is taken and the rest reported', async () => {
    const key = await (await world.center()).key('calls:write')
    const answered = await post(key, `[${JSON.stringify(callRecord())}] and more`)
    expect(answered).toMatchObject({
      status: 200,
      body: { accepted: 1, refused: [{ index: 1, reason: 'malformed_json' }] },
    })
  })

  it('with texts that look like its own punctuation: they are texts', async () => {
    const center = await world.center()
    const queue = 'a "quoted] , {name\\" [and] more'
    const reply = await center.deliver(callRecord({ queue }), callRecord({ queue }))
    expect(reply).toMatchObject({ accepted: 2, refused: [] })
  })
})

describe('a name that is too long', () => {
  it('is refused, and cut where it is sent back and kept', async () => {
    const center = await world.center()
    const key = await center.key('calls:write')
    const long = 'a'.repeat(100_000)
    const cut = `${'a'.repeat(199)}…`
    const body = linesOf([
      { ...callRecord(), externalId: long },
      { ...callRecord(), [long]: 1 },
    ])
    const answered = await post(key, body)
    const { refused } = answered.body as calls.IngestReply
    expect(refused).toMatchObject([
      { reason: 'field_invalid', field: 'externalId', externalId: cut },
      { reason: 'field_unknown', field: cut },
    ])
    const [kept] = await otherConnection<{ longest: number }[]>`
      select max(greatest(length(text), length(field)))::int as longest
      from refused_line where organization_id = ${center.id}`
    expect(kept).toEqual({ longest: 200 })
  })
})

describe('who may send', () => {
  it.each([
    ['nobody', () => Promise.resolve(world.nobody), 401, 'not_signed_in'],
    [
      'a key that may only read',
      async () => (await world.center()).key('read'),
      403,
      'key_scope_missing',
    ],
    [
      'an administrator in a browser',
      async () => (await world.center()).person('admin'),
      403,
      'role_not_allowed',
    ],
  ])('not %s', async (_, who, status, reason) => {
    const answered = await post(await who(), JSON.stringify(callRecord()))
    expect(answered).toMatchObject({ status, body: { reason } })
  })

  it('not a key that is wrong', async () => {
    const answered = await world.nobody.send({
      ...{ method: 'POST', url: '/api/calls', payload: JSON.stringify(callRecord()) },
      headers: { authorization: 'Bearer ws_wrong', 'content-type': 'application/json' },
    })
    expect(answered).toMatchObject({ status: 401, body: { reason: 'key_unknown' } })
  })
})
