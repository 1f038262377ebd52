import { type Transaction } from '../database/connect.ts'
import { type DaysToSum } from './day-leg-store.ts'

/** Within this long a call has hardly begun (METHOD 7, D5). */
const briefSecondsLimit = 30
const hourInterval = '1 hour'
/** Returns in the last two days of the window, and in the two after it (METHOD 7, D6). */
const besideWindow = '2 days'
const daySeconds = 86_400

type Days = Pick<DaysToSum, 'organizationId' | 'days'>

/** Replaces the sums of what standings and references rest on, from `day_leg`. */
export async function replaceBalanceDays(
  transaction: Transaction,
  { organizationId, days }: Days,
): Promise<void> {
  await transaction`
    delete from balance_day
    where organization_id = ${organizationId} and day = any(${[...days]}::date[])`
  await transaction`
    insert into balance_day
    select ${organizationId}, day, rep_id, cell_id, count(*),
      count(x), coalesce(sum(x), 0), coalesce(sum(x * x), 0),
      coalesce(array_agg(bin order by bin) filter (where bin is not null), '{}'),
      count(y), coalesce(sum(y), 0), count(stayed), coalesce(sum(stayed), 0),
      count(y) filter (where is_aged), count(d), coalesce(sum(d), 0),
      coalesce(sum(d::numeric * d), 0)
    from day_leg group by day, rep_id, cell_id`
}

/** Replaces what else is counted of a rep's calls. */
export async function replaceHabitDays(
  transaction: Transaction,
  { organizationId, days, watermark, windowSeconds }: DaysToSum,
): Promise<void> {
  await transaction`
    delete from habit_day
    where organization_id = ${organizationId} and day = any(${[...days]}::date[])`
  await transaction`
    insert into habit_day
    select ${organizationId}, day, rep_id, issue_cell_id,
      count(*) filter (where is_counted),
      count(*) filter (where is_counted and not is_linkable),
      count(y), count(y) filter (where is_handed_on),
      count(stayed), count(stayed) filter (where next_any < ${hourInterval}::interval),
      count(y) filter (where is_declared), count(y) filter (where is_declared and is_repeat),
      count(*) filter (where is_brief), count(*) filter (where is_brief and ended_by = 'rep'),
      count(*) filter (where is_settled and gap >= wait - ${besideWindow}::interval and gap < wait),
      count(*) filter (where is_settled and gap >= wait and gap < wait + ${besideWindow}::interval),
      array[${returnsByDay(transaction, windowSeconds)}]::int[],
      count(y) filter (where not is_handed_on),
      count(y) filter (where y = 1), count(y) filter (where y = 1 and has_survey),
      count(y) filter (where y = 0), count(y) filter (where y = 0 and has_survey)
    from (
      select day_leg.*, wait,
        rep_claim = 'resolved' and not is_handed_on as is_declared,
        is_counted and handle_seconds <= ${briefSecondsLimit} and ended_by <> 'unknown' as is_brief,
        is_linkable and is_counted and not is_handed_on
          and started_at + wait + ${besideWindow}::interval <= ${watermark}::timestamptz
          as is_settled
      from day_leg
      cross join (select make_interval(secs => ${windowSeconds}) as wait) here
    ) told
    group by day, rep_id, issue_cell_id`
}

/** One count for each day of the window; day k is the k-th day after the start (METHOD 4.2). */
const returnsByDay = (sql: Transaction, windowSeconds: number) =>
  Array.from({ length: Math.ceil(windowSeconds / daySeconds) }, (_, place) => place)
    .map(
      (place) => sql`count(y) filter (where not is_handed_on and is_repeat
        and gap >= make_interval(days => ${place}::int)
        and gap < make_interval(days => ${place + 1}::int))`,
    )
    .reduce((all, each) => sql`${all}, ${each}`)

/** Replaces what reps typed about calls that the system had sorted (METHOD 7, D8). */
export async function replaceCodeDays(
  transaction: Transaction,
  { organizationId, days }: Days,
): Promise<void> {
  await transaction`
    delete from code_day
    where organization_id = ${organizationId} and day = any(${[...days]}::date[])`
  await transaction`
    insert into code_day
    select ${organizationId}, day, rep_id, issue_cell_id, code, count(*)
    from day_leg where code is not null and is_counted
    group by day, rep_id, issue_cell_id, code`
}

/** Replaces counts of legs by seconds and outcome; no rep is in them. */
export async function replaceSecondsDays(
  transaction: Transaction,
  { organizationId, days }: Days,
): Promise<void> {
  await transaction`
    delete from seconds_day
    where organization_id = ${organizationId} and day = any(${[...days]}::date[])`
  await transaction`
    insert into seconds_day
    select ${organizationId}, day, issue_cell_id, array_agg(handle_seconds order by handle_seconds),
      array_agg(resolved order by handle_seconds), array_agg(not_resolved order by handle_seconds),
      array_agg(handed_on order by handle_seconds), array_agg(open order by handle_seconds)
    from (
      select day, issue_cell_id, handle_seconds,
        count(*) filter (where y = 1) as resolved,
        count(*) filter (where y = 0 and not is_handed_on) as not_resolved,
        count(*) filter (where y = 0 and is_handed_on) as handed_on,
        count(*) filter (where y is null) as open
      from day_leg
      where is_linkable and is_counted and handle_seconds is not null and not is_suspect
      group by day, issue_cell_id, handle_seconds
    ) counted
    group by day, issue_cell_id`
}

/** Calls of one instant stand as linking has them, whatever arrived first. */
const inOrder = (sql: Transaction) =>
  sql`order by m.started_at, m.position nulls last, m.external_id, l.leg_no`

/**
 * Replaces the chains whose last inbound call is of these days. A chain is told under queue and
 * issue of its first leg and the rep who took it, so that its whole cost stays in one place.
 */
export async function replaceChainDays(
  transaction: Transaction,
  { organizationId, days, watermark, windowSeconds }: DaysToSum,
): Promise<void> {
  await transaction`
    delete from chain_day
    where organization_id = ${organizationId} and day = any(${[...days]}::date[])`
  // Materialized, so that members are looked up for the chains of these days and for no others.
  for (const day of days) {
    await transaction`
    insert into chain_day
    with ended as materialized (
      select ${day}::date as day, last.customer_key, last.chain_id, last.position,
        last.started_at - last.position * wait as began_after, last.started_at + wait as ended_before,
        coalesce(last.started_at + wait <= ${watermark}::timestamptz, false) as is_closed
      from (select make_interval(secs => ${windowSeconds}) as wait) here
      join call last on last.organization_id = ${organizationId} and last.position is not null
        and last.started_at >= ${day}::date::timestamptz
        and last.started_at < (${day}::date + 1)::timestamptz
        and (last.next_same_issue_at is null or last.next_same_issue_at - last.started_at >= wait)
    )
    select ${organizationId}, day, rep_id, issue_cell_id,
      count(*) filter (where is_closed), count(*) filter (where not is_closed),
      coalesce(sum(position) filter (where is_closed), 0),
      coalesce(sum(seconds) filter (where is_closed), 0),
      coalesce(sum(seconds::numeric * seconds) filter (where is_closed), 0)
    from (
      select ended.*, total.seconds, total.rep_id, k.parent_id as issue_cell_id
      from ended
      cross join lateral (
        select coalesce(sum(l.handle_seconds) filter (where not l.is_suspect), 0) as seconds,
          (array_agg(l.rep_id ${inOrder(transaction)}))[1] as rep_id,
          (array_agg(l.cell_id ${inOrder(transaction)}))[1] as cell_id
        from call m
        join leg l on l.organization_id = m.organization_id and l.call_id = m.id
        where m.organization_id = ${organizationId}
          and m.customer_key = ended.customer_key and m.chain_id = ended.chain_id
          and m.started_at > ended.began_after and m.started_at < ended.ended_before
      ) total
      join cell k on k.organization_id = ${organizationId} and k.id = total.cell_id
    ) chained
    group by day, rep_id, issue_cell_id`
  }
}
