import { gzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { answerProblems } from '../../server/http/problems.ts'
import { Refused } from '../../server/http/refused.ts'
import { liveRoutes } from '../../server/intake/live/live-routes.ts'
import { openSeal } from '../../server/intake/seal.ts'
import { type NewConnection } from '../../shared/intake/connection.ts'
import { openWorld, secret } from '../world/open-world.ts'
import { callRecord } from '../world/records.ts'
import { agent, contact, following } from './adapters/contacts.ts'
import { openSender, replyOf, storedCall } from './live-center.ts'

const world = await openWorld()

async function open(says: Partial<NewConnection>) {
  const center = await world.center()
  const admin = await center.person('admin')
  return { center, admin, sender: await openSender(world, admin, says) }
}

const envelope = (requestId: string, ...records: unknown[]): string =>
  JSON.stringify({
    ...{ requestId, timestamp: 1_578_090_901_599 },
    records: records.map((record) => ({ data: base64(record) })),
  })
const base64 = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64')

const firehose = async () => {
  const { sender, ...others } = await open({ kind: 'amazon_firehose', source: 'amazon-connect:x' })
  const key = { 'x-amz-firehose-access-key': sender.secret }
  const deliver = (requestId: string, ...records: unknown[]) =>
    sender.send(envelope(requestId, ...records), { ...key, 'x-amz-firehose-request-id': requestId })
  return { ...others, sender, key, deliver }
}

describe('Amazon Data Firehose', () => {
  const first = contact({ NextContactId: 'b', Agent: agent('ana', '09:01', '09:06') })
  const second = following('b', 'a', { Agent: agent('bo', '09:08', '09:20') })

  it('delivers contact records, and is answered in the only way it takes', async () => {
    const { center, deliver } = await firehose()
    const answered = await deliver('request 1', first, second)
    const timestamp = world.clock.now()
    expect(answered).toMatchObject({ status: 200, body: { requestId: 'request 1', timestamp } })
    expect(Object.keys(answered.body as object)).toEqual(['requestId', 'timestamp'])
    expect(answered.headers['content-type']).toContain('application/json')
    expect(answered.headers['content-encoding']).toBeUndefined()
    expect(Number(answered.headers['content-length'])).toBeGreaterThan(0)
    expect(await storedCall(world, center, 'a')).toMatchObject({ reps: ['ana', 'bo'] })
  })

  it.each([
    ['the first contact first', [[first], [second]]],
    ['the last contact first', [[second], [first]]],
    ['one of them twice', [[second], [first, second], [first]]],
    ['both at once, in two requests', null],
  ])('makes one call of contacts that come apart: %s', async (_, deliveries) => {
    const { center, deliver } = await firehose()
    if (deliveries) {
      for (const [at, records] of deliveries.entries()) await deliver(`r${at}`, ...records)
    } else {
      await Promise.all([deliver('one', first), deliver('two', second)])
    }
    expect(await storedCall(world, center, 'a')).toMatchObject({ reps: ['ana', 'bo'] })
    const [count] = await world.database.reading`
      select count(*)::int as calls from call where organization_id = ${center.id}`
    expect(count).toMatchObject({ calls: 1 })
  })

  it('keeps what waits for other contacts closed, and only for some weeks', async () => {
    const { center, deliver } = await firehose()
    await deliver('one', { ...first, CustomerEndpoint: { Address: '+12025550177' } })
    const kept = () => world.database.reading<{ text: Buffer }[]>`
      select text from kept_document where organization_id = ${center.id}`
    const [row] = await kept()
    expect(row?.text.toString('latin1')).not.toMatch(/2025550177|ana/)
    world.clock.pass(40 * 86_400)
    await deliver('later', { ...second, ContactId: 'd', InitialContactId: 'c' })
    expect(await kept()).toHaveLength(1)
    world.clock.set('2026-03-02T09:00:00Z')
  })

  it('may pack what it delivers', async () => {
    const { center, sender, key } = await firehose()
    const packed = gzipSync(envelope('packed', contact()))
    const answered = await sender.send(packed, { ...key, 'content-encoding': 'gzip' })
    expect(answered).toMatchObject({ status: 200, body: { requestId: 'packed' } })
    expect(await storedCall(world, center, 'a')).not.toBeNull()
    const bomb = gzipSync(' '.repeat(40_000_000))
    const refused = await sender.send(bomb, { ...key, 'content-encoding': 'gzip' })
    expect(refused).toMatchObject({ status: 400, body: { reason: 'body_too_large' } })
  })

  it('delivers empty records, several documents in one, and broken ones', async () => {
    const { center, deliver } = await firehose()
    const others = ['b', 'c'].map((ContactId) => JSON.stringify(contact({ ContactId })))
    expect(await deliver('odd', '', others.join(''), '{"half":', contact())).toMatchObject({
      status: 200,
    })
    for (const id of ['a', 'b', 'c']) expect(await storedCall(world, center, id)).not.toBeNull()
  })

  it('delivers once under one number, however often it tries', async () => {
    const { admin, deliver } = await firehose()
    for (let tries = 0; tries < 3; tries += 1) await deliver('same', contact())
    const { body } = await admin.send({ url: '/api/imports' })
    expect((body as { items: object[] }).items).toMatchObject([{ read: 1, accepted: 1 }])
  })

  it.each([
    ['with a wrong key', 401, { 'x-amz-firehose-access-key': 'wrong' }, '{}'],
    ['without a key', 401, {}, '{}'],
    ['of another protocol', 400, null, '{"records":[]}'],
    ['of no JSON', 400, null, 'hello'],
    ['in another packing', 400, { 'content-encoding': 'br' }, '{}'],
    ['in a packing that is none', 400, { 'content-encoding': 'gzip' }, 'hello'],
    ['that is too large: not by 413, for then it would be dropped', 400, null, ' '.repeat(17e6)],
  ])('is told what is wrong with a request %s', async (_, status, headers, body) => {
    const { sender, key } = await firehose()
    const shown = headers && !('content-encoding' in headers) ? headers : { ...key, ...headers }
    const answered = await sender.send(body, {
      ...(shown as Record<string, string>),
      'x-amz-firehose-request-id': 'mine',
    })
    expect(answered).toMatchObject({ status, body: { requestId: 'mine' } })
    const { timestamp, errorMessage } = answered.body as Record<string, unknown>
    expect(timestamp).toBe(world.clock.now())
    expect(errorMessage).toMatch(/^\w.{10,}\.$/)
  })

  it('is asked to wait where more waits than can be stored', async () => {
    const { sender, key } = await firehose()
    const app = Fastify()
    answerProblems(app, () => null)
    await liveRoutes(app, {
      ...{ database: world.database, seal: openSeal(secret), clock: world.clock.now },
      store: () => Promise.reject(new Refused('too_busy', 'More records wait than can be stored.')),
      hear: () => Promise.resolve(),
    })
    const reply = await app.inject({
      ...{ method: 'POST', url: sender.connection.path, headers: key },
      payload: envelope('busy', contact()),
    })
    expect(reply.statusCode).toBe(503)
    expect(reply.headers['retry-after']).toBe('2')
    expect(reply.json()).toMatchObject({ errorMessage: 'More records wait than can be stored.' })
    await app.close()
  })
})

describe('Aircall', () => {
  const token = '45XXYYZZa08b9f2c'

  it('shows its token in every event', async () => {
    const settings = { kind: 'aircall', secret: token, source: 'live', adapter: null } as const
    const { center, sender } = await open(settings)
    expect(sender.secret).toBe(token)
    const { source: _, ...record } = callRecord({ externalId: 'a' })
    const event = { type: 'call', token, data: record }
    expect(replyOf(await sender.send(JSON.stringify(event)))).toMatchObject({ accepted: 1 })
    expect(await storedCall(world, center, 'a')).not.toBeNull()
    for (const body of [{ ...event, token: 'other' }, { data: record }, 'no event']) {
      const answered = await sender.send(JSON.stringify(body))
      expect(answered).toMatchObject({ status: 401, body: { reason: 'delivery_unverified' } })
    }
  })
})

describe('FreeSWITCH', () => {
  const basic = (password: string) => ({
    authorization: `Basic ${Buffer.from(`switch:${password}`).toString('base64')}`,
  })
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const base64Form = { 'content-type': 'application/x-www-form-base64-encoded' }

  it('shows its password, and posts plain or as a form', async () => {
    const { sender } = await open({ kind: 'freeswitch', adapter: null })
    const document = (externalId: string) =>
      JSON.stringify(callRecord({ source: 'live', externalId, customer: '+49 30 1' }))
    const auth = basic(sender.secret)
    const posts: [string, Record<string, string>][] = [
      [document('a'), {}],
      [`cdr=${encodeURIComponent(document('b'))}`, form],
      [`cdr=${Buffer.from(document('c')).toString('base64')}`, base64Form],
    ]
    for (const [body, headers] of posts) {
      const answered = await sender.send(body, { ...auth, ...headers })
      expect(replyOf(answered)).toMatchObject({ accepted: 1 })
    }
    const broken = await sender.send('cdr=%', { ...auth, ...form })
    expect(broken).toMatchObject({ status: 400, body: { reason: 'malformed_body' } })
  })

  it('or has the secret in the address, where it adds a number of its own', async () => {
    const { sender } = await open({ kind: 'freeswitch', adapter: null })
    const post = (key: string) =>
      world.nobody.send({
        ...{ method: 'POST', url: `${sender.connection.path}/${key}?uuid=1` },
        payload: callRecord({ source: 'live' }),
      })
    expect(replyOf(await post(sender.secret))).toMatchObject({ accepted: 1 })
    expect(await post('wrong')).toMatchObject({ status: 401 })
  })

  it.each([{}, basic('wrong'), { authorization: 'Basic !' }, { authorization: 'Bearer x' }])(
    'is not let in with %j',
    async (headers) => {
      const { sender } = await open({ kind: 'freeswitch', adapter: null })
      const answered = await sender.send('{}', headers)
      expect(answered).toMatchObject({ status: 401, body: { reason: 'delivery_unverified' } })
    },
  )
})
