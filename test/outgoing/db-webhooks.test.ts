import { describe, expect, it } from 'vitest'
import { waitsSeconds } from '../../server/outgoing/attempts.ts'
import { keepSending } from '../../server/outgoing/keep-sending.ts'
import { claimDue } from '../../server/outgoing/message-store.ts'
import { openSeal } from '../../server/intake/seal.ts'
import * as calls from '../../shared/calls/contract.ts'
import * as outgoing from '../../shared/outgoing/contract.ts'
import { openWorld, secret as installationSecret } from '../world/open-world.ts'
import { callRecord, legRecord } from '../world/records.ts'
import { openWebhook, verifiedAt } from './open-webhook.ts'
import { type openReceiver, type Received } from './receiver.ts'

const world = await openWorld('2026-03-02T09:00:00Z')
const day = 86_400_000

/** Keepers such as two servers have; waits are exact, and nobody is waited for long. */
const keeper = () =>
  keepSending({
    database: world.database,
    open: openSeal(installationSecret).open,
    clock: world.clock.now,
    log: (error) => {
      throw error
    },
    random: () => 0.5,
    secondsLimit: 0.5,
  })
const { sendAll } = keeper()

const webhookFor = (...events: outgoing.WebhookEvent[]) => openWebhook(world, ...events)
const verified = (received: Received, secret: string) =>
  verifiedAt(received, secret, world.clock.now())

describe('a message', () => {
  it('is signed as Standard Webhooks says, and delivered once', async () => {
    const { receiver, secret, test, last } = await webhookFor()
    const { messageId } = await test()
    await sendAll()
    await sendAll()
    expect(receiver.received).toHaveLength(1)
    const [first] = receiver.received as [Received]
    expect(first.headers['webhook-id']).toBe(messageId)
    expect(verified(first, secret)).toMatchObject({ type: 'webhook.test' })
    expect(await last()).toMatchObject({ state: 'delivered', lastStatus: 204, attempts: 1 })
  })

  it('is tried again at growing intervals under the same id, then rests as a dead letter', async () => {
    const { admin, receiver, test, last } = await webhookFor()
    receiver.answerWith(500, 'hang', 302, ...Array.from({ length: 7 }, () => 503))
    const { id } = await test()
    for (const wait of waitsSeconds) {
      await sendAll()
      const before = receiver.received.length
      world.clock.pass(wait - 1)
      await sendAll()
      expect(receiver.received).toHaveLength(before)
      world.clock.pass(1)
    }
    await sendAll()
    expect(receiver.received).toHaveLength(waitsSeconds.length + 1)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(await last()).toMatchObject({
      ...{ state: 'dead', lastStatus: 503, lastAnswer: 'answered 503', nextAttemptAt: null },
    })
    await admin.tell(outgoing.sendAgain, { params: { messageId: id } })
    await sendAll()
    expect(await last()).toMatchObject({ state: 'delivered', attempts: 1 })
  })

  it('says why no answer came', async () => {
    const { receiver, test, last } = await webhookFor()
    receiver.answerWith('hang')
    await test()
    await sendAll()
    expect(await last()).toMatchObject({ state: 'waiting', lastStatus: null })
    expect((await last()).lastAnswer).toMatch(/No answer within 0.5 seconds/)
  })

  it('that a process took and never noted is sent after its lease, and not before', async () => {
    const { receiver, test } = await webhookFor()
    await test()
    const now = world.clock.now()
    const claim = { now: new Date(now), leaseUntil: new Date(now + 60_000), limit: 10 }
    expect(await claimDue(world.database.writing, claim)).toHaveLength(1)
    await sendAll()
    expect(receiver.received).toHaveLength(0)
    world.clock.pass(61)
    await sendAll()
    expect(receiver.received).toHaveLength(1)
  })

  it('is not sent twice by two servers', async () => {
    const { receiver, test } = await webhookFor()
    for (let time = 0; time < 20; time += 1) await test()
    await Promise.all([keeper(), keeper(), keeper()].map((each) => each.sendAll()))
    const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
    expect(ids).toHaveLength(20)
    expect(new Set(ids).size).toBe(20)
  })

  it('answered by 410 disables the webhook, and what waits is dead', async () => {
    const { admin, receiver, test, messages } = await webhookFor()
    await test()
    receiver.answerWith(410)
    await sendAll()
    const [webhook] = (await admin.ask(outgoing.webhooks)).items
    expect(webhook).toMatchObject({ isEnabled: false, dead: 1 })
    expect(webhook!.disabledWhy).toMatch(/410/)
    expect((await messages()).map(({ state }) => state)).toEqual(['dead'])
  })

  it('is signed with the former secret too, for a day', async () => {
    const { admin, receiver, secret, params, test } = await webhookFor()
    const next = await admin.tell(outgoing.rotateWebhookSecret, { params })
    await test()
    await sendAll()
    for (const each of [secret, next.secret]) verified(receiver.received[0]!, each)
    world.clock.pass(86_401)
    await test()
    await sendAll()
    verified(receiver.received[1]!, next.secret)
    expect(String(receiver.received[1]!.headers['webhook-signature']).split(' ')).toHaveLength(1)
  })
})

describe('an outcome', () => {
  const ended = (externalId: string, startedAt: number, says = {}) =>
    callRecord({
      ...{ externalId, startedAt: new Date(startedAt).toISOString() },
      legs: [legRecord({ rep: 'ana', talkSeconds: 4_321 })],
      ...says,
    })
  const look = () => world.house.balance.lookAtAll()
  const told = async (receiver: Awaited<ReturnType<typeof openReceiver>>) => {
    await sendAll()
    return receiver.received.map(({ body }) => {
      const { type, data } = JSON.parse(body) as { type: string; data: Record<string, string> }
      return `${type} ${data['externalId']} ${data['outcome']}`
    })
  }

  it('is told when the window closes, without any time of talk or whole number', async () => {
    const { center, receiver, secret } = await webhookFor()
    const startedAt = world.clock.now() - day
    await center.deliver(ended('open', startedAt, { customer: '+49 30 123456' }))
    await center.completeUntil(world.clock.now())
    await look()
    expect(await told(receiver)).toEqual([])
    world.clock.pass((7 * day) / 1000)
    await center.completeUntil(world.clock.now())
    await look()
    expect(await told(receiver)).toEqual(['call.outcome_final open resolved'])
    expect(verified(receiver.received[0]!, secret)).toMatchObject({
      data: { reps: [{ name: 'ana' }], outcome: 'resolved', source: 'phone' },
    })
    const { body } = receiver.received[0]!
    expect(body).not.toMatch(/123456|4321|seconds/i)
    expect(body).toContain('456')
  })

  it('is told at once where somebody verifies it, once, and again when it changes', async () => {
    const { center, admin, receiver } = await webhookFor()
    await center.deliver(ended('checked', world.clock.now() - day))
    await center.completeUntil(world.clock.now())
    await look()
    const verify = async (claim: 'resolved' | 'not_resolved') => {
      world.clock.pass(60)
      const params = { callId: await center.callId('checked') }
      await admin.tell(calls.verify, { params, body: { claim, note: 'asked the customer' } })
      await look()
    }
    await verify('resolved')
    await verify('resolved')
    expect(await told(receiver)).toEqual(['call.outcome_final checked resolved'])
    await verify('not_resolved')
    await verify('resolved')
    expect(await told(receiver)).toHaveLength(3)
  })

  it('of calls whose window had closed before is not told: an import floods nobody', async () => {
    const { center, receiver } = await webhookFor()
    const now = world.clock.now()
    await center.deliver(
      ...Array.from({ length: 30 }, (_, place) => ended(`old ${place}`, now - (8 + place) * day)),
      ended('new', now - 3 * day),
    )
    world.clock.pass((5 * day) / 1000)
    await center.completeUntil(world.clock.now())
    await look()
    expect(await told(receiver)).toEqual(['call.outcome_final new resolved'])
  })

  it('is written with the day that is worked out, or not at all', async () => {
    const { center, params, admin } = await webhookFor()
    await admin.tell(outgoing.changeWebhook, { params, body: { isEnabled: false } })
    await center.deliver(ended('unheard', world.clock.now() - day))
    world.clock.pass((7 * day) / 1000)
    await center.completeUntil(world.clock.now())
    await look()
    expect((await admin.ask(outgoing.webhookMessages, { params })).items).toEqual([])
  })
})

describe('a recognition', () => {
  it('is told once, with the rep and the reasons', async () => {
    const { center, receiver } = await webhookFor('call.recognized')
    const now = world.clock.now()
    const attempt = (place: number) =>
      callRecord({
        ...{ externalId: `attempt ${place}`, customer: '+49 30 555' },
        startedAt: new Date(now - (4 - place) * day).toISOString(),
        legs: [legRecord({ rep: 'ana' })],
      })
    await center.deliver(attempt(1), attempt(2), attempt(3))
    world.clock.pass((8 * day) / 1000)
    await center.completeUntil(world.clock.now())
    await world.house.balance.lookAtAll()
    await world.house.balance.lookAtAll()
    await sendAll()
    const bodies = receiver.received.map(({ body }) => JSON.parse(body) as object)
    expect(bodies).toMatchObject([
      {
        type: 'call.recognized',
        data: { externalId: 'attempt 3', rep: { name: 'ana' }, reasons: ['chain_ended'] },
      },
    ])
  })
})

it('an address that could reach secrets of a cloud is refused, with the field', async () => {
  const { admin } = await webhookFor()
  const body = { url: 'http://169.254.169.254/latest', events: ['call.recognized'] }
  expect(await admin.refused(outgoing.createWebhook, { body })).toMatchObject({
    ...{ status: 400, reason: 'address_unusable', fields: [{ field: 'url' }] },
  })
})
