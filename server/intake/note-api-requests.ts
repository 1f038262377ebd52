import { type RecordRefusal } from '../../shared/calls/record-refusal.ts'
import { type Transaction } from '../database/connect.ts'
import { keepRefused } from './refused-store.ts'
import { addToDay, type Counts } from './run-store.ts'

type Reply = {
  accepted: number
  unchanged: number
  superseded: number
  refused: RecordRefusal[]
}

/** A request through the API: the sources its records name, and what came of them. */
type ApiRequest = { sources: ReadonlySet<string>; reply: Reply }

/** Where records name no source, or several. */
const severalSources = 'several sources'

/** Keeps what came of requests through the API on the day's row of each source. */
export async function noteApiRequests(
  transaction: Transaction,
  organizationId: number,
  requests: readonly ApiRequest[],
  now: number,
): Promise<void> {
  const day = new Date(now).toISOString().slice(0, 10)
  for (const [source, replies] of bySource(requests)) {
    const id = await addToDay(
      transaction,
      organizationId,
      { source, way: 'api', name: `Sent on ${day}`, day, now },
      countsOf(replies),
    )
    const refused = replies.flatMap((reply) => reply.refused)
    const lines = refused.map(({ index, reason, field, message, externalId }) => ({
      ...{ line: index, reason, field, message },
      text: externalId,
    }))
    await keepRefused(transaction, organizationId, id, lines)
  }
}

function bySource(requests: readonly ApiRequest[]): Map<string, Reply[]> {
  const replies = new Map<string, Reply[]>()
  for (const { sources, reply } of requests) {
    const [only] = sources
    const source = sources.size === 1 && only !== undefined ? only : severalSources
    const known = replies.get(source)
    if (known) known.push(reply)
    else replies.set(source, [reply])
  }
  return replies
}

function countsOf(replies: readonly Reply[]): Counts {
  const sum = (part: (reply: Reply) => number) =>
    replies.reduce((total, reply) => total + part(reply), 0)
  const [accepted, unchanged] = [sum((reply) => reply.accepted), sum((reply) => reply.unchanged)]
  const superseded = sum((reply) => reply.superseded)
  const refused = replies.flatMap((reply) => reply.refused)
  return {
    ...{ accepted, unchanged, superseded, joined: 0, ignored: 0, refused: refused.length },
    read: accepted + unchanged + superseded + refused.length,
    refusedByReason: countBy(refused.map(({ reason }) => reason)),
    ignoredByRule: {},
  }
}

function countBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
