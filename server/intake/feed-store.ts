import { type Database, type Transaction } from '../database/connect.ts'

export type FeedRow = {
  id: number
  source: string
  calls: number
  completeUntil: Date | null
  lastReceivedAt: Date | null
  isEnded: boolean
}

export const findFeeds = (
  database: Database,
  organizationId: number,
  asked: { after: number; limit: number },
): Promise<FeedRow[]> => database.reading<FeedRow[]>`
  select id, source, calls::float8, complete_until as "completeUntil",
    last_received_at as "lastReceivedAt", is_ended as "isEnded"
  from feed where organization_id = ${organizationId} and id > ${asked.after}
  order by id limit ${asked.limit}`

/** @returns false where there is no such feed */
export async function setEnded(
  database: Database,
  organizationId: number,
  id: number,
  isEnded: boolean,
): Promise<boolean> {
  const changed = await database.writing`
    update feed set is_ended = ${isEnded}
    where organization_id = ${organizationId} and id = ${id} returning id`
  return changed.length > 0
}

/** Moves a feed on, never back; null where there is no such feed. */
export async function advanceFeed(
  writer: Database['writing'] | Transaction,
  organizationId: number,
  source: string,
  completeUntil: Date,
): Promise<Date | null> {
  const [changed] = await writer<{ completeUntil: Date }[]>`
    update feed set complete_until = greatest(complete_until, ${completeUntil})
    where organization_id = ${organizationId} and source = ${source}
    returning complete_until as "completeUntil"`
  return changed?.completeUntil ?? null
}
