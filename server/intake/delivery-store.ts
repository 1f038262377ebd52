import { type DeliveryReply } from '../../shared/intake/connection.ts'
import { type Database, type Transaction } from '../database/connect.ts'
import { type ConnectionRow } from './connection-store.ts'

/** A sender tries again for some days; longer than that, the number of a delivery is forgotten. */
const rememberedDays = 8
const day = 86_400_000

type Place = Pick<ConnectionRow, 'organizationId' | 'id'>

/** What was answered to a delivery of this number; null where none has come. */
export async function findDelivery(
  database: Database,
  { organizationId, id }: Place,
  deliveryId: string,
): Promise<{ bodyHash: Buffer; reply: DeliveryReply } | null> {
  const [found] = await database.reading<{ bodyHash: Buffer; reply: DeliveryReply }[]>`
    select body_hash as "bodyHash", reply from delivery
    where organization_id = ${organizationId} and connection_id = ${id}
      and delivery_id = ${deliveryId}`
  return found ?? null
}

/** Remembers a delivery, in the transaction that stores what it brought. */
export async function rememberDelivery(
  transaction: Transaction,
  { organizationId, id }: Place,
  given: { deliveryId: string; bodyHash: Buffer; reply: DeliveryReply; now: number },
): Promise<void> {
  const { deliveryId, bodyHash, reply, now } = given
  await transaction`
    insert into delivery
      (organization_id, connection_id, delivery_id, body_hash, received_at, reply)
    values (${organizationId}, ${id}, ${deliveryId}, ${bodyHash}, ${new Date(now)},
      ${transaction.json(reply)})
    on conflict do nothing`
  await transaction`
    delete from delivery
    where organization_id = ${organizationId} and connection_id = ${id}
      and received_at < ${new Date(now - rememberedDays * day)}`
}
