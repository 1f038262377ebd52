import { createHash } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import { type FastifyInstance, type FastifyRequest } from 'fastify'
import * as contract from '../../../shared/intake/connection-contract.ts'
import { type ConnectionKind, type DeliveryReply } from '../../../shared/intake/connection.ts'
import { invariant } from '../../../shared/invariant.ts'
import { carryOut } from '../../http/carry-out.ts'
import { refusalOf } from '../../http/problems.ts'
import { Refused } from '../../http/refused.ts'
import { type ConnectionRow } from '../connection-store.ts'
import { freeswitchDocument } from './freeswitch-document.ts'
import { firehoseAnswer, openFirehoseEnvelope } from './firehose-envelope.ts'
import { refuseFirehose } from './refuse-firehose.ts'
import { openConnectionRing, openRefusalNotes } from './remember-connections.ts'
import { secretsOf } from './secrets.ts'
import { type LiveNeeds, takeDelivery } from './take-delivery.ts'
import {
  type Verify,
  verifyAircall,
  verifyFirehose,
  verifyFreeswitch,
  verifyWebhook,
} from './verify-delivery.ts'

/** Deliveries of one connection from one address in a minute; a busy switch sends some dozens. */
const deliveriesPerMinuteLimit = 6_000
/** What one delivery may have, unpacked; Firehose is asked for 5 MiB of records. */
const bodyBytesLimit = 16 * 1024 * 1024

const verifiers: Record<ConnectionKind, Verify> = {
  standard_webhooks: verifyWebhook,
  amazon_firehose: verifyFirehose,
  aircall: verifyAircall,
  freeswitch: verifyFreeswitch,
}

/** Where phone systems deliver by themselves: each shows its own secret, in its vendor's way. */
export async function liveRoutes(app: FastifyInstance, needs: LiveNeeds): Promise<void> {
  const { database, clock } = needs
  const find = openConnectionRing(database, clock)
  const note = openRefusalNotes(database, clock)
  const found = new WeakMap<FastifyRequest, ConnectionRow>()
  await app.register(async (doors) => {
    await doors.register(rateLimit, {
      max: deliveriesPerMinuteLimit,
      timeWindow: '1 minute',
      keyGenerator: (request) => `${request.ip} ${String(connectionIdOf(request))}`,
      errorResponseBuilder: () =>
        new Refused('too_many_requests', 'Too many deliveries; try again in a minute.'),
    })
    // The body is kept as it came: signatures are over its bytes.
    doors.removeAllContentTypeParsers()
    doors.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body)
    })
    // Nobody's body is read before the connection is known.
    doors.addHook('onRequest', async (request) => {
      const id = connectionIdOf(request)
      const row = id === null ? null : await find(id)
      if (!row) throw unknown
      found.set(request, row)
      if (row.disabledAt) throw disabled
    })
    doors.addHook('onError', async (request, _reply, error) => {
      const row = found.get(request)
      if (row) await note(row, refusalOf(error)).catch(() => undefined)
    })
    openDoors(doors, needs, (request) => {
      const row = found.get(request)
      invariant(row, 'a connection is found before its delivery is read')
      return row
    })
  })
}

/** Numbers of deliveries are remembered. */
const numberLengthLimit = 200
const longNumber = new Refused(
  'malformed_body',
  `The number of a delivery has at most ${numberLengthLimit} signs.`,
)

/**
 * 410, because whoever signs webhooks knows by it that nobody wants more, and stops. For all others
 * it is a failure as any other: they keep what they could not deliver (docs/intake/live-feeds.md).
 */
const disabled = new Refused(
  'connection_disabled',
  'This connection is disabled, and nothing was stored. An administrator can enable it again.',
)

const unknown = new Refused('connection_unknown', 'There is no such connection.')

function connectionIdOf({ params }: FastifyRequest): number | null {
  const id = Number((params as { connectionId?: unknown }).connectionId)
  return Number.isSafeInteger(id) && id >= 1 && id <= 2_147_483_647 ? id : null
}

type Taken = { request: FastifyRequest; body: unknown; key?: string }

function openDoors(
  doors: FastifyInstance,
  needs: LiveNeeds,
  connectionOf: (request: FastifyRequest) => ConnectionRow,
): void {
  const options = { bodyLimit: bodyBytesLimit }
  /** Verifies a delivery, and reads it as text. */
  const verified = (kind: ConnectionKind, { request, body, key }: Taken) => {
    const connection = connectionOf(request)
    if (connection.kind !== kind) throw unknown
    const { headers } = request
    const raw = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
    const secrets = secretsOf(connection, needs.seal, needs.clock())
    const id = verifiers[kind]({ headers, body: raw, key: key ?? null }, secrets, needs.clock())
    if (id !== null && id.length > numberLengthLimit) throw longNumber
    return { connection, id, text: raw.toString('utf8'), bodyHash: hashOf(raw) }
  }
  const take = async (
    kind: ConnectionKind,
    taken: Taken,
    textIn: (body: string) => string = (body) => body,
  ): Promise<DeliveryReply> => {
    const { connection, ...delivery } = verified(kind, taken)
    const text = textIn(delivery.text)
    if (text.trim() === '') throw new Refused('malformed_body', 'The body is empty.')
    return takeDelivery(connection, { ...delivery, text }, needs)
  }
  const document = ({ request }: Taken) => {
    const type = request.headers['content-type']
    return (body: string): string => freeswitchDocument(body, type)
  }

  doors.route({
    ...carryOut(contract.receiveWebhook, (told) => take('standard_webhooks', told)),
    ...options,
  })
  doors.route({ ...carryOut(contract.receiveAircall, (told) => take('aircall', told)), ...options })
  doors.route({
    ...carryOut(contract.receiveFreeswitch, (told) => take('freeswitch', told, document(told))),
    ...options,
  })
  doors.route({
    ...carryOut(contract.receiveFreeswitchByKey, ({ request, body, params }) => {
      const taken = { request, body, key: params.key }
      return take('freeswitch', taken, document(taken))
    }),
    ...options,
  })
  doors.route({
    ...carryOut(contract.receiveFirehose, async (told) => {
      const { connection, ...delivery } = verified('amazon_firehose', told)
      const { requestId, text, problem } = openFirehoseEnvelope(delivery.text)
      if (problem !== null) throw new Refused('malformed_body', problem)
      await takeDelivery(connection, { ...delivery, text }, needs)
      return firehoseAnswer(requestId, needs.clock())
    }),
    ...options,
    // It does not take a packed answer.
    compress: false,
    errorHandler: (error, request, reply) => {
      void refuseFirehose(error, { request, reply, now: needs.clock() })
    },
  })
}

const hashOf = (body: Buffer): Buffer => createHash('sha256').update(body).digest()
