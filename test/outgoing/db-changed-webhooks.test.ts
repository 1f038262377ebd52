import { describe, expect, it } from 'vitest'
import * as outgoing from '../../shared/outgoing/contract.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord } from '../world/records.ts'
import { openWebhook, verifiedAt } from './open-webhook.ts'
import { openReceiver } from './receiver.ts'

const world = await openWorld('2026-03-02T09:00:00Z')
const day = 86_400_000
const { sendAll } = world.house.outgoing

describe('an address that is changed', () => {
  it('gets what waits and what follows, signed with the secret it has', async () => {
    const { admin, receiver, secret, params, test } = await openWebhook(world)
    await test()
    const other = await openReceiver()
    const events = ['call.recognized' as const]
    const body = { url: other.url, events }
    expect(await admin.tell(outgoing.changeWebhook, { params, body })).toMatchObject({
      ...{ id: params.webhookId, url: other.url, events, waiting: 1 },
    })
    await test()
    await sendAll()
    expect(receiver.received).toEqual([])
    expect(other.received.map((each) => verifiedAt(each, secret, world.clock.now()))).toMatchObject(
      [{ type: 'webhook.test' }, { type: 'webhook.test' }],
    )
  })

  it('is told of the events that are chosen now', async () => {
    const { center, admin, receiver, params } = await openWebhook(world, 'call.recognized')
    const events = ['call.outcome_final' as const]
    await admin.tell(outgoing.changeWebhook, { params, body: { events } })
    await center.deliver(
      callRecord({
        externalId: 'heard',
        startedAt: new Date(world.clock.now() - day).toISOString(),
      }),
    )
    world.clock.pass((7 * day) / 1000)
    await center.completeUntil(world.clock.now())
    await world.house.balance.lookAtAll()
    await sendAll()
    expect(receiver.received.map(({ body }) => JSON.parse(body) as object)).toMatchObject([
      { type: 'call.outcome_final', data: { externalId: 'heard' } },
    ])
  })

  it('forgets why the former one was turned off, and stays off until it is turned on', async () => {
    const { admin, receiver, params, test } = await openWebhook(world)
    receiver.answerWith(410)
    await test()
    await sendAll()
    const change = (body: { url?: string; events?: outgoing.WebhookEvent[] }) =>
      admin.tell(outgoing.changeWebhook, { params, body })
    expect((await change({ url: receiver.url })).disabledWhy).not.toBeNull()
    expect((await change({ events: ['call.recognized'] })).disabledWhy).not.toBeNull()
    const other = await openReceiver()
    expect(await change({ url: other.url })).toMatchObject({ isEnabled: false, disabledWhy: null })
  })

  it('stays as it is where the new one may not be told', async () => {
    const { admin, webhook, params } = await openWebhook(world)
    const body = { url: 'http://169.254.169.254/', events: ['call.recognized' as const] }
    expect(await admin.refused(outgoing.changeWebhook, { params, body })).toMatchObject({
      ...{ reason: 'address_unusable', fields: [{ field: 'url' }] },
    })
    expect((await admin.ask(outgoing.webhooks)).items).toEqual([webhook])
    const stranger = await (await world.center()).person('admin')
    expect(await stranger.refused(outgoing.changeWebhook, { params, body })).toMatchObject({
      reason: 'webhook_unknown',
    })
  })
})
