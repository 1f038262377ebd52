import { describe, expect, it } from 'vitest'
import { watch } from '../../shared/floor/contract.ts'
import { nobodyThere } from '../../shared/floor/floor.ts'
import * as connections from '../../shared/intake/connection-contract.ts'
import { type NewConnection } from '../../shared/intake/connection.ts'
import { openWorld } from '../world/open-world.ts'
import { aircallCall, epoch, user } from './adapters/aircall-events.ts'
import { openSender, storedCall } from './live-center.ts'
import {
  agentEvent,
  available,
  clock,
  contactEvent,
  offered,
  snapshot,
} from './presence/agent-events.ts'

const world = await openWorld()

async function open(says: Partial<NewConnection>, now: string | number) {
  world.clock.set(typeof now === 'number' ? new Date(now).toISOString() : now)
  const center = await world.center()
  const admin = await center.person('admin')
  const sender = await openSender(world, admin, says)
  const floor = async () => {
    world.clock.pass(1)
    const { people, queues, sources } = (await admin.ask(watch)).floor
    return { people, queues, sources: Object.keys(sources) }
  }
  /** What the database keeps of the floor, to the last bit but when it was heard. */
  const kept = () => world.database.reading`
    select rep, state, reason, queue, call, at from rep_presence
    where organization_id = ${center.id} order by rep`
  return { center, admin, sender, floor, kept }
}

const people = (says: Partial<typeof nobodyThere>) => ({ ...nobodyThere, ...says })

describe('a delivery of Aircall', () => {
  const token = 'a token of the tests'.replaceAll(' ', '-')
  const begin = () =>
    open({ kind: 'aircall', secret: token, source: 'aircall' }, (epoch + 40) * 1000)
  const withToken = (event: object) => JSON.stringify({ ...event, token })

  it('shows on the board, and its call is stored as before', async () => {
    const { center, sender, floor } = await begin()
    const send = async (...events: object[]) => {
      for (const event of events) {
        expect(await sender.send(withToken(event))).toMatchObject({ status: 200 })
      }
    }
    await send(aircallCall('call.created', 0, { user: undefined }))
    await send(
      aircallCall('call.ringing_on_agent', 3),
      aircallCall('call.ringing_on_agent', 3, { user: user(2) }),
    )
    expect(await floor()).toEqual({
      people: people({ ringing: 2 }),
      queues: { 'Help line': { waiting: 1, waitingSince: epoch * 1000, helped: 0 } },
      sources: ['aircall'],
    })
    await send(aircallCall('call.answered', 10))
    // Aircall does not say that the other phone has stopped ringing.
    expect(await floor()).toEqual({
      people: people({ onCall: 1, available: 1 }),
      queues: { 'Help line': { waiting: 0, waitingSince: null, helped: 1 } },
      sources: ['aircall'],
    })
    await send(aircallCall('call.hungup', 60), aircallCall('call.ended', 90))
    expect(await floor()).toMatchObject({ people: people({ available: 2 }), queues: {} })
    expect(await storedCall(world, center, '41')).toMatchObject({ reps: ['Ann'] })
  })

  it('that comes late or twice changes nothing', async () => {
    const { sender, floor, kept } = await begin()
    const [answered, held] = [aircallCall('call.answered', 10), aircallCall('call.hold', 20)]
    await sender.send(withToken(held))
    const [before, keptBefore] = [await floor(), await kept()]
    await sender.send(withToken(answered))
    await sender.send(withToken(held))
    expect([await floor(), await kept()]).toEqual([before, keptBefore])
    expect(before.people).toEqual(people({ onHold: 1 }))
  })

  it('with another token, or to a disabled connection, changes nothing either', async () => {
    const { admin, sender, floor } = await begin()
    const event = aircallCall('call.answered', 10)
    expect(await sender.send(JSON.stringify(event))).toMatchObject({ status: 401 })
    await admin.tell(connections.enableConnection, {
      params: { connectionId: sender.connection.id },
      body: { isEnabled: false },
    })
    world.clock.pass(6)
    expect(await sender.send(withToken(event))).toMatchObject({ status: 410 })
    expect(await floor()).toEqual({ people: nobodyThere, queues: {}, sources: [] })
  })

  it('is not heard of for long: then nobody is said to be doing anything', async () => {
    const { sender, floor } = await begin()
    await sender.send(withToken(aircallCall('call.answered', 10)))
    world.clock.pass(241)
    expect(await floor()).toMatchObject({ people: people({ notHeardOf: 1 }), queues: {} })
  })

  it('is of its organization alone', async () => {
    const [one, other] = [await begin(), await begin()]
    await one.sender.send(withToken(aircallCall('call.answered', 10)))
    expect((await one.floor()).people.onCall).toBe(1)
    expect(await other.floor()).toMatchObject({ people: nobodyThere, sources: [] })
  })
})

describe('a delivery of Amazon Data Firehose', () => {
  const envelope = (requestId: string, ...records: object[]): string =>
    JSON.stringify({
      ...{ requestId, timestamp: 1 },
      records: records.map((record) => ({
        data: Buffer.from(JSON.stringify(record)).toString('base64'),
      })),
    })

  it('carries agent events and contact events beside contact records', async () => {
    const { sender, floor, kept } = await open(
      { kind: 'amazon_firehose', source: 'amazon-connect:x', names: { 'queue:q1': 'Billing' } },
      clock('10:00:10'),
    )
    const deliver = async (requestId: string, ...records: object[]) => {
      const answered = await sender.send(envelope(requestId, ...records), {
        'x-amz-firehose-access-key': sender.secret,
        'x-amz-firehose-request-id': requestId,
      })
      expect(answered).toMatchObject({ status: 200, body: { requestId } })
    }
    await deliver(
      'one',
      agentEvent('LOGIN', '08:00:00', snapshot(available)),
      contactEvent('QUEUED', '09:59:40'),
    )
    const since = Date.parse(clock('09:59:40'))
    expect(await floor()).toEqual({
      people: people({ available: 1 }),
      queues: { Billing: { waiting: 1, waitingSince: since, helped: 0 } },
      sources: ['amazon-connect:x'],
    })
    const talks = snapshot(available, offered('CONNECTED', '10:00:05'))
    const answered = agentEvent('STATE_CHANGE', '10:00:05', talks, snapshot(available))
    await deliver('two', answered)
    expect(await floor()).toMatchObject({
      people: people({ onCall: 1 }),
      queues: { Billing: { waiting: 0, helped: 1 } },
    })
    const before = await kept()
    await deliver('two', answered)
    await deliver('three', answered, agentEvent('LOGIN', '08:00:00', snapshot(available)))
    expect(await kept()).toEqual(before)
  })
})

describe('a delivery of FreeSWITCH', () => {
  it('may be an event of mod_callcenter, posted as JSON', async () => {
    const began = Date.parse('2026-02-02T10:00:00Z')
    const { sender, floor } = await open({ kind: 'freeswitch', source: 'switch' }, began + 10_000)
    const event = (action: string, second: number, says: object) => ({
      ...{ 'Event-Name': 'CUSTOM', 'Event-Subclass': 'callcenter::info', 'CC-Action': action },
      'Event-Date-Timestamp': String((began + second * 1000) * 1000),
      ...{ 'CC-Queue': 'support@default', 'CC-Member-Session-UUID': 'm1', ...says },
    })
    const authorization = `Basic ${Buffer.from(`switch:${sender.secret}`).toString('base64')}`
    const send = async (sent: object) => {
      const answered = await sender.send(JSON.stringify(sent), { authorization })
      expect(answered).toMatchObject({ status: 200, body: { read: 1, refused: 0 } })
    }
    await send(event('member-queue-start', 0, {}))
    await send(event('agent-offering', 1, { 'CC-Agent': '1001@default' }))
    expect(await floor()).toMatchObject({
      people: people({ ringing: 1 }),
      queues: { support: { waiting: 1, waitingSince: began, helped: 0 } },
    })
    await send(event('bridge-agent-start', 5, { 'CC-Agent': '1001@default' }))
    expect(await floor()).toMatchObject({
      people: people({ onCall: 1 }),
      queues: { support: { waiting: 0, helped: 1 } },
    })
  })
})
