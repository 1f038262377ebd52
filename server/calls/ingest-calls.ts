import { setImmediate as othersTurn } from 'node:timers/promises'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import {
  checkCallRecord,
  type CheckedRecord,
  type RecordProblem,
} from '../../shared/calls/check-call-record.ts'
import { type IngestReply } from '../../shared/calls/contract.ts'
import { cutName } from '../../shared/calls/cut-name.ts'
import { invariant } from '../../shared/invariant.ts'
import { type Transaction } from '../database/connect.ts'
import { type Fate, foldArrivals } from './fold-arrivals.ts'
import { type Hashers } from './hashers.ts'
import { advanceFeeds, findFeeds, findStored, lockOrganization } from './ingest-store.ts'
import { prepareCall, type PreparedCall } from './prepare-call.ts'
import { type ToWrite, writeCalls } from './write-calls.ts'

/** One record of a request: what was parsed, or why it could not be. */
export type Sent = { index: number } & (
  | { value: unknown }
  | { problem: RecordProblem }
  /** Checked already, by an importer. */
  | { checked: CallRecord }
)

/** A request's records, checked and prepared: what can be done without the database. */
export type PreparedBatch = {
  calls: { index: number; call: PreparedCall }[]
  refused: IngestReply['refused']
}

/** Prepared at a stretch; between two stretches others have their turn. */
const recordsAtAStretch = 250

export async function prepareBatch(
  sent: readonly Sent[],
  hashers: Hashers,
  now: number,
): Promise<PreparedBatch> {
  const batch: PreparedBatch = { calls: [], refused: [] }
  for (const [place, each] of sent.entries()) {
    if (place > 0 && place % recordsAtAStretch === 0) await othersTurn()
    const { record, problem } = checked(each, now)
    if (problem) {
      const externalId = 'value' in each ? externalIdOf(each.value) : null
      batch.refused.push({ index: each.index, externalId, ...problem })
    } else {
      batch.calls.push({ index: each.index, call: prepareCall(record, hashers) })
    }
  }
  return batch
}

function checked(each: Sent, now: number): CheckedRecord {
  if ('checked' in each) return { record: each.checked, problem: null }
  if ('problem' in each) return { record: null, problem: each.problem }
  return checkCallRecord(each.value, now)
}

const externalIdOf = (value: unknown): string | null =>
  typeof value === 'object' &&
  value !== null &&
  'externalId' in value &&
  typeof value.externalId === 'string'
    ? cutName(value.externalId)
    : null

/**
 * Stores the calls of several requests in one transaction, in their order, under the
 * organization's lock.
 *
 * @returns a reply for each request, true once the transaction has ended
 */
export async function ingestCalls(
  transaction: Transaction,
  organizationId: number,
  batches: readonly PreparedBatch[],
  now: number,
): Promise<IngestReply[]> {
  const calls = batches.flatMap((batch) => batch.calls.map(({ call }) => call))
  if (calls.length === 0) return batches.map(replyOfRefused)
  const sources = [...new Set(calls.map((call) => call.source))]
  const [terms, feeds] = await Promise.all([
    lockOrganization(transaction, organizationId),
    findFeeds(transaction, organizationId, sources),
  ])
  const feedOf = (call: PreparedCall): number => {
    const feedId = feeds.get(call.source)
    invariant(feedId !== undefined, 'every feed was created before it is used')
    return feedId
  }
  const stored = await findStored(transaction, organizationId, {
    feedIds: calls.map(feedOf),
    externalIds: calls.map((call) => call.externalId),
  })
  const storedOf = (call: PreparedCall) => stored.get(feedOf(call), call.externalId) ?? null
  const { fates, writes } = foldArrivals(calls, storedOf)
  const toWrite: ToWrite[] = writes.map(({ call, id }) => ({
    ...{ call, id, feedId: feedOf(call) },
    formerCustomerKey: storedOf(call)?.customerKey ?? null,
  }))
  await writeCalls(transaction, organizationId, terms, toWrite)
  await advanceFeeds(transaction, organizationId, arrivalsByFeed(calls, toWrite, feedOf), now)
  return repliesOf(batches, fates)
}

function arrivalsByFeed(
  calls: readonly PreparedCall[],
  toWrite: readonly ToWrite[],
  feedOf: (call: PreparedCall) => number,
) {
  const byFeed = new Map<number, { feedId: number; latestStart: number; added: number }>()
  const at = (feedId: number) => {
    const entry = byFeed.get(feedId) ?? { feedId, latestStart: 0, added: 0 }
    byFeed.set(feedId, entry)
    return entry
  }
  for (const call of calls) {
    const entry = at(feedOf(call))
    entry.latestStart = Math.max(entry.latestStart, call.startedAt)
  }
  for (const write of toWrite) if (write.id === null) at(write.feedId).added += 1
  return [...byFeed.values()]
}

const replyOfRefused = (batch: PreparedBatch): IngestReply => ({
  accepted: 0,
  unchanged: 0,
  superseded: 0,
  refused: batch.refused,
})

function repliesOf(batches: readonly PreparedBatch[], fates: readonly Fate[]): IngestReply[] {
  let place = 0
  return batches.map((batch) => {
    const reply = { ...replyOfRefused(batch), refused: [...batch.refused] }
    for (const { index, call } of batch.calls) {
      const fate = fates[place]
      place += 1
      invariant(fate, 'every call has a fate')
      if (fate.kind === 'stale' || fate.kind === 'conflict') {
        reply.refused.push(refusalOf(index, call, fate))
      } else {
        reply[fate.kind] += 1
      }
    }
    reply.refused.sort((a, b) => a.index - b.index)
    return reply
  })
}

const refusalOf = (
  index: number,
  call: PreparedCall,
  fate: Extract<Fate, { heldVersion: number }>,
): IngestReply['refused'][number] => ({
  index,
  externalId: call.externalId,
  field: 'version',
  ...(fate.kind === 'stale'
    ? {
        reason: 'stale_version',
        message: `Version ${call.version ?? 0} is older than the version ${fate.heldVersion} that is stored.`,
      }
    : {
        reason: 'version_conflict',
        message: `Version ${fate.heldVersion} is stored with other facts; send the change under a higher version. Where other settings for the source have changed them, what is stored stays as it is.`,
      }),
})
