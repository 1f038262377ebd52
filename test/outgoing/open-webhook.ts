import { Webhook } from 'standardwebhooks'
import { expect } from 'vitest'
import * as outgoing from '../../shared/outgoing/contract.ts'
import { type World } from '../world/open-world.ts'
import { openReceiver, type Received } from './receiver.ts'

/** An organization with an address that is told of events: of final outcomes, if none is named. */
export async function openWebhook(world: World, ...events: outgoing.WebhookEvent[]) {
  const center = await world.center()
  const admin = await center.person('admin')
  const receiver = await openReceiver()
  const { webhook, secret } = await admin.tell(outgoing.createWebhook, {
    body: { url: receiver.url, events: events.length > 0 ? events : ['call.outcome_final'] },
  })
  const params = { webhookId: webhook.id }
  const test = () => admin.tell(outgoing.testWebhook, { params })
  const messages = async () => (await admin.ask(outgoing.webhookMessages, { params })).items
  const last = async () => (await messages())[0]!
  return { center, admin, receiver, webhook, secret, params, test, messages, last }
}

/** What a message says, its signature checked at a world's time. */
export function verifiedAt({ headers, body }: Received, secret: string, now: number): unknown {
  const signed = new Webhook(secret)
  const id = String(headers['webhook-id'])
  const at = new Date(Number(headers['webhook-timestamp']) * 1000)
  const signatures = String(headers['webhook-signature']).split(' ')
  expect(signatures).toContain(signed.sign(id, at, body))
  expect(Math.abs(at.getTime() - now)).toBeLessThan(1000)
  return JSON.parse(body)
}
