import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Adapter } from '../../server/intake/adapters/adapter.ts'
import { aircallWebhooks } from '../../server/intake/adapters/aircall-webhooks.ts'
import { freeswitch } from '../../server/intake/adapters/freeswitch.ts'
import { type NewConnection } from '../../shared/intake/connection.ts'
import { openWorld } from '../world/open-world.ts'
import { agent, member } from './adapters/freeswitch-documents.ts'
import { aircallCall, epoch, user } from './adapters/aircall-events.ts'
import { recordsIn } from './adapters/reading.ts'
import { openSender, type Sender, storedCall } from './live-center.ts'

const world = await openWorld()

async function open(says: Partial<NewConnection>) {
  const center = await world.center()
  const sender = await openSender(world, await center.person('admin'), {
    source: 'phones',
    ...says,
  })
  return { center, sender }
}

/** What a file that holds all of it says of the call. */
async function asFile(adapter: Adapter, documents: readonly object[]) {
  const [record] = await recordsIn(adapter, documents, { now: world.clock.now() })
  return {
    version: record?.version ?? null,
    queue: record?.queue ?? null,
    reps: record?.legs.map(({ rep }) => rep),
  }
}

const orders = (count: number) =>
  fc.sample(fc.shuffledSubarray([...Array(count).keys()], { minLength: count }), {
    ...{ numRuns: 4, seed: 7 },
  })

async function sendInOrder(
  documents: readonly object[],
  order: readonly number[],
  send: Sender['send'],
): Promise<void> {
  for (const place of order) {
    const answered = await send(JSON.stringify(documents[place]))
    expect(answered.status).toBe(200)
  }
}

describe('a call told in parts that are delivered one by one', () => {
  world.clock.set(new Date((epoch + 3_600) * 1000).toISOString())
  const toBo = { transferred_by: user(1, 'Ann'), transferred_to: user(2, 'Bo') }
  const events = [
    aircallCall('call.created', 0, { user: undefined }),
    aircallCall('call.answered', 10),
    aircallCall('call.hold', 20),
    aircallCall('call.unhold', 30),
    aircallCall('call.transferred', 40, toBo),
    aircallCall('call.answered', 45, { user: user(2, 'Bo'), ...toBo }),
    aircallCall('call.ended', 61, { user: user(2, 'Bo'), ...toBo }),
    aircallCall('call.tagged', 90, { user: user(2, 'Bo'), tags: [{ name: 'Fixed' }], ...toBo }),
  ]

  it.each(orders(events.length))(
    'Aircall: is the call of the file, in the order %j',
    async (...order) => {
      const token = '45XXYYZZa08b9f2c'
      const { center, sender } = await open({ kind: 'aircall', secret: token })
      await sendInOrder(
        events.map((event) => ({ ...event, token })),
        order,
        sender.send,
      )
      const expected = await asFile(aircallWebhooks, events)
      expect(expected.reps).toEqual(['Ann', 'Bo'])
      expect(await storedCall(world, center, '41')).toEqual(expected)
    },
  )

  it.each(orders(2))('FreeSWITCH: is the call of the file, in the order %j', async (...order) => {
    const { center, sender } = await open({ kind: 'freeswitch' })
    const auth = `Basic ${Buffer.from(`switch:${sender.secret}`).toString('base64')}`
    const documents = [member(), agent()]
    await sendInOrder(documents, order, (body) => sender.send(body, { authorization: auth }))
    const expected = await asFile(freeswitch, documents)
    expect(expected.reps).toEqual(['1001'])
    expect(await storedCall(world, center, 'member')).toEqual(expected)
  })
})
