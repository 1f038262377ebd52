import { type Transaction } from '../database/connect.ts'
import { type DaysToSum } from './day-leg-store.ts'
import { balanceDays, codeDays, habitDays, returnDays, secondsDays } from './day-tables.ts'
import { type DaysToReplace, replaceDays } from './replace-days-store.ts'

/** Within this long a call has hardly begun (METHOD 7, D5). */
const briefSecondsLimit = 30
const hourInterval = '1 hour'
/** Returns in the last two days of the window, and in the two after it (METHOD 7, D6). */
const besideWindow = '2 days'
const daySeconds = 86_400

/** Replaces the sums of what standings and references rest on, from `day_leg`. */
export const replaceBalanceDays = (transaction: Transaction, asked: DaysToReplace): Promise<void> =>
  replaceDays(
    transaction,
    balanceDays,
    asked,
    transaction`
      select ${asked.organizationId}::int, day, rep_id, cell_id, count(*),
        count(x), coalesce(sum(x), 0), coalesce(sum(x * x), 0),
        coalesce(array_agg(bin order by bin) filter (where bin is not null), '{}'),
        count(y), coalesce(sum(y), 0), count(stayed), coalesce(sum(stayed), 0),
        count(y) filter (where is_aged), count(d), coalesce(sum(d), 0),
        coalesce(sum(d::numeric * d), 0)
      from day_leg group by day, rep_id, cell_id`,
  )

/** Replaces what else is counted of a rep's calls. */
export async function replaceHabitDays(
  transaction: Transaction,
  asked: DaysToSum & DaysToReplace,
): Promise<void> {
  const { organizationId, watermark, windowSeconds } = asked
  await replaceDays(
    transaction,
    habitDays,
    asked,
    transaction`
      select ${organizationId}::int, day, rep_id, issue_cell_id,
        count(*) filter (where is_counted),
        count(*) filter (where is_counted and not is_linkable),
        count(y), count(y) filter (where is_handed_on),
        count(stayed), count(stayed) filter (where next_any < ${hourInterval}::interval),
        count(y) filter (where is_declared), count(y) filter (where is_declared and is_repeat),
        count(*) filter (where is_brief), count(*) filter (where is_brief and ended_by = 'rep'),
        count(*) filter (
          where is_settled and gap >= wait - ${besideWindow}::interval and gap < wait),
        count(*) filter (
          where is_settled and gap >= wait and gap < wait + ${besideWindow}::interval),
        count(y) filter (where not is_handed_on),
        count(y) filter (where y = 1), count(y) filter (where y = 1 and has_survey),
        count(y) filter (where y = 0), count(y) filter (where y = 0 and has_survey)
      from (
        select day_leg.*, wait,
          rep_claim = 'resolved' and not is_handed_on as is_declared,
          is_counted and handle_seconds <= ${briefSecondsLimit} and ended_by <> 'unknown'
            as is_brief,
          is_linkable and is_counted and not is_handed_on
            and started_at + wait + ${besideWindow}::interval <= ${watermark}::timestamptz
            as is_settled
        from day_leg
        cross join (select make_interval(secs => ${windowSeconds}) as wait) here
      ) told
      group by day, rep_id, issue_cell_id`,
  )
}

/** Replaces returns by the day of the window they came on; day 1 is the first (METHOD 4.2). */
export const replaceReturnDays = (transaction: Transaction, asked: DaysToReplace): Promise<void> =>
  replaceDays(
    transaction,
    returnDays,
    asked,
    transaction`
      select ${asked.organizationId}::int, day, rep_id, issue_cell_id,
        floor(extract(epoch from gap) / ${daySeconds})::int + 1, count(*)
      from day_leg where y is not null and is_repeat and not is_handed_on
      group by day, rep_id, issue_cell_id, 5`,
  )

/** Replaces what reps typed about calls that the system had sorted (METHOD 7, D8). */
export const replaceCodeDays = (transaction: Transaction, asked: DaysToReplace): Promise<void> =>
  replaceDays(
    transaction,
    codeDays,
    asked,
    transaction`
      select ${asked.organizationId}::int, day, rep_id, issue_cell_id, code, count(*)
      from day_leg where code is not null and is_counted
      group by day, rep_id, issue_cell_id, code`,
  )

/** Replaces counts of legs by seconds and outcome; no rep is in them. */
export const replaceSecondsDays = (transaction: Transaction, asked: DaysToReplace): Promise<void> =>
  replaceDays(
    transaction,
    secondsDays,
    asked,
    transaction`
      select ${asked.organizationId}::int, day, issue_cell_id,
        array_agg(handle_seconds order by handle_seconds),
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
      group by day, issue_cell_id`,
  )
