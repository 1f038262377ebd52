import { type IngestReply } from '../../shared/calls/contract.ts'
import { openHashers } from './hashers.ts'
import { prepareBatch, type Sent } from './ingest-calls.ts'
import { type Ingest, type NoteRequests } from './ingest-lane.ts'

/** Stores what was sent and answers after the commit, in which the note is written too. */
export type TakeRecords = (
  organizationId: number,
  sent: readonly Sent[],
  note: NoteRequests,
) => Promise<IngestReply>

/**
 * How records get into the lane of their organization: in the order in which they came, for of
 * records without a version the last one counts, however long the one before takes to prepare.
 */
export function openTakeRecords(ingest: Ingest, secret: string, clock: () => number): TakeRecords {
  const hashersOf = openHashers(secret)
  const last = new Map<number, Promise<unknown>>()
  return async (organizationId, sent, note) => {
    const preparing = prepareBatch(sent, hashersOf(organizationId), clock())
    const ready = Promise.all([preparing, last.get(organizationId)])
    const entered = ready.catch(() => undefined)
    last.set(organizationId, entered)
    const [batch] = await ready
    if (last.get(organizationId) === entered) last.delete(organizationId)
    return ingest(organizationId, batch, note)
  }
}
