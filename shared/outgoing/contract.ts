import { Type, type Static } from 'typebox'
import { command, question } from '../wire/endpoint.ts'
import { Id, Nothing } from '../wire/id.ts'
import { OrNull } from '../wire/or-null.ts'
import { Page, PageQuery } from '../wire/page.ts'

/** What is told to the outside. `webhook.test` is sent on demand and needs no choice. */
export const webhookEvents = ['call.outcome_final', 'call.recognized', 'reflection.shared'] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** What has become of a message; `dead` after the last attempt. */
export const messageStates = ['waiting', 'delivered', 'dead'] as const

export const urlLengthLimit = 500
const Url = Type.String({ minLength: 1, maxLength: urlLengthLimit })
const Events = Type.Array(Type.Enum([...webhookEvents]), { minItems: 1, uniqueItems: true })

const admins = { roles: ['admin'] } as const
const ofWebhook = Type.Object({ webhookId: Id })

const Webhook = Type.Object({
  id: Id,
  url: Type.String(),
  events: Type.Array(Type.Enum([...webhookEvents])),
  isEnabled: Type.Boolean(),
  /** Why it was disabled, where the receiver asked for it. */
  disabledWhy: OrNull(Type.String()),
  createdAt: Type.String(),
  waiting: Type.Integer(),
  dead: Type.Integer(),
})
export type Webhook = Static<typeof Webhook>

const Message = Type.Object({
  id: Id,
  /** The id the receiver sees; the same in every attempt. */
  messageId: Type.String(),
  event: Type.String(),
  state: Type.Enum([...messageStates]),
  createdAt: Type.String(),
  attempts: Type.Integer(),
  nextAttemptAt: OrNull(Type.String()),
  lastAttemptAt: OrNull(Type.String()),
  /** HTTP status of the last answer; null where none came. */
  lastStatus: OrNull(Type.Integer()),
  /** The beginning of the last answer, or why none came. */
  lastAnswer: OrNull(Type.String()),
})
export type WebhookMessage = Static<typeof Message>

export const webhooks = question({
  summary: 'Addresses that are told of events, without their secrets.',
  path: '/api/webhooks',
  audience: admins,
  params: Nothing,
  query: Type.Object(PageQuery),
  reply: Page(Webhook),
  refusals: [],
})

export const createWebhook = command({
  summary: 'Tells an address of events from now on, and shows its secret this once.',
  method: 'POST',
  path: '/api/webhooks',
  audience: admins,
  params: Nothing,
  body: Type.Object({ url: Url, events: Events }, { additionalProperties: false }),
  reply: Type.Object({ webhook: Webhook, secret: Type.String() }),
  refusals: ['address_unusable'],
})

export const changeWebhook = command({
  summary:
    'Changes address or events, disables or enables; the secret stays. While it is off nothing is told.',
  method: 'PATCH',
  path: '/api/webhooks/:webhookId',
  audience: admins,
  params: ofWebhook,
  body: Type.Object(
    {
      url: Type.Optional(Url),
      events: Type.Optional(Events),
      isEnabled: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  reply: Webhook,
  refusals: ['webhook_unknown', 'address_unusable'],
})

export const rotateWebhookSecret = command({
  summary: 'Gives another secret; for a day messages are signed with the former one too.',
  method: 'POST',
  path: '/api/webhooks/:webhookId/secret',
  audience: admins,
  params: ofWebhook,
  body: Nothing,
  reply: Type.Object({ secret: Type.String() }),
  refusals: ['webhook_unknown'],
})

export const deleteWebhook = command({
  summary: 'Tells an address nothing more, and forgets what was told.',
  method: 'DELETE',
  path: '/api/webhooks/:webhookId',
  audience: admins,
  params: ofWebhook,
  body: Nothing,
  reply: Nothing,
  refusals: ['webhook_unknown'],
})

export const testWebhook = command({
  summary: 'Sends a message that says it is a test.',
  method: 'POST',
  path: '/api/webhooks/:webhookId/test',
  audience: admins,
  params: ofWebhook,
  body: Nothing,
  reply: Message,
  refusals: ['webhook_unknown'],
})

export const webhookMessages = question({
  summary: 'Messages to an address, newest first, with the last answer to each.',
  path: '/api/webhooks/:webhookId/messages',
  audience: admins,
  params: ofWebhook,
  query: Type.Object({
    ...PageQuery,
    state: Type.Optional(Type.Enum([...messageStates])),
  }),
  reply: Page(Message),
  refusals: ['webhook_unknown'],
})

export const sendAgain = command({
  summary: 'Begins the attempts of a message anew, under the same id.',
  method: 'POST',
  path: '/api/webhook-messages/:messageId/again',
  audience: admins,
  params: Type.Object({ messageId: Id }),
  body: Nothing,
  reply: Message,
  refusals: ['message_unknown'],
})
