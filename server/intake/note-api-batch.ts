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

/** Where records name no source, or several. */
const severalSources = 'several sources'

/** Keeps what came of a request through the API on the day's row of its source. */
export async function noteApiBatch(
  transaction: Transaction,
  organizationId: number,
  sources: ReadonlySet<string>,
  reply: Reply,
  now: number,
): Promise<void> {
  const { accepted, unchanged, superseded, refused } = reply
  const counts: Counts = {
    ...{ accepted, unchanged, superseded, joined: 0, ignored: 0, refused: refused.length },
    read: accepted + unchanged + superseded + refused.length,
    refusedByReason: countBy(refused.map((each) => each.reason)),
    ignoredByRule: {},
  }
  const [only] = sources
  const source = sources.size === 1 && only !== undefined ? only : severalSources
  const day = new Date(now).toISOString().slice(0, 10)
  const id = await addToDay(
    transaction,
    organizationId,
    { source, way: 'api', name: `Sent on ${day}`, day, now },
    counts,
  )
  const lines = refused.map(({ index, reason, field, message, externalId }) => ({
    ...{ line: index, reason, field, message },
    text: externalId,
  }))
  await keepRefused(transaction, organizationId, id, lines)
}

function countBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
