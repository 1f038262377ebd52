import { describe, expect, it } from 'vitest'
import * as calls from '../../shared/calls/contract.ts'
import * as connections from '../../shared/intake/connection-contract.ts'
import { type NewConnection } from '../../shared/intake/connection.ts'
import * as intake from '../../shared/intake/contract.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord } from '../world/records.ts'
import { openSender } from './live-center.ts'

const startsAt = '2026-03-02T09:00:00.000Z'
const world = await openWorld(startsAt)

async function open(says: Partial<NewConnection> = {}) {
  const center = await world.center()
  const admin = await center.person('admin')
  const sender = await openSender(world, admin, says)
  const params = { connectionId: sender.connection.id }
  const enable = (body: { isEnabled: boolean; endsSource?: boolean }) =>
    admin.tell(connections.enableConnection, { params, body })
  const shown = async () =>
    (await admin.ask(connections.connections)).items.find(({ id }) => id === params.connectionId)!
  const feed = async () =>
    (await admin.ask(intake.feeds)).items.find(({ source }) => source === 'live')!
  return { center, admin, sender, params, enable, shown, feed }
}

const body = (externalId: string): string =>
  JSON.stringify(callRecord({ source: 'live', externalId }))
/** Longer than a connection may be taken as it was. */
const aMoment = 6

describe('a connection that is disabled', () => {
  it('takes nothing, keeps what it knows, and goes on under the same secret', async () => {
    const { admin, sender, enable, shown } = await open()
    const first = body('a')
    await sender.sendSigned(first)
    const before = await shown()
    expect(await enable({ isEnabled: false })).toMatchObject({ disabledAt: before.createdAt })
    world.clock.pass(aMoment)
    const refused = await sender.sendSigned(body('b'), { id: 'b' })
    expect(refused).toMatchObject({ status: 410, body: { reason: 'connection_disabled' } })
    expect(await shown()).toMatchObject({
      ...{ deliveries: 1, lastReceivedAt: before.lastReceivedAt, path: before.path },
      ...{ refusedDeliveries: 1, lastRefusal: { reason: 'connection_disabled' } },
    })
    const { calls: stored } = (await admin.ask(intake.feeds)).items[0]!
    expect(stored).toBe(1)

    expect(await enable({ isEnabled: true })).toMatchObject({ disabledAt: null })
    world.clock.pass(aMoment)
    expect(await sender.sendSigned(body('b'), { id: 'b' })).toMatchObject({ status: 200 })
    expect(await sender.sendSigned(first)).toMatchObject({ body: { unchanged: 1 } })
  })

  it('stays disabled since when it was first, and is tried and given secrets as before', async () => {
    const { admin, enable, params, shown } = await open()
    await enable({ isEnabled: false })
    const { disabledAt } = await shown()
    world.clock.pass(60)
    await enable({ isEnabled: false })
    expect(await shown()).toMatchObject({ disabledAt })
    const trial = { params, body: { text: body('a') } }
    expect(await admin.tell(connections.tryConnection, trial)).toMatchObject({ calls: 1 })
    const { secret } = await admin.tell(connections.rotateSecret, { params, body: {} })
    expect(secret).toMatch(/^whsec_/)
  })

  const kinds: [string, Partial<NewConnection>, Record<string, string>][] = [
    ['Aircall', { kind: 'aircall', secret: '45XXYYZZa08b9f2c' }, {}],
    ['FreeSWITCH', { kind: 'freeswitch' }, { authorization: 'Basic bm9ib2R5Om5vdGhpbmc=' }],
    ['FreeSWITCH that packs', { kind: 'freeswitch' }, { 'content-encoding': 'gzip' }],
  ]
  it.each(kinds)('says so to %s before it reads anything', async (_, says, headers) => {
    const { sender, enable } = await open(says)
    await enable({ isEnabled: false })
    world.clock.pass(aMoment)
    expect(await sender.send('no document', headers)).toMatchObject({
      ...{ status: 410, body: { kind: 'gone', reason: 'connection_disabled' } },
    })
  })

  it('says so to Firehose in its own form, and not by the 413 that drops records', async () => {
    const { sender, enable } = await open({ kind: 'amazon_firehose' })
    await enable({ isEnabled: false })
    world.clock.pass(aMoment)
    const headers = { 'x-amz-firehose-request-id': 'request 1' }
    expect(await sender.send('{}', headers)).toMatchObject({
      status: 410,
      body: {
        ...{ requestId: 'request 1', timestamp: world.clock.now() },
        errorMessage: expect.stringContaining('This connection is disabled') as string,
      },
    })
  })

  it('is nobody else’s to enable', async () => {
    const { params } = await open()
    const stranger = await (await world.center()).person('admin')
    const given = { params, body: { isEnabled: false, endsSource: true } }
    expect(await stranger.refused(connections.enableConnection, given)).toMatchObject({
      ...{ status: 404, reason: 'connection_unknown' },
    })
  })
})

describe('the source of a disabled connection', () => {
  it('is silent from then on, and holds what waits for it', async () => {
    const { admin, sender, enable, feed } = await open()
    await sender.sendSigned(body('a'))
    const { completeUntil, lastReceivedAt } = await feed()
    expect(await feed()).toMatchObject({ silentSince: null, isEnded: false })
    await enable({ isEnabled: false })
    expect(await feed()).toMatchObject({ silentSince: lastReceivedAt, isEnded: false })
    world.clock.pass(40 * 86_400)
    expect(await feed()).toMatchObject({ silentSince: lastReceivedAt, completeUntil })
    expect((await admin.ask(calls.summary)).watermark).toBe(completeUntil)
    await enable({ isEnabled: true })
    world.clock.pass(aMoment)
    await sender.sendSigned(body('b'))
    expect(await feed()).toMatchObject({ silentSince: null })
  })

  it('has ended where somebody says so, and goes on when it is enabled', async () => {
    const { center, admin, sender, enable, feed } = await open()
    await sender.sendSigned(body('a'))
    await center.deliver(callRecord({ source: 'other', startedAt: '2026-03-02T08:59:00Z' }))
    const watermark = async () => (await admin.ask(calls.summary)).watermark
    const held = await watermark()
    await enable({ isEnabled: false, endsSource: true })
    expect(await feed()).toMatchObject({ silentSince: null, isEnded: true })
    expect(await watermark()).toBe('2026-03-02T08:59:00.000Z')
    expect(held).not.toBe('2026-03-02T08:59:00.000Z')
    await enable({ isEnabled: true })
    expect(await feed()).toMatchObject({ isEnded: false })
    expect(await watermark()).toBe(held)
  })

  it('goes on through another connection that is not disabled, or another way', async () => {
    const { center, admin, sender, enable, feed } = await open()
    const second = await openSender(world, admin)
    await sender.sendSigned(body('a'))
    await enable({ isEnabled: false, endsSource: true })
    expect(await feed()).toMatchObject({ silentSince: null, isEnded: false })
    world.clock.pass(60)
    const params = { connectionId: second.connection.id }
    const told = { params, body: { isEnabled: false } }
    await admin.tell(connections.enableConnection, told)
    expect((await feed()).silentSince).not.toBeNull()
    world.clock.pass(60)
    await center.deliver(callRecord({ source: 'live', externalId: 'posted' }))
    expect(await feed()).toMatchObject({ silentSince: null })
  })
})
