import { Type } from 'typebox'
import { command, question } from '../wire/endpoint.ts'
import { Id, Nothing } from '../wire/id.ts'
import { Page, PageQuery } from '../wire/page.ts'
import {
  Connection,
  DeliveryReply,
  NewConnection,
  secretLengthLimit,
  TrialReply,
} from './connection.ts'

const admins = { roles: ['admin'] } as const
const ofConnection = Type.Object({ connectionId: Id })
/** Text that may be tried at once. */
export const trialCharactersLimit = 500_000

export const connections = question({
  summary: 'Phone systems that deliver by themselves, without their secrets.',
  path: '/api/connections',
  audience: admins,
  params: Nothing,
  query: Type.Object(PageQuery),
  reply: Page(Connection),
  refusals: [],
})

export const createConnection = command({
  summary: 'Lets a phone system deliver by itself, and shows its secret this once.',
  method: 'POST',
  path: '/api/connections',
  audience: admins,
  params: Nothing,
  body: NewConnection,
  reply: Type.Object({ connection: Connection, secret: Type.String() }),
  refusals: ['name_taken', 'adapter_unknown', 'secret_unusable'],
})

export const rotateSecret = command({
  summary: 'Gives a connection another secret; the former one is taken for a day more, unless not.',
  method: 'POST',
  path: '/api/connections/:connectionId/secret',
  audience: admins,
  params: ofConnection,
  body: Type.Object(
    {
      secret: Type.Optional(Type.String({ minLength: 1, maxLength: secretLengthLimit })),
      /** The former one may be known to somebody else. */
      endsFormerAtOnce: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({ secret: Type.String() }),
  refusals: ['connection_unknown', 'secret_unusable'],
})

export const enableConnection = command({
  summary: 'Refuses deliveries of a connection from now on, or takes them again.',
  method: 'PUT',
  path: '/api/connections/:connectionId/enabled',
  audience: admins,
  params: ofConnection,
  body: Type.Object(
    {
      isEnabled: Type.Boolean(),
      /**
       * The phone system is not used any more: its source has ended, where no other connection
       * writes it. Left out, outcomes wait for the source. Enabling waits for it again.
       */
      endsSource: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  reply: Connection,
  refusals: ['connection_unknown'],
})

export const deleteConnection = command({
  summary: 'Takes no more deliveries of a connection; what it delivered stays.',
  method: 'DELETE',
  path: '/api/connections/:connectionId',
  audience: admins,
  params: ofConnection,
  body: Nothing,
  reply: Nothing,
  refusals: ['connection_unknown'],
})

export const tryConnection = command({
  summary: 'Says what a text would become, read as this connection reads; nothing is stored.',
  method: 'POST',
  path: '/api/connections/:connectionId/trial',
  audience: admins,
  params: ofConnection,
  body: Type.Object(
    { text: Type.String({ minLength: 1, maxLength: trialCharactersLimit }) },
    { additionalProperties: false },
  ),
  reply: TrialReply,
  refusals: ['connection_unknown', 'adapter_unknown'],
})

/** Whoever delivers shows its own secret, in its vendor's way; sessions and keys count nothing. */
const received = {
  audience: 'anyone',
  method: 'POST',
  params: ofConnection,
  refusals: [
    ...(['connection_unknown', 'connection_disabled', 'delivery_unverified'] as const),
    ...(['secret_lost', 'adapter_unknown', 'malformed_body'] as const),
    ...(['body_too_large', 'too_many_records', 'too_many_requests'] as const),
    ...(['delivery_conflict', 'too_busy', 'database_unreachable'] as const),
  ],
} as const

export const receiveWebhook = command({
  ...received,
  summary: 'Takes a delivery that is signed as Standard Webhooks says.',
  path: '/api/intake/:connectionId/webhook',
  body: Type.Unknown({ description: 'Call records, or what the adapter of the connection reads.' }),
  reply: DeliveryReply,
  refusals: [...received.refusals, 'delivery_too_old'],
})

export const receiveAircall = command({
  ...received,
  summary: 'Takes an event of Aircall, which carries the token of its webhook.',
  path: '/api/intake/:connectionId/aircall',
  body: Type.Unknown({ description: 'An event as Aircall sends it.' }),
  reply: DeliveryReply,
})

export const receiveFirehose = command({
  ...received,
  summary: 'Takes what Amazon Data Firehose delivers to an HTTP endpoint.',
  path: '/api/intake/:connectionId/firehose',
  body: Type.Unknown({ description: 'The envelope of Firehose: requestId, timestamp, records.' }),
  reply: Type.Object({ requestId: Type.String(), timestamp: Type.Integer() }),
})

export const receiveFreeswitch = command({
  ...received,
  summary: 'Takes a document of mod_json_cdr, with basic authentication.',
  path: '/api/intake/:connectionId/freeswitch',
  body: Type.Unknown({ description: 'The document, plain or as the form field cdr.' }),
  reply: DeliveryReply,
})

export const receiveFreeswitchByKey = command({
  ...received,
  summary: 'Takes a document of mod_json_cdr, with the secret in the address.',
  path: '/api/intake/:connectionId/freeswitch/:key',
  params: Type.Object({ connectionId: Id, key: Type.String({ maxLength: secretLengthLimit }) }),
  body: Type.Unknown({ description: 'The document, plain or as the form field cdr.' }),
  reply: DeliveryReply,
})
