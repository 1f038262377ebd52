import { randomBytes } from 'node:crypto'
import { type FastifyInstance } from 'fastify'
import * as outgoing from '../../shared/outgoing/contract.ts'
import { itemsPerPageDefault } from '../../shared/wire/page.ts'
import { type Database } from '../database/connect.ts'
import { answer, carryOut } from '../http/carry-out.ts'
import { pageOf, readIdPlace } from '../http/place.ts'
import { Refused } from '../http/refused.ts'
import { aboutSecret } from './keep-sending.ts'
import { findMessages, insertTest, type MessageRow, restart } from './message-store.ts'
import { readUrl, refuseUnusable, UnusableAddress } from './usable-address.ts'
import {
  findWebhooks,
  insertWebhook,
  removeWebhook,
  rotateSecret,
  takeWebhookId,
  updateWebhook,
  type WebhookRow,
} from './webhook-store.ts'

const secretBytes = 32
const formerSecretMilliseconds = 86_400_000

type Needs = {
  database: Database
  close: (text: string, about: string) => Buffer
  clock: () => number
}

/** Administrators say which addresses are told of events, and see what came of each message. */
export function outgoingRoutes(app: FastifyInstance, needs: Needs): void {
  listRoutes(app, needs)
  changeRoutes(app, needs)
  messageRoutes(app, needs)
}

function listRoutes(app: FastifyInstance, { database }: Needs): void {
  app.route(
    answer(outgoing.webhooks, async ({ viewer, query }) => {
      const limit = query.limit ?? itemsPerPageDefault
      const asked = { after: readIdPlace(query.after), limit: limit + 1 }
      const rows = await findWebhooks(database.reading, viewer.organizationId, asked)
      return pageOf(rows, limit, ({ id }) => [id], tellWebhook)
    }),
  )
  app.route(
    answer(outgoing.webhookMessages, async ({ viewer, params, query }) => {
      const limit = query.limit ?? itemsPerPageDefault
      const { organizationId } = viewer
      await webhookOrRefusal(database, organizationId, params.webhookId)
      const before = readIdPlace(query.after) || null
      const { webhookId } = params
      const asked = { webhookId, state: query.state ?? null, before, limit: limit + 1 }
      const rows = await findMessages(database.reading, organizationId, asked)
      return pageOf(rows, limit, ({ id }) => [id], tellMessage)
    }),
  )
}

function changeRoutes(app: FastifyInstance, { database, close, clock }: Needs): void {
  app.route(
    carryOut(outgoing.createWebhook, async ({ viewer, body }) => {
      const { organizationId } = viewer
      const url = await usableUrl(body.url)
      const id = await takeWebhookId(database.writing)
      const secret = newSecret()
      await insertWebhook(database.writing, organizationId, {
        ...{ id, url, events: body.events, createdAt: new Date(clock()) },
        secret: close(secret, aboutSecret(organizationId, id)),
      })
      return { webhook: await webhookOrRefusal(database, organizationId, id), secret }
    }),
  )
  app.route(
    carryOut(outgoing.changeWebhook, async ({ viewer, params, body }) => {
      const { organizationId } = viewer
      await webhookOrRefusal(database, organizationId, params.webhookId)
      const { url, ...others } = body
      const change = url === undefined ? others : { ...others, url: await usableUrl(url) }
      await updateWebhook(database.writing, organizationId, params.webhookId, change)
      return webhookOrRefusal(database, organizationId, params.webhookId)
    }),
  )
  app.route(
    carryOut(outgoing.rotateWebhookSecret, async ({ viewer, params }) => {
      const { organizationId } = viewer
      const secret = newSecret()
      const isRotated = await rotateSecret(database.writing, organizationId, params.webhookId, {
        secret: close(secret, aboutSecret(organizationId, params.webhookId)),
        formerUntil: new Date(clock() + formerSecretMilliseconds),
      })
      if (isRotated) return { secret }
      throw unknown()
    }),
  )
  app.route(
    carryOut(outgoing.deleteWebhook, async ({ viewer, params }) => {
      if (await removeWebhook(database, viewer.organizationId, params.webhookId)) return {}
      throw unknown()
    }),
  )
}

function messageRoutes(app: FastifyInstance, { database, clock }: Needs): void {
  const messageOrRefusal = async (organizationId: number, id: number) => {
    const [row] = await findMessages(database.writing, organizationId, { id })
    if (row) return tellMessage(row)
    throw new Refused('message_unknown', 'There is no such message.')
  }
  app.route(
    carryOut(outgoing.testWebhook, async ({ viewer, params }) => {
      const { organizationId } = viewer
      await webhookOrRefusal(database, organizationId, params.webhookId)
      const now = new Date(clock())
      const body = JSON.stringify({
        ...{ type: 'webhook.test', timestamp: now.toISOString() },
        data: { message: 'This is a test by Wellspent.' },
      })
      const given = { webhookId: params.webhookId, body, now }
      return messageOrRefusal(
        organizationId,
        await insertTest(database.writing, organizationId, given),
      )
    }),
  )
  app.route(
    carryOut(outgoing.sendAgain, async ({ viewer, params }) => {
      const { organizationId } = viewer
      await restart(database.writing, organizationId, params.messageId, new Date(clock()))
      return messageOrRefusal(organizationId, params.messageId)
    }),
  )
}

const newSecret = (): string => `whsec_${randomBytes(secretBytes).toString('base64')}`

async function usableUrl(text: string): Promise<string> {
  try {
    const url = readUrl(text.trim())
    await refuseUnusable(url)
    return url.href
  } catch (error) {
    if (!(error instanceof UnusableAddress)) throw error
    throw new Refused('address_unusable', error.message, [{ field: 'url', message: error.message }])
  }
}

async function webhookOrRefusal(database: Database, organizationId: number, id: number) {
  const [row] = await findWebhooks(database.writing, organizationId, { id })
  if (row) return tellWebhook(row)
  throw unknown()
}

const unknown = (): Refused => new Refused('webhook_unknown', 'There is no such webhook.')

const tellWebhook = (row: WebhookRow): outgoing.Webhook => ({
  ...row,
  events: outgoing.webhookEvents.filter((event) => row.events.includes(event)),
  createdAt: row.createdAt.toISOString(),
})

const tellMessage = (row: MessageRow): outgoing.WebhookMessage => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
  lastAttemptAt: row.lastAttemptAt?.toISOString() ?? null,
})
