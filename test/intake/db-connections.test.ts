import { describe, expect, it } from 'vitest'
import * as connections from '../../shared/intake/connection-contract.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord } from '../world/records.ts'
import { contact } from './adapters/contacts.ts'
import { openSender, replyOf } from './live-center.ts'

const world = await openWorld()

async function open() {
  const center = await world.center()
  const admin = await center.person('admin')
  return { center, admin, sender: await openSender(world, admin) }
}

const body = (): string => JSON.stringify(callRecord({ source: 'live' }))
const signing = (bytes: number, code = 7): string =>
  `whsec_${Buffer.alloc(bytes, code).toString('base64')}`

describe('a connection', () => {
  it('is shown with its address and without its secret', async () => {
    const { admin, sender } = await open()
    await sender.sendSigned(body())
    const { items } = await admin.ask(connections.connections)
    expect(items).toEqual([
      {
        ...{ id: sender.connection.id, name: sender.connection.name, kind: 'standard_webhooks' },
        ...{ source: 'live', adapter: null, timeZone: null, country: null, names: {} },
        path: `/api/intake/${sender.connection.id}/webhook`,
        ...{ createdAt: '2026-03-02T09:00:00.000Z', lastReceivedAt: '2026-03-02T09:00:00.000Z' },
        disabledAt: null,
        ...{ lastRefusedAt: null, lastRefusal: null, deliveries: 1, refusedDeliveries: 0 },
      },
    ])
    expect(JSON.stringify(items)).not.toContain(sender.secret)
    const [row] = await world.database.reading<{ secret: Buffer }[]>`
      select secret from connection where id = ${sender.connection.id}`
    expect(row?.secret.toString('latin1')).not.toContain(sender.secret)
  })

  it('stands in a list by pages', async () => {
    const { admin } = await open()
    for (let more = 0; more < 4; more += 1) await openSender(world, admin)
    const first = await admin.ask(connections.connections, { query: { limit: 3 } })
    const rest = await admin.ask(connections.connections, {
      query: { limit: 3, after: first.next },
    })
    expect([first.items.length, rest.items.length, rest.next]).toEqual([3, 2, null])
  })

  it('has a name of its own, and an adapter that is there', async () => {
    const { admin, sender } = await open()
    const given = { kind: 'standard_webhooks', source: 'live' } as const
    const named = { body: { ...given, name: sender.connection.name } }
    expect(await admin.refused(connections.createConnection, named)).toMatchObject({
      ...{ status: 409, reason: 'name_taken' },
    })
    const strange = { body: { ...given, name: 'strange', adapter: 'crystal-ball' } }
    expect(await admin.refused(connections.createConnection, strange)).toMatchObject({
      ...{ status: 400, reason: 'adapter_unknown', fields: [{ field: 'adapter' }] },
    })
    for (const [field, value] of [
      ['country', 'XX'],
      ['timeZone', 'Europe/Nowhere'],
    ] as const) {
      const wrong = { body: { ...given, name: 'wrong', [field]: value } }
      expect(await admin.refused(connections.createConnection, wrong)).toMatchObject({
        ...{ status: 400, reason: 'malformed_request', fields: [{ field }] },
      })
    }
  })

  it('that was removed takes nothing more; what it delivered stays', async () => {
    const { admin, center, sender } = await open()
    await sender.sendSigned(body())
    const params = { connectionId: sender.connection.id }
    await admin.tell(connections.deleteConnection, { params })
    world.clock.pass(6)
    expect(await sender.sendSigned(body())).toMatchObject({ status: 404 })
    expect(await admin.refused(connections.deleteConnection, { params })).toMatchObject({
      reason: 'connection_unknown',
    })
    const [row] = await world.database.reading`
      select count(*)::int as calls from call where organization_id = ${center.id}`
    expect(row).toMatchObject({ calls: 1 })
  })

  it('is nobody else’s to change', async () => {
    const { sender } = await open()
    const stranger = await (await world.center()).person('admin')
    const params = { connectionId: sender.connection.id }
    for (const command of [connections.deleteConnection, connections.rotateSecret]) {
      const refusal = await stranger.refused(command, { params, body: {} })
      expect(refusal).toMatchObject({ status: 404, reason: 'connection_unknown' })
    }
  })
})

describe('a secret', () => {
  const made = async (secret: string, kind = 'standard_webhooks') => {
    const { admin } = await open()
    return admin.send({
      ...{ method: 'POST', url: '/api/connections' },
      payload: { name: 'with a secret', kind, source: 'live', adapter: null, secret },
    })
  }

  it.each([
    ['24 bytes', signing(24)],
    ['64 bytes', signing(64)],
    ['no prefix', signing(32).replace('whsec_', '')],
  ])('for signing may be given: %s', async (_, secret) => {
    expect(await made(secret)).toMatchObject({ status: 200 })
  })

  it.each([
    ['too short for signing', signing(23), 'standard_webhooks'],
    ['too long for signing', signing(65), 'standard_webhooks'],
    ['no base64', 'whsec_ü', 'standard_webhooks'],
    ['too short', 'short', 'freeswitch'],
    ['with blanks', 'a secret with blanks', 'amazon_firehose'],
  ])('is refused that is %s', async (_, secret, kind) => {
    expect(await made(secret, kind)).toMatchObject({
      ...{ status: 400, body: { reason: 'secret_unusable' } },
    })
  })

  it('of Aircall is made by Aircall', async () => {
    const { admin } = await open()
    const given = { name: 'aircall', kind: 'aircall', source: 'aircall', adapter: null } as const
    expect(await admin.refused(connections.createConnection, { body: given })).toMatchObject({
      reason: 'secret_unusable',
    })
  })

  it('that was changed is taken in its former form for a day', async () => {
    const { admin, sender } = await open()
    const params = { connectionId: sender.connection.id }
    const { secret } = await admin.tell(connections.rotateSecret, { params, body: {} })
    world.clock.pass(6)
    expect(await sender.sendSigned(body())).toMatchObject({ status: 200 })
    expect(await sender.sendSigned(body(), { secret })).toMatchObject({ status: 200 })
    world.clock.pass(86_400)
    expect(await sender.sendSigned(body())).toMatchObject({ status: 401 })
    expect(await sender.sendSigned(body(), { secret })).toMatchObject({ status: 200 })
  })

  it('that somebody else may know ends at once', async () => {
    const { admin, sender } = await open()
    const params = { connectionId: sender.connection.id }
    await admin.tell(connections.rotateSecret, { params, body: { endsFormerAtOnce: true } })
    world.clock.pass(6)
    expect(await sender.sendSigned(body())).toMatchObject({ status: 401 })
  })

  it('is lost where the installation has another one now', async () => {
    const { admin, sender } = await open()
    await world.database.writing`
      update connection set secret = ${Buffer.alloc(64)} where id = ${sender.connection.id}`
    expect(await sender.sendSigned(body())).toMatchObject({
      ...{ status: 503, body: { reason: 'secret_lost' } },
    })
    const [row] = (await admin.ask(connections.connections)).items
    expect(row?.lastRefusal).toMatchObject({ reason: 'secret_lost' })
  })
})

describe('a trial', () => {
  it('says what a text would become, and stores nothing', async () => {
    const { admin, center } = await open()
    const names = { issue: 'Reason' }
    const reading = { kind: 'amazon_firehose', source: 'amazon-connect:x', names } as const
    const { connection } = await openSender(world, admin, reading)
    const documents = [
      contact({ Attributes: { Reason: 'billing' } }),
      contact({ ContactId: 'm', InitiationMethod: 'MONITOR' }),
      { no: 'contact' },
    ]
    const text = documents.map((document) => JSON.stringify(document)).join('')
    const params = { connectionId: connection.id }
    expect(await admin.tell(connections.tryConnection, { params, body: { text } })).toEqual({
      ...{ read: 3, calls: 1, joined: 0, refused: 1 },
      ignored: [{ rule: 'monitored', count: 1 }],
      problems: [
        {
          ...{ document: 3, externalId: null, reason: 'field_missing', field: 'externalId' },
          message: 'ContactId is missing; send contact records as Amazon Connect writes them.',
        },
      ],
      examples: [
        {
          ...{ externalId: 'a', startedAt: '2026-02-02T09:00:00Z', direction: 'inbound' },
          ...{ queue: 'Support', issue: 'billing', reps: ['ana'], hasCustomer: true },
        },
      ],
    })
    const [row] = await world.database.reading`
      select count(*)::int as calls from call where organization_id = ${center.id}`
    expect(row).toMatchObject({ calls: 0 })
  })
})

describe('many deliveries', () => {
  it('are counted by address and connection', async () => {
    const { sender } = await open()
    const left = async () =>
      Number((await sender.sendSigned(body())).headers['x-ratelimit-remaining'])
    const [before, after] = [await left(), await left()]
    expect(before - after).toBe(1)
    expect(before).toBeGreaterThan(5_000)
  })

  it('of one connection are stored together and each answered for itself', async () => {
    const { sender } = await open()
    const answered = await Promise.all(Array.from({ length: 40 }, () => sender.sendSigned(body())))
    expect(answered.map((each) => replyOf(each).accepted)).toEqual(Array(40).fill(1))
  })
})
