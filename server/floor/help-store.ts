import {
  lineMillisecondsLimit,
  repMillisecondsLimit,
  sourceMillisecondsLimit,
} from '../../shared/floor/count-floor.ts'
import { type Sight } from '../../shared/roster/sight.ts'
import { type Database, type Transaction } from '../database/connect.ts'

/** A call on the line, and who is with the customer. */
export type OpenLine = {
  id: number
  queue: string
  /** Since when the customer waits or is on hold; null while they talk. */
  waitingSince: number | null
  holdingSince: number | null
  repId: number | null
  repName: string | null
  /** The customer's inbound calls of the last window, without this one. */
  callsBefore: number
  helpedBy: string | null
}

/**
 * The calls on the line that a viewer may see, oldest first: those that wait, and those of reps
 * they may see. What is not believed any more is not among them, as on the board.
 */
export const findOpenLines = (
  sql: Database['reading'],
  sight: Sight,
  { now, limit, after }: { now: number; limit: number; after: number },
): Promise<OpenLine[]> => sql<OpenLine[]>`
  select l.id::float8, l.queue, l.helped_by as "helpedBy",
    case when l.state = 'waiting' then extract(epoch from l.at)::float8 * 1000 end
      as "waitingSince",
    case when p.state = 'holding' then extract(epoch from p.at)::float8 * 1000 end
      as "holdingSince",
    r.id as "repId", r.name as "repName", (
      select count(*)::int from call c
      where c.organization_id = l.organization_id and c.customer_key = l.customer_key
        and c.direction = 'inbound' and c.external_id <> l.call
        and c.started_at > ${new Date(now)}::timestamptz - make_interval(secs => o.window_seconds)
    ) as "callsBefore"
  from organization o
  join line_presence l on l.organization_id = o.id
  join source_presence s on s.organization_id = o.id and s.source = l.source
    and s.heard_at >= ${new Date(now - sourceMillisecondsLimit)}
  left join lateral (
    select p.state, p.at, p.rep from rep_presence p
    where p.organization_id = l.organization_id and p.source = l.source and p.call = l.call
      and p.state in ('talking', 'holding') and l.state = 'answered'
      and p.at >= ${new Date(now - repMillisecondsLimit)}
    order by p.at desc limit 1
  ) p on true
  left join rep_alias a on a.organization_id = l.organization_id and a.source = l.source
    and a.alias = p.rep
  left join rep r on r.organization_id = a.organization_id and r.id = a.rep_id
  where o.id = ${sight.organizationId} and l.id > ${after} and l.at >= ${new Date(now - lineMillisecondsLimit)}
    and (l.state = 'waiting' or l.state = 'answered' and p.rep is not null)
    ${seenLines(sql, sight)}
  order by l.id limit ${limit}`

/** A call that waits is nobody's yet: who leads a team sees it, as the board does. */
function seenLines(sql: Database['reading'] | Transaction, sight: Sight) {
  switch (sight.reps) {
    case 'all':
      return sql``
    case 'of_teams':
      return sql`and (l.state = 'waiting' or r.team_id = any(${[...sight.teamIds]}::int[]))`
    case 'one':
    case 'none':
      return sql`and false`
  }
}

/**
 * Nine of ten calls in a queue had waited at most so long, for an answer or until they gave up; and
 * nine of ten with a hold were held at most so long in all. On how many calls each rests.
 */
export type UsualTimes = {
  queue: string
  waitSeconds: number | null
  waits: number
  holdSeconds: number | null
  holds: number
}

const usualShare = 0.9

/** What is usual in each queue, from the calls since an instant. */
export const findUsualTimes = (
  sql: Database['reading'],
  organizationId: number,
  since: number,
): Promise<UsualTimes[]> => sql<UsualTimes[]>`
  with waited as (
    select queue, count(*)::int as waits,
      percentile_cont(${usualShare}) within group (order by queue_seconds) as seconds
    from call
    where organization_id = ${organizationId} and started_at >= ${new Date(since)}
      and direction = 'inbound' and queue is not null and queue_seconds is not null
    group by queue
  ), held as (
    select queue, count(*)::int as holds,
      percentile_cont(${usualShare}) within group (order by hold_seconds) as seconds
    from (
      select l.queue, l.call_id, sum(l.hold_seconds) as hold_seconds
      from leg l join call c on c.organization_id = l.organization_id and c.id = l.call_id
      where l.organization_id = ${organizationId} and l.started_at >= ${new Date(since)}
        and l.queue is not null and l.hold_seconds > 0 and c.direction = 'inbound'
      group by l.queue, l.call_id
    ) calls
    group by queue
  )
  select coalesce(w.queue, h.queue) as queue,
    w.seconds as "waitSeconds", coalesce(w.waits, 0) as waits,
    h.seconds as "holdSeconds", coalesce(h.holds, 0) as holds
  from waited w full join held h on h.queue = w.queue`

/** Says who helps with a call; null: nobody. @returns whether it is on the line and may be seen */
export async function keepHelper(
  transaction: Transaction,
  sight: Sight,
  { lineId, name, change }: { lineId: number; name: string | null; change: number },
): Promise<boolean> {
  const { count } = await transaction`
    update line_presence u set helped_by = ${name}, change = ${change}
    where u.organization_id = ${sight.organizationId} and u.id = (
      select l.id from line_presence l
      left join rep_presence p on p.organization_id = l.organization_id
        and p.source = l.source and p.call = l.call and p.state in ('talking', 'holding')
      left join rep_alias a on a.organization_id = l.organization_id and a.source = l.source
        and a.alias = p.rep
      left join rep r on r.organization_id = a.organization_id and r.id = a.rep_id
      where l.organization_id = ${sight.organizationId} and l.id = ${lineId}
        and l.state in ('waiting', 'answered') ${seenLines(transaction, sight)}
      limit 1)`
  return count > 0
}
