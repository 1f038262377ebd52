import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import * as connections from '../../shared/intake/connection-contract.ts'
import * as intake from '../../shared/intake/contract.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord, legRecord } from '../world/records.ts'
import { openSender, replyOf, storedCall } from './live-center.ts'

const world = await openWorld()

async function open() {
  const center = await world.center()
  const admin = await center.person('admin')
  return { center, admin, sender: await openSender(world, admin) }
}

const call = (externalId: string, says = {}) => callRecord({ source: 'live', externalId, ...says })

const secretOf = (bytes: number): string => `whsec_${Buffer.alloc(bytes, 7).toString('base64')}`

describe('a delivery signed by the package of Standard Webhooks', () => {
  it('is taken, and what is answered is stored', async () => {
    const { center, sender } = await open()
    const answered = await sender.sendSigned(JSON.stringify(call('a')))
    expect(answered.status).toBe(200)
    expect(replyOf(answered)).toEqual({
      ...{ read: 1, accepted: 1, unchanged: 0, superseded: 0, joined: 0, ignored: [] },
      ...{ refused: 0, problems: [] },
    })
    expect(await storedCall(world, center, 'a')).toMatchObject({ queue: 'support' })
  })

  it.each([
    ['a list', () => JSON.stringify([call('a'), call('b')])],
    ['one a line', () => [call('a'), call('b')].map((each) => JSON.stringify(each)).join('\n')],
    [
      'an envelope with a list',
      () => JSON.stringify({ type: 'calls', timestamp: 'now', data: [call('a'), call('b')] }),
    ],
    [
      'two envelopes',
      () => ['a', 'b'].map((id) => JSON.stringify({ type: 'call', data: call(id) })).join(''),
    ],
  ])('brings its records as %s', async (_, body) => {
    const { sender } = await open()
    expect(replyOf(await sender.sendSigned(body()))).toMatchObject({ read: 2, accepted: 2 })
  })

  it('costs a broken record only itself, and says which', async () => {
    const { sender, admin } = await open()
    const records = [call('a'), call('b', { legs: [legRecord({ talkSeconds: -1 })] }), call('c')]
    const other = { ...call('d'), source: 'elsewhere' }
    const body = `${[...records, other].map((each) => JSON.stringify(each)).join('\n')}\n{"half":`
    const reply = replyOf(await sender.sendSigned(body))
    expect(reply).toMatchObject({ read: 5, accepted: 2, refused: 3 })
    expect(reply.problems).toMatchObject([
      { document: 2, externalId: 'b', reason: 'field_invalid', field: 'legs.0.talkSeconds' },
      { document: 4, externalId: 'd', reason: 'field_invalid', field: 'source' },
      { document: 5, externalId: null, reason: 'malformed_json' },
    ])
    const [run] = (await admin.ask(intake.imports)).items
    expect(run).toMatchObject({ source: 'live', way: 'api', read: 5, accepted: 2, refused: 3 })
    const lines = await admin.ask(intake.refusedLines, { params: { importId: run!.id } })
    expect(lines.items.map(({ line }) => line)).toEqual([2, 4, 5])
    expect(lines.items[2]?.text).toBe('{"half":')
  })

  it('may leave its source to the connection', async () => {
    const { center, sender } = await open()
    const { source: _, ...record } = call('a')
    expect(replyOf(await sender.sendSigned(JSON.stringify(record)))).toMatchObject({ accepted: 1 })
    expect(await storedCall(world, center, 'a')).not.toBeNull()
  })

  it('may be empty of records: nothing has happened', async () => {
    const { sender } = await open()
    expect(replyOf(await sender.sendSigned('[]'))).toMatchObject({ read: 0, refused: 0 })
  })

  it('may hold what the database can not', async () => {
    const { sender } = await open()
    const body = JSON.stringify({ ...call('a'), 'x\0y': 1, externalId: 'a\0b' })
    expect(replyOf(await sender.sendSigned(body))).toMatchObject({ refused: 1 })
  })
})

describe('a delivery that is not to be believed', () => {
  const body = JSON.stringify(call('forged'))

  it.each([
    ['is signed with another secret', { secret: secretOf(32) }],
    ['was signed six minutes ago', { at: world.clock.now() - 360_000 }],
    ['was signed six minutes from now', { at: world.clock.now() + 360_000 }],
  ])('%s', async (_, says) => {
    const { center, sender, admin } = await open()
    const answered = await sender.sendSigned(body, says)
    const reason = 'secret' in says ? 'delivery_unverified' : 'delivery_too_old'
    expect(answered).toMatchObject({ status: 401, body: { reason } })
    expect(await storedCall(world, center, 'forged')).toBeNull()
    const [row] = (await admin.ask(connections.connections)).items
    expect(row).toMatchObject({ deliveries: 0, refusedDeliveries: 1, lastRefusal: { reason } })
    expect(row?.lastRefusedAt).toBe(new Date(world.clock.now()).toISOString())
  })

  it('has another body than was signed', async () => {
    const { center, sender } = await open()
    const at = world.clock.now()
    await sender.sendSigned(body.replace('forged', 'first'), { id: 'x', at })
    const signature = new Webhook(sender.secret).sign('y', new Date(at), body)
    const changed = await sender.send(body.replace('forged', 'changed'), {
      'webhook-id': 'y',
      'webhook-timestamp': String(Math.floor(at / 1000)),
      'webhook-signature': signature,
    })
    expect(changed).toMatchObject({ status: 401, body: { reason: 'delivery_unverified' } })
    expect(await storedCall(world, center, 'changed')).toBeNull()
  })

  it.each([
    ['no headers', {}],
    ['no signature', { 'webhook-id': 'a', 'webhook-timestamp': '1' }],
    [
      'a time that is none',
      { 'webhook-id': 'a', 'webhook-timestamp': 'now', 'webhook-signature': 'v1,a' },
    ],
    ['a session’s cookie or a key instead', { authorization: 'Bearer ws_any' }],
  ])('has %s', async (_, headers) => {
    const { sender } = await open()
    const answered = await sender.send(body, headers)
    expect(answered).toMatchObject({ status: 401, body: { reason: 'delivery_unverified' } })
  })

  it('goes to no connection, or to one of another kind', async () => {
    const { admin } = await open()
    const other = await openSender(world, admin, { kind: 'freeswitch', adapter: null })
    for (const url of [
      '/api/intake/999999/webhook',
      `/api/intake/${other.connection.id}/webhook`,
    ]) {
      const answered = await world.nobody.send({ method: 'POST', url, payload: '{}' })
      expect(answered).toMatchObject({ status: 404, body: { reason: 'connection_unknown' } })
    }
  })
})

describe('a delivery that comes again', () => {
  it('is answered as before and changes nothing, whatever came in between', async () => {
    const { center, sender } = await open()
    const [first, second] = ['early', 'late'].map((queue) => JSON.stringify(call('a', { queue })))
    const before = await sender.sendSigned(first!, { id: 'one' })
    expect(replyOf(await sender.sendSigned(second!))).toMatchObject({ superseded: 1 })
    world.clock.pass(120)
    const again = await sender.sendSigned(first!, { id: 'one' })
    expect(again).toMatchObject({ status: 200, body: before.body })
    expect(await storedCall(world, center, 'a')).toMatchObject({ queue: 'late' })
  })

  it('under a number of its own is judged by what it says', async () => {
    const { sender } = await open()
    const body = JSON.stringify(call('a'))
    await sender.sendSigned(body, { id: 'one' })
    expect(replyOf(await sender.sendSigned(body, { id: 'two' }))).toMatchObject({ unchanged: 1 })
  })

  it('with another body under the same number is not taken for the same', async () => {
    const { sender } = await open()
    await sender.sendSigned(JSON.stringify(call('a')), { id: 'one' })
    const other = await sender.sendSigned(JSON.stringify(call('b')), { id: 'one' })
    expect(other).toMatchObject({ status: 409, body: { reason: 'delivery_conflict' } })
  })
})

describe('limits', () => {
  it('too large a body is refused whole', async () => {
    const { sender } = await open()
    const body = `[${JSON.stringify(call('a'))}${' '.repeat(16 * 1024 * 1024)}]`
    const answered = await sender.sendSigned(body)
    expect(answered).toMatchObject({ status: 413, body: { reason: 'body_too_large' } })
  })

  it('too many records are refused whole', async () => {
    const { center, sender } = await open()
    const body = Array.from({ length: 10_001 }, (_, at) => JSON.stringify(call(`${at}`))).join('\n')
    const answered = await sender.sendSigned(body)
    expect(answered).toMatchObject({ status: 413, body: { reason: 'too_many_records' } })
    expect(await storedCall(world, center, '0')).toBeNull()
  })

  it('an empty body is no delivery', async () => {
    const { sender } = await open()
    const answered = await sender.sendSigned('  ')
    expect(answered).toMatchObject({ status: 400, body: { reason: 'malformed_body' } })
  })
})
