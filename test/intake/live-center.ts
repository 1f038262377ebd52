import { Webhook } from 'standardwebhooks'
import * as connections from '../../shared/intake/connection-contract.ts'
import {
  type Connection,
  type DeliveryReply,
  type NewConnection,
} from '../../shared/intake/connection.ts'
import { type Answered } from '../world/caller.ts'
import { type Center, type Signed } from '../world/center.ts'
import { type World } from '../world/open-world.ts'

type Headers = Record<string, string>

/** A phone system with a connection, that delivers whatever it is told to. */
export type Sender = {
  connection: Connection
  secret: string
  send: (body: string | Buffer, headers?: Headers) => Promise<Answered>
  /** Signs as the package of Standard Webhooks does, and sends. */
  sendSigned: (
    body: string,
    says?: { id?: string; at?: number; secret?: string },
  ) => Promise<Answered>
}

let counter = 0

export async function openSender(
  world: World,
  admin: Signed,
  says: Partial<NewConnection> = {},
): Promise<Sender> {
  counter += 1
  const { connection, secret } = await admin.tell(connections.createConnection, {
    body: { name: `connection ${counter}`, kind: 'standard_webhooks', source: 'live', ...says },
  })
  const send = (payload: string | Buffer, headers: Headers = {}) =>
    world.nobody.send({
      ...{ method: 'POST', url: connection.path, payload },
      headers: { 'content-type': 'application/json', ...headers },
    })
  return {
    ...{ connection, secret, send },
    sendSigned: (body, given = {}) => {
      counter += 1
      const id = given.id ?? `delivery ${counter}`
      const at = given.at ?? world.clock.now()
      const signature = new Webhook(given.secret ?? secret).sign(id, new Date(at), body)
      return send(body, {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at / 1000)),
        'webhook-signature': signature,
      })
    },
  }
}

export const replyOf = ({ body }: Answered): DeliveryReply => body as DeliveryReply

/** What a center has stored of a call, by the source's own number. */
export async function storedCall(world: World, center: Center, externalId: string) {
  const [row] = await world.database.reading<
    { version: number | null; queue: string | null; reps: string[] }[]
  >`
    select c.version::float8, c.queue, array(
      select a.alias from leg l join rep_alias a
        on a.organization_id = l.organization_id and a.id = l.alias_id
      where l.organization_id = c.organization_id and l.call_id = c.id order by l.leg_no) as reps
    from call c where c.organization_id = ${center.id} and c.external_id = ${externalId}`
  return row ?? null
}
