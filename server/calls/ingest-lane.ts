import { type IngestReply, recordsPerRequestLimit } from '../../shared/calls/contract.ts'
import { invariant } from '../../shared/invariant.ts'
import { type Announcements } from '../announcements.ts'
import { type Database, type Transaction } from '../database/connect.ts'
import { Refused } from '../http/refused.ts'
import { isDatabaseGone } from '../http/problems.ts'
import { ingestCalls, type PreparedBatch } from './ingest-calls.ts'

/** Records that may wait in memory for one organization; beyond it senders are asked to wait. */
export const waitingRecordsLimit = 60_000

/** A request's records, and what came of them. */
export type TakenRequest = { batch: PreparedBatch; reply: IngestReply }

/**
 * Keeps a note of requests in the same transaction that stores them; those that came with the same
 * function are noted together.
 */
export type NoteRequests = (
  transaction: Transaction,
  organizationId: number,
  taken: readonly TakenRequest[],
) => Promise<void>

/** The note of a request that is like no other's. */
export const noteAlone =
  (note: (transaction: Transaction, reply: IngestReply) => Promise<void>): NoteRequests =>
  async (transaction, _organizationId, taken) => {
    for (const { reply } of taken) await note(transaction, reply)
  }

type Waiting = {
  batch: PreparedBatch
  size: number
  note: NoteRequests
  settle: (reply: IngestReply) => void
  fail: (error: unknown) => void
}

type Lane = { waiting: Waiting[]; records: number; isRunning: boolean }

/**
 * One lane for each organization: requests wait in order, and what has gathered while the last
 * transaction ran goes into the next one together. Many small requests so share one commit,
 * and each is answered only after it.
 */
export function openIngestLanes(
  database: Database,
  announcements: Announcements,
  clock: () => number,
) {
  const lanes = new Map<number, Lane>()

  const run = async (organizationId: number, lane: Lane): Promise<void> => {
    lane.isRunning = true
    while (lane.waiting.length > 0) await store(organizationId, takeTurn(lane))
    lane.isRunning = false
    lanes.delete(organizationId)
  }

  const store = async (organizationId: number, turn: Waiting[]): Promise<void> => {
    try {
      const replies = await database.writing.begin(async (transaction) => {
        const batches = turn.map((each) => each.batch)
        const ingested = await ingestCalls(transaction, organizationId, batches, clock())
        for (const [note, taken] of byNote(turn, ingested)) {
          await note(transaction, organizationId, taken)
        }
        return ingested
      })
      announcements.announce({ kind: 'calls_were_ingested', organizationId })
      for (const [place, each] of turn.entries()) {
        const reply = replies[place]
        invariant(reply, 'every request has its reply')
        each.settle(reply)
      }
    } catch (error) {
      await afterFailure(organizationId, turn, error)
    }
  }

  /** One request that can't be stored must not take the ones beside it along. */
  const afterFailure = async (organizationId: number, turn: Waiting[], error: unknown) => {
    if (turn.length === 1 || isDatabaseGone(error)) {
      for (const each of turn) each.fail(error)
      return
    }
    for (const each of turn) await store(organizationId, [each])
  }

  return (
    organizationId: number,
    batch: PreparedBatch,
    note: NoteRequests,
  ): Promise<IngestReply> => {
    const lane = lanes.get(organizationId) ?? { waiting: [], records: 0, isRunning: false }
    lanes.set(organizationId, lane)
    const size = batch.calls.length
    if (lane.records + size > waitingRecordsLimit) {
      throw new Refused(
        'too_busy',
        'More records wait than can be stored at once; send them again.',
      )
    }
    return new Promise((settle, fail) => {
      lane.waiting.push({ batch, size, note, settle, fail })
      lane.records += size
      if (!lane.isRunning) void run(organizationId, lane)
    })
  }
}

export type Ingest = ReturnType<typeof openIngestLanes>

function byNote(turn: readonly Waiting[], replies: readonly IngestReply[]) {
  const taken = new Map<NoteRequests, TakenRequest[]>()
  for (const [place, { batch, note }] of turn.entries()) {
    const reply = replies[place]
    invariant(reply, 'every request has its reply')
    const together = taken.get(note)
    if (together) together.push({ batch, reply })
    else taken.set(note, [{ batch, reply }])
  }
  return taken
}

/** As many waiting requests as fit into one transaction, in order; at least one. */
function takeTurn(lane: Lane): Waiting[] {
  const turn: Waiting[] = []
  let records = 0
  for (let next = lane.waiting[0]; next !== undefined; next = lane.waiting[0]) {
    if (turn.length > 0 && records + next.size > recordsPerRequestLimit) break
    turn.push(next)
    records += next.size
    lane.waiting.shift()
  }
  lane.records -= records
  return turn
}
