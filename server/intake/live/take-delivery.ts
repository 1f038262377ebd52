import { type CallRecord } from '../../../shared/calls/call-record.ts'
import { type IngestReply, recordsPerRequestLimit } from '../../../shared/calls/contract.ts'
import { type PresenceEvent } from '../../../shared/floor/presence.ts'
import { type DeliveryReply } from '../../../shared/intake/connection.ts'
import { type Database, type Transaction } from '../../database/connect.ts'
import { Refused } from '../../http/refused.ts'
import { adapterNamed } from '../adapters/all-adapters.ts'
import { type Adapter, type AdapterSettings } from '../adapters/adapter.ts'
import { callRecords } from '../adapters/call-records.ts'
import { type ConnectionRow, noteTaken } from '../connection-store.ts'
import { findDelivery, rememberDelivery } from '../delivery-store.ts'
import { openKeptDocuments } from '../kept-document-store.ts'
import { presenceIn } from '../presence/presence-in.ts'
import { keepRefused } from '../refused-store.ts'
import { rejoin } from '../rejoin.ts'
import { addToDay } from '../run-store.ts'
import { type Seal } from '../seal.ts'
import { readLines } from './read-lines.ts'
import { tellDelivery, tellLines } from './tell-lines.ts'

/** Stores records of an importer, and calls the note in the transaction that does. */
export type StoreDelivered = (
  organizationId: number,
  records: readonly { index: number; checked: CallRecord }[],
  note: (transaction: Transaction, reply: IngestReply) => Promise<void>,
) => Promise<IngestReply>

/** Tells the floor; what it is told holds for this organization, and it never rejects. */
export type TellFloor = (organizationId: number, events: readonly PresenceEvent[]) => Promise<void>

export type LiveNeeds = {
  database: Database
  store: StoreDelivered
  hear: TellFloor
  seal: Seal
  clock: () => number
}

/** A delivery that was verified. */
export type Delivery = {
  text: string
  /** The sender's own number; null where it has none. */
  id: string | null
  bodyHash: Buffer
}

/** How a connection reads, as adapters are told. */
export function readingOf(connection: ConnectionRow, now: number) {
  const { source, settings } = connection
  const { timeZone, country, names } = settings
  const adapter = settings.adapter === null ? callRecords : adapterNamed(settings.adapter)
  if (!adapter) {
    throw new Refused('adapter_unknown', `Nothing here reads "${settings.adapter ?? ''}" any more.`)
  }
  const told: AdapterSettings = { source, now, timeZone, country, names }
  return { adapter, settings: told } satisfies { adapter: Adapter; settings: AdapterSettings }
}

/**
 * Takes one delivery: reads it, puts it together with what came before of the same calls, and
 * stores it. What is answered is on disk. A delivery that comes again is answered as it was
 * before and changes nothing, however many came in between. What it says of the floor is told after
 * that, and the answer does not depend on it.
 */
export async function takeDelivery(
  connection: ConnectionRow,
  delivery: Delivery,
  { database, store, hear, seal, clock }: LiveNeeds,
): Promise<DeliveryReply> {
  const { organizationId, source } = connection
  const before = await answeredBefore(database, connection, delivery)
  if (before) return before
  const reading = readingOf(connection, clock())
  const keep = openKeptDocuments(database, seal, { organizationId, source, clock })
  const lines = await readLines(reading.adapter, reading.settings, delivery.text)
  const told = tellLines(await rejoin(lines, { ...reading, keep }))
  if (told.records.length > recordsPerRequestLimit) {
    throw new Refused(
      'too_many_records',
      `One delivery takes at most ${recordsPerRequestLimit} calls; nothing of it was stored. Deliver in smaller parts.`,
    )
  }
  const records = told.records.map(({ index, record }) => ({ index, checked: record }))
  const note = async (transaction: Transaction, stored: IngestReply): Promise<void> => {
    const now = clock()
    const day = new Date(now).toISOString().slice(0, 10)
    const { reply, counts, refusedLines } = tellDelivery(told, stored)
    const run = await addToDay(
      transaction,
      organizationId,
      { source, way: 'api', name: `Delivered on ${day}`, day, now },
      counts,
    )
    await keepRefused(transaction, organizationId, run, refusedLines)
    await noteTaken(transaction, connection, now)
    const { id: deliveryId, bodyHash } = delivery
    if (deliveryId === null) return
    await rememberDelivery(transaction, connection, { deliveryId, bodyHash, reply, now })
  }
  const { reply } = tellDelivery(told, await store(organizationId, records, note))
  const words = await presenceIn(reading.adapter.name, delivery.text, reading.settings)
  if (words.length > 0) await hear(organizationId, words)
  return reply
}

async function answeredBefore(
  database: Database,
  connection: ConnectionRow,
  { id, bodyHash }: Delivery,
): Promise<DeliveryReply | null> {
  const known = id === null ? null : await findDelivery(database, connection, id)
  if (!known) return null
  if (known.bodyHash.equals(bodyHash)) return known.reply
  throw new Refused(
    'delivery_conflict',
    `A delivery of the number ${id ?? ''} came before with another body; send this one under a number of its own.`,
  )
}
