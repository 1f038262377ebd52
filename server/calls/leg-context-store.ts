import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { type Sight } from '../../shared/roster/sight.ts'
import { type Reading } from '../database/connect.ts'
import { chainMembers } from './chain-members-store.ts'
import { countedBy } from './counted-store.ts'

/**
 * The legs a viewer may see, each with what its call became and what calls like it take: the
 * one form every list, plane and summary reads from. Columns that carry a meaning:
 *
 * - is_counted: inbound and not neutral; is_linkable: customer and issue are known
 * - is_mature, is_repeat: METHOD 4.1, by start, window and watermark
 * - outcome, state, source: the precedence of METHOD 4.3 (as shared/balance/best-outcome.ts)
 * - time_class: METHOD 2.4 by the thresholds of the reference; no_reference where too few
 *   compare or the time itself is suspect
 * - class: METHOD 6 (as shared/balance/call-class.ts)
 * - next_any, next_same_issue: until the customer's next attempt, about anything or about the issue
 *
 * The tests hold these against the functions in shared/balance on random worlds.
 */
export const legsInContext = (sql: Reading, sight: Sight, filter: CallFilter) => sql`
  select * from (
    select judged.*,
      leg_class(is_counted, is_linkable, is_handed_on, state, outcome, time_class) as class
    from (
      select known.*,
        best_outcome(verified_claim, is_repeat, survey_claim, is_mature, rep_claim) as outcome,
        outcome_state(verified_claim, is_repeat, survey_claim, is_mature) as state,
        case
          when verified_claim is not null then 'supervisor'
          when is_repeat then 'repeat_contact'
          when survey_claim is not null then 'survey'
          when is_mature then 'no_repeat'
          when rep_claim is not null then 'rep'
          else 'none'
        end as source
      from (${knownLegs(sql, sight, filter)}) known
    ) judged
  ) classed
  where true ${anyOf(sql, 'class', filter.class)} ${anyOf(sql, 'outcome', filter.outcome)}
    ${filter.counted ? countedBy(sql, filter.counted) : sql``}`

const knownLegs = (sql: Reading, sight: Sight, filter: CallFilter) => sql`
  select l.call_id, l.leg_no, l.started_at, l.rep_id, r.name as rep_name,
    r.team_id, t.name as team_name, l.queue, c.issue, c.audience, c.direction,
    c.customer_masked, c.position, l.handle_seconds, l.is_handed_on, l.is_suspect, l.is_neutral,
    c.verified_claim, c.survey_claim, c.rep_claim,
    c.direction = 'inbound' and not l.is_neutral as is_counted,
    link.is_linkable,
    link.is_linkable and c.next_same_issue_at - c.started_at < here.wait as is_repeat,
    link.is_linkable and c.started_at + here.wait <= here.watermark as is_mature,
    c.started_at + here.wait <= here.watermark as is_window_over,
    c.customer_key is not null and c.direction = 'inbound'
      and c.started_at + interval '24 hours' <= here.watermark as is_day_over,
    c.next_any_at - c.started_at < interval '24 hours' as is_fast_return,
    c.next_any_at - c.started_at as next_any,
    c.next_same_issue_at - c.started_at as next_same_issue,
    l.ended_by, l.hold_seconds, l.wrap_seconds, c.csat_score is not null as has_survey,
    coalesce(c.disposition_code, c.disposition_label) as code,
    case when link.is_linkable then c.started_at + here.wait end as known_from,
    here.wait, here.watermark, here.version, here.reps as reference_reps,
    b.calls as band_calls, coalesce(b.queue_calls, 0) as band_queue_calls,
    b.low_seconds, b.median_seconds, b.high_seconds, b.mean_log,
    time_class(l.handle_seconds, l.is_suspect, here.reps, b.queue_calls, b.median_seconds,
      b.short_upto_seconds, b.long_from_seconds) as time_class
  from ${here(sql, sight.organizationId)} here
  join leg l on l.organization_id = here.organization_id
  join call c on c.organization_id = l.organization_id and c.id = l.call_id
  cross join lateral (
    select c.direction = 'inbound' and c.customer_key is not null and c.issue is not null
      as is_linkable
  ) link
  join rep r on r.organization_id = l.organization_id and r.id = l.rep_id
  left join team t on t.organization_id = r.organization_id and t.id = r.team_id
  left join reference_band b on b.organization_id = l.organization_id
    and b.version = here.version and b.cell_id = l.cell_id and b.rep_id = l.rep_id
  where l.organization_id = ${sight.organizationId}
    ${seenBy(sql, sight)} ${chosenBy(sql, sight, filter)}`

/** What holds for the whole organization now: window, watermark, reference version. */
const here = (sql: Reading, organizationId: number) => sql`(
  select o.id as organization_id, make_interval(secs => o.window_seconds) as wait,
    organization_watermark(o.id) as watermark, v.id as version, coalesce(v.reps, 0) as reps
  from organization o
  left join lateral (
    select id, reps from reference_version v where v.organization_id = o.id
    order by id desc limit 1
  ) v on true
  where o.id = ${organizationId}
)`

/** Narrows legs to the reps a viewer may see. */
export function seenBy(sql: Reading, sight: Sight) {
  switch (sight.reps) {
    case 'all':
      return sql``
    case 'of_teams':
      return sql`and r.team_id = any(${[...sight.teamIds]}::int[])`
    case 'one':
      return sql`and l.rep_id = ${sight.repId}`
    case 'none':
      return sql`and false`
  }
}

const chosenBy = (sql: Reading, sight: Sight, filter: CallFilter) => sql`
  ${filter.rep ? sql`and l.rep_id = any(${filter.rep}::int[])` : sql``}
  ${filter.audience ? sql`and c.audience = any(${filter.audience}::text[])` : sql``}
  ${filter.uptoSeconds === undefined ? sql`` : sql`and l.handle_seconds <= ${filter.uptoSeconds}`}
  ${filter.beyondSeconds === undefined ? sql`` : sql`and l.handle_seconds > ${filter.beyondSeconds}`}
  ${
    filter.counted === 'closed_chain' || filter.counted === 'open_chain'
      ? sql`and l.call_id in (
          ${chainMembers(sql, sight, filter, filter.counted === 'closed_chain')})`
      : placedBy(sql, filter)
  }`

/** Where and when a leg was: a chain is somewhere else, so its legs are not asked. */
const placedBy = (sql: Reading, filter: CallFilter) => sql`
  ${filter.team ? sql`and r.team_id = any(${filter.team}::int[])` : sql``}
  ${filter.queue ? sql`and l.queue = any(${filter.queue}::text[])` : sql``}
  ${filter.issue ? sql`and c.issue = any(${filter.issue}::text[])` : sql``}
  ${filter.from ? sql`and l.started_at >= ${filter.from}::date` : sql``}
  ${filter.to ? sql`and l.started_at < ${filter.to}::date + 1` : sql``}`

const anyOf = (sql: Reading, column: string, values: readonly string[] | undefined) =>
  values ? sql`and ${sql(column)} = any(${[...values]}::text[])` : sql``
