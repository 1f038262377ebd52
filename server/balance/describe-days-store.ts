import { callClasses } from '../../shared/calls/words.ts'
import { type Database, type Transaction } from '../database/connect.ts'
import { type Fragment, listed } from '../database/sql-parts.ts'
import { repDays } from './day-tables.ts'
import { type DaysToReplace, replaceDays } from './replace-days-store.ts'

type Reader = Database['reading'] | Transaction

/** Which days are described against which version and baseline. */
export type DaysToDescribe = DaysToReplace & { version: number | null; baseline: number | null }

/** Describes days anew from `day_leg`; lists hold only legs of the evaluated weeks. */
export async function describeDays(
  transaction: Transaction,
  asked: DaysToDescribe & { windowSeconds: number },
): Promise<void> {
  const { evaluatedFrom } = asked
  await tellLegs(transaction, asked)
  await replaceRepDays(transaction, asked)
  const days = asked.days.filter((day) => evaluatedFrom !== null && day >= evaluatedFrom)
  await replaceNotedLegs(transaction, { ...asked, days })
}

/** Puts the legs of `day_leg`, as a version has them, into the temporary table `told_leg`. */
async function tellLegs(transaction: Transaction, asked: DaysToDescribe): Promise<void> {
  await transaction`drop table if exists told_leg`
  await transaction`
    create temp table told_leg (
      day date, call_id bigint, leg_no smallint, rep_id int, cell_id int, started_at timestamptz,
      is_suspect boolean, is_mature boolean, is_repeat boolean, position smallint,
      beside_talk float8, resolution float8, downstream_seconds float8, class text, u bigint
    ) on commit drop`
  await transaction`
    insert into told_leg
    select day, call_id, leg_no, rep_id, cell_id, started_at, is_suspect, is_mature, is_repeat,
      position, beside_talk, resolution, downstream_seconds, class, u
    from (${told(transaction, transaction`day_leg`, asked)}) each_leg`
}

/**
 * Replaces what a version makes of the legs of some days: time beside expectation as whole
 * numbers (1e-12 of a nat, held within 2.5 σ), and legs by class; and what the baseline expected,
 * in units of 1e-12.
 */
const replaceRepDays = (transaction: Transaction, asked: DaysToDescribe): Promise<void> =>
  replaceDays(
    transaction,
    repDays,
    asked,
    transaction`
      select ${asked.organizationId}::int, t.day, t.rep_id, t.timed, t.residual_sum,
        t.residual_square_sum, t.classes,
        coalesce(e.counted, 0), coalesce(e.resolved, 0), coalesce(e.expected_sum, 0),
        ${asked.version}::int
      from (
        select day, rep_id, count(u) as timed, coalesce(sum(u), 0) as residual_sum,
          coalesce(sum((u / 1000000) * (u / 1000000)), 0) as residual_square_sum,
          array[${classCounts(transaction)}]::int[] as classes
        from told_leg
        group by day, rep_id
      ) t
      left join (${expectedByBaseline(transaction, asked)}) e
        on e.day = t.day and e.rep_id = t.rep_id`,
  )

/** One count for each class, in the order of `callClasses`; mature legs only (METHOD 6). */
export const classCounts = (sql: Reader): Fragment =>
  listed(
    sql,
    callClasses.map((name) => sql`count(*) filter (where is_mature and class = ${name})`),
  )

/** Legs in the form of `day_leg`, with class and residual under a version. */
export const told = (
  sql: Reader,
  legs: Fragment,
  given: { organizationId: number; version: number | null },
) => sql`
  select classed.*,
    leg_class(is_counted, is_linkable, is_handed_on, state, outcome, time_class) as class,
    case when x is not null and mean_log is not null and queue_calls >= 30 then
      least(greatest(x * 1000000 - round(mean_log * 1e12)::bigint, -reach), reach) end as u
  from (
    select l.*, b.mean_log, b.queue_calls, b.resolution, b.downstream_seconds,
      round(2.5 * v.log_sd * 1e12)::bigint as reach,
      best_outcome(verified_claim, is_linkable and is_repeat, survey_claim,
        is_linkable and is_mature, rep_claim) as outcome,
      outcome_state(verified_claim, is_linkable and is_repeat, survey_claim,
        is_linkable and is_mature) as state,
      time_class(l.handle_seconds, l.is_suspect, v.reps, b.queue_calls, b.median_seconds,
        b.short_upto_seconds, b.long_from_seconds) as time_class
    from ${legs} l
    left join reference_version v on v.organization_id = ${given.organizationId}
      and v.id = ${given.version}::int
    left join reference_band b on b.organization_id = v.organization_id and b.version = v.id
      and b.cell_id = l.cell_id and b.rep_id = l.rep_id
  ) classed`

/** What the baseline expected of the legs that count. */
const expectedByBaseline = (sql: Transaction, given: DaysToDescribe) => sql`
  select d.day, d.rep_id, sum(d.counted) as counted, sum(d.resolved) as resolved,
    sum(d.counted * round(b.resolution * 1e12)::bigint) as expected_sum
  from balance_day d
  join reference_band b on b.organization_id = d.organization_id
    and b.version = ${given.baseline}::int and b.cell_id = d.cell_id and b.rep_id = d.rep_id
    and b.resolution is not null
  where d.organization_id = ${given.organizationId} and d.day = any(${[...given.days]}::date[])
    and d.counted > 0
  group by d.day, d.rep_id`

/**
 * Replaces the legs that are recognized (METHOD 6, R1 and R2) and those to talk
 * about. A suspect time withholds the extra mile; a customer who called again, both reasons.
 */
async function replaceNotedLegs(
  transaction: Transaction,
  given: DaysToDescribe & { windowSeconds: number },
): Promise<void> {
  const { organizationId, days } = given
  await transaction`
    delete from noted_leg
    where organization_id = ${organizationId} and day = any(${[...days]}::date[])`
  await transaction`
    insert into noted_leg
    select ${organizationId}, call_id, leg_no, day, rep_id, class, reasons, started_at,
      date_trunc('week', started_at + make_interval(secs => ${given.windowSeconds}))::date,
      case when cardinality(reasons) > 0
        then coalesce(downstream_seconds * (1 - resolution), 0) end,
      cell_id, case when class = 'extra_mile' then beside_talk end
    from (
      select told_leg.*, case when is_mature and not is_repeat then array_remove(array[
        case when class = 'extra_mile' and not is_suspect then 'extra_mile' end,
        case when class in ('efficient', 'solved', 'extra_mile') and position >= 3
          then 'chain_ended' end
      ], null) else '{}' end as reasons
      from told_leg
    ) noted
    where day = any(${[...days]}::date[])
      and (class in ('hurried', 'needs_support') or cardinality(reasons) > 0)`
}

/** Legs before the evaluated weeks are on no list any more. */
export async function dropNotedBefore(
  transaction: Transaction,
  organizationId: number,
  day: string,
): Promise<void> {
  await transaction`
    delete from noted_leg where organization_id = ${organizationId} and day < ${day}::date`
}
