import { type IngestReply } from '../../shared/calls/contract.ts'
import { openHashers } from './hashers.ts'
import { prepareBatch, type Sent } from './ingest-calls.ts'
import { type Ingest, type NoteTaken } from './ingest-lane.ts'

/** Stores what was sent and answers after the commit, in which the note is written too. */
export type TakeRecords = (
  organizationId: number,
  sent: readonly Sent[],
  note: NoteTaken,
) => Promise<IngestReply>

/** How records get into the lane of their organization. */
export function openTakeRecords(ingest: Ingest, secret: string, clock: () => number): TakeRecords {
  const hashersOf = openHashers(secret)
  return async (organizationId, sent, note) =>
    ingest(organizationId, await prepareBatch(sent, hashersOf(organizationId), clock()), note)
}
