import { type Database, type Transaction } from '../database/connect.ts'
import { rememberedMilliseconds } from './live/remember-connections.ts'

export type FeedRow = {
  id: number
  source: string
  calls: number
  completeUntil: Date | null
  lastReceivedAt: Date | null
  isEnded: boolean
  /** What came by itself on the day that was asked for. */
  read: number
  refused: number
  /** Its connections are disabled, and nothing has come in another way since. */
  isCutOff: boolean
}

/** A connection that was disabled may be taken as it was for so long. */
const stillTaken = `${rememberedMilliseconds} milliseconds`

/** @param asked day: the UTC day, as 2026-03-02, of which records are counted */
export const findFeeds = (
  database: Database,
  organizationId: number,
  asked: { after: number; limit: number; day: string },
): Promise<FeedRow[]> => database.reading<FeedRow[]>`
  select f.id, f.source, f.calls::float8, f.complete_until as "completeUntil",
    f.last_received_at as "lastReceivedAt", f.is_ended as "isEnded",
    coalesce(d.read, 0)::float8 as read, coalesce(d.refused, 0)::float8 as refused,
    coalesce(f.last_received_at <= c.disabled_at + ${stillTaken}::interval, false) as "isCutOff"
  from feed f left join lateral (
    select sum(r.read) as read, sum(r.refused) as refused from import_run r
    where r.organization_id = f.organization_id and r.source = f.source
      and r.way in ('api', 'follow') and r.day = ${asked.day}
  ) d on true left join lateral (
    select max(n.disabled_at) as disabled_at from connection n
    where n.organization_id = f.organization_id and n.source = f.source
    having bool_and(n.disabled_at is not null)
  ) c on true
  where f.organization_id = ${organizationId} and f.id > ${asked.after}
  order by f.id limit ${asked.limit}`

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
