import { type Database, type Transaction } from '../database/connect.ts'

type Reader = Database['reading'] | Transaction

/** Which days are worked out, up to which watermark, for whom. */
export type DaysToSum = {
  organizationId: number
  /** Days of UTC, as `2026-03-01`. */
  days: readonly string[]
  watermark: Date | null
  windowSeconds: number
  /** Whether the time that followed is added up, which only a reference needs. */
  withLater: boolean
}

/** Hours and days that outcomes other than the window's need (METHOD 1, 4.1, 5). */
const dayInterval = '24 hours'
const agedInterval = '30 days'

/**
 * Reads the legs of some days with everything their sums need into the temporary table
 * `day_leg`, which lasts as long as the transaction. Columns that carry a meaning:
 *
 * - x, bin: `microLog` and `logBin` of a comparable time; null unless linkable, mature, not suspect
 * - y: METHOD 4.1's leg outcome; stayed: 1 unless the customer tried again within 24 hours
 * - d: downstream seconds of a leg that was not resolved, from calls at least 30 days old
 * - gap: until the customer's next call about the same issue, however late
 */
export async function readDayLegs(transaction: Transaction, asked: DaysToSum): Promise<void> {
  await transaction`drop table if exists day_leg`
  await transaction`
    create temp table day_leg (
      day date, call_id bigint, leg_no smallint, rep_id int, cell_id int, issue_cell_id int,
      started_at timestamptz, handle_seconds int, is_suspect boolean, is_handed_on boolean,
      is_counted boolean, is_linkable boolean, has_customer boolean, is_mature boolean,
      is_repeat boolean, is_day_over boolean, is_aged boolean, position smallint,
      next_any interval, gap interval, ended_by text, has_survey boolean,
      code text, beside_talk float8,
      verified_claim text, survey_claim text, rep_claim text,
      x bigint, bin smallint, y smallint, stayed smallint, d bigint
    ) on commit drop`
  // Planned for each day by itself, whose bounds the planner can weigh: for a list of days, or for
  // days it is not told, it would rather read every leg and call there is.
  await transaction`set local plan_cache_mode = force_custom_plan`
  for (const day of asked.days) {
    await transaction`
      insert into day_leg ${judgedLegs(transaction, { ...asked, from: day, to: day })}`
  }
}

/** What legs are judged by, and the days they are of, both included. */
type SpanToJudge = Omit<DaysToSum, 'days'> & { from: string; to: string }

/** The legs of a span of days as `day_leg` holds them. */
export const judgedLegs = (sql: Reader, asked: SpanToJudge) => sql`
    select day, call_id, leg_no, rep_id, cell_id, issue_cell_id, started_at, handle_seconds,
      is_suspect, is_handed_on, is_counted, is_linkable, has_customer, is_mature, is_repeat,
      is_day_over, is_aged, position, next_any, gap, ended_by, has_survey, code, beside_talk,
      verified_claim, survey_claim, rep_claim,
      case when is_timed
        then floor(1e6 * ln(least(greatest(handle_seconds, 5), 14400)::float8) + 0.5)::bigint end as x,
      case when is_timed
        then floor(ln(greatest(handle_seconds, 1)::float8) / ln(1.05::float8))::smallint end as bin,
      y,
      case when is_linkable and is_counted and is_day_over and not is_handed_on
        then ((next_any < ${dayInterval}::interval) is not true)::int end as stayed,
      ${asked.withLater ? sql`case when y = 0 and is_aged then ${laterSeconds(sql)} end` : sql`null::bigint`} as d
    from (${outcomesOfDays(sql, asked)}) judged`

const outcomesOfDays = (sql: Reader, asked: SpanToJudge) => sql`
  select facts.*,
    is_linkable and is_mature and not is_suspect and handle_seconds is not null as is_timed,
    case when is_linkable and is_counted and is_mature
      then (not is_repeat and not is_handed_on)::int end as y
  from (
    select (l.started_at at time zone 'UTC')::date as day, l.call_id, l.leg_no, l.rep_id, l.cell_id, k.parent_id as issue_cell_id,
      l.started_at, l.handle_seconds, l.is_suspect, l.is_handed_on, l.ended_by,
      l.organization_id, c.customer_key, c.chain_id, c.position,
      c.direction = 'inbound' and not l.is_neutral as is_counted,
      c.direction = 'inbound' and c.customer_key is not null and c.issue is not null
        as is_linkable,
      c.customer_key is not null as has_customer,
      l.started_at + here.wait <= here.watermark as is_mature,
      coalesce(c.next_same_issue_at - c.started_at < here.wait, false) as is_repeat,
      l.started_at + ${dayInterval}::interval <= here.watermark as is_day_over,
      l.started_at + here.wait <= here.watermark
        and l.started_at + ${agedInterval}::interval <= here.watermark as is_aged,
      c.next_any_at - c.started_at as next_any,
      c.next_same_issue_at - c.started_at as gap,
      c.csat_score is not null as has_survey,
      case when c.issue is not null then coalesce(c.disposition_code, c.disposition_label) end
        as code,
      case when l.hold_seconds is not null or l.wrap_seconds is not null
        then (coalesce(l.hold_seconds, 0) + coalesce(l.wrap_seconds, 0))::float8
          / nullif(l.handle_seconds, 0) end as beside_talk,
      c.verified_claim, c.survey_claim, c.rep_claim
    from (
      select make_interval(secs => ${asked.windowSeconds}) as wait,
        ${asked.watermark}::timestamptz as watermark
    ) here
    join leg l on l.organization_id = ${asked.organizationId}
      and l.started_at >= ${asked.from}::date::timestamptz
      and l.started_at < (${asked.to}::date + 1)::timestamptz
    join call c on c.organization_id = l.organization_id and c.id = l.call_id
    join cell k on k.organization_id = l.organization_id and k.id = l.cell_id
  ) facts`

/** Handle time of later legs of the call and of later inbound calls of its chain (METHOD 5). */
const laterSeconds = (sql: Reader) => sql`
  coalesce((
    select sum(n.handle_seconds) from leg n
    where n.organization_id = judged.organization_id and n.call_id = judged.call_id
      and n.leg_no > judged.leg_no and not n.is_suspect), 0)
  + coalesce((
    select sum(n.handle_seconds)
    from call later
    join leg n on n.organization_id = later.organization_id and n.call_id = later.id
    where later.organization_id = judged.organization_id
      and later.customer_key = judged.customer_key and later.chain_id = judged.chain_id
      and later.position > judged.position
      and later.started_at >= judged.started_at
      and later.started_at < judged.started_at + ${agedInterval}::interval
      and not n.is_suspect), 0)`
