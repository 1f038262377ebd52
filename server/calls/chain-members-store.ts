import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { type Sight } from '../../shared/roster/sight.ts'
import { type Reading } from '../database/connect.ts'

/** What chooses chains: where and with whom they began, and on which days they ended. */
export type ChainFilter = Pick<CallFilter, 'team' | 'queue' | 'issue' | 'from' | 'to'>

/** Calls of one instant stand as linking has them, whatever arrived first. */
const inOrder = (sql: Reading) =>
  sql`order by m.started_at, m.position nulls last, m.external_id, l.leg_no`

/**
 * The calls of chains that are closed, or still open, each chain told under queue and issue of its
 * first leg and the rep who took it, on the day of its last inbound call (METHOD 5; the sums are in
 * server/balance/sum-days-store.ts). A viewer who leads teams sees the chains that began there.
 */
export const chainMembers = (
  sql: Reading,
  sight: Sight,
  chosen: ChainFilter,
  isClosed: boolean,
) => sql`
  with here as materialized (
    select make_interval(secs => window_seconds) as wait, organization_watermark(id) as watermark
    from organization where id = ${sight.organizationId}
  ), ended as materialized (
    select last.customer_key, last.chain_id,
      last.started_at - last.position * here.wait as began_after,
      last.started_at + here.wait as ended_before
    from here
    join call last on last.organization_id = ${sight.organizationId} and last.position is not null
      ${chosen.from ? sql`and last.started_at >= ${chosen.from}::date` : sql``}
      ${chosen.to ? sql`and last.started_at < ${chosen.to}::date + 1` : sql``}
      and (last.next_same_issue_at is null
        or last.next_same_issue_at - last.started_at >= here.wait)
      and (last.started_at + here.wait <= here.watermark) is ${isClosed ? sql`true` : sql`not true`}
  ), told as materialized (
    select ended.*
    from ended
    cross join lateral (
      select l.rep_id, l.queue, m.issue
      from ${membersOf(sql, sight)}
      join leg l on l.organization_id = m.organization_id and l.call_id = m.id
      ${inOrder(sql)} limit 1
    ) first
    join rep r on r.organization_id = ${sight.organizationId} and r.id = first.rep_id
      ${seenReps(sql, sight)}
      ${chosen.team ? sql`and r.team_id = any(${chosen.team}::int[])` : sql``}
    where true
      ${chosen.queue ? sql`and first.queue = any(${chosen.queue}::text[])` : sql``}
      ${chosen.issue ? sql`and first.issue = any(${chosen.issue}::text[])` : sql``}
  )
  select m.id from told ended cross join lateral (select m.id from ${membersOf(sql, sight)}) m`

/** The calls of a chain, looked up one chain at a time. */
const membersOf = (sql: Reading, sight: Sight) => sql`(
  select id, organization_id, issue, started_at, position, external_id from call
  where organization_id = ${sight.organizationId}
    and customer_key = ended.customer_key and chain_id = ended.chain_id
    and started_at > ended.began_after and started_at < ended.ended_before
) m`

const seenReps = (sql: Reading, sight: Sight) =>
  sight.reps === 'of_teams' ? sql`and r.team_id = any(${[...sight.teamIds]}::int[])` : sql``
