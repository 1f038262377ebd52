import { type Database, type Transaction } from '../database/connect.ts'

type Reader = Database['reading'] | Transaction

/** How far an organization's sums have come; what the questions rest on. */
export type State = {
  watermark: Date | null
  version: number | null
  baseline: number | null
  /** First and last day of mature legs of the evaluated weeks; null before there are any. */
  fromDay: string | null
  toDay: string | null
  revision: number
}

const nothingYet: State = {
  ...{ watermark: null, version: null, baseline: null, fromDay: null, toDay: null },
  revision: 0,
}

export async function findState(sql: Reader, organizationId: number): Promise<State> {
  const rows = await sql<State[]>`
    select watermark, version, baseline, from_day::text as "fromDay", to_day::text as "toDay",
      revision::float8
    from balance_state where organization_id = ${organizationId}`
  return rows[0] ?? nothingYet
}

/** Keeps how far the sums have come; the revision goes up by one. */
export async function keepState(
  transaction: Transaction,
  organizationId: number,
  state: Omit<State, 'revision'>,
): Promise<void> {
  const { watermark, version, baseline, fromDay, toDay } = state
  await transaction`
    insert into balance_state as s
      (organization_id, watermark, version, baseline, from_day, to_day, revision)
    values (${organizationId}, ${watermark}, ${version}, ${baseline}, ${fromDay}::date,
      ${toDay}::date, 1)
    on conflict (organization_id) do update set
      watermark = excluded.watermark, version = excluded.version, baseline = excluded.baseline,
      from_day = excluded.from_day, to_day = excluded.to_day, revision = s.revision + 1`
}

/** Days that have changed, with the last mark of each: what comes after it is a new change. */
export type ChangedDay = { day: string; lastId: number }

export type Concern = 'calls' | 'chains' | 'later' | 'version'

/** Days with something to work out, newest first, since what is new is asked for most. */
export const findChangedDays = (
  sql: Reader,
  organizationId: number,
  concerns: Concern,
): Promise<ChangedDay[]> => sql<ChangedDay[]>`
  select day::text, max(id)::float8 as "lastId" from changed_day
  where organization_id = ${organizationId} and concerns = ${concerns}
  group by day order by day desc`

export async function countChangedDays(sql: Reader, organizationId: number): Promise<number> {
  const [row] = await sql<{ days: number }[]>`
    select count(distinct day)::int as days from changed_day
    where organization_id = ${organizationId} and concerns <> 'later'`
  return row?.days ?? 0
}

/** Notes days, as the triggers do. */
export async function noteDays(
  transaction: Transaction,
  organizationId: number,
  days: readonly string[],
  concerns: Concern,
): Promise<void> {
  await transaction`
    insert into changed_day (organization_id, day, concerns)
    select ${organizationId}, unnest(${[...days]}::date[]), ${concerns}`
}

/** Strikes off what has been worked out; marks that came since stay. */
export async function strikeOff(
  transaction: Transaction,
  organizationId: number,
  changed: readonly ChangedDay[],
  concerns: readonly Concern[],
): Promise<void> {
  await transaction`
    delete from changed_day c
    using unnest(
      ${changed.map(({ day }) => day)}::date[], ${changed.map(({ lastId }) => lastId)}::bigint[]
    ) done(day, last_id)
    where c.organization_id = ${organizationId} and c.day = done.day and c.id <= done.last_id
      and c.concerns = any(${[...concerns]}::text[])`
}

/**
 * Days on which a window closes between two watermarks: calls of theirs have matured, by the
 * window, by 24 hours, or by the 30 days of downstream time.
 */
export const findMaturedDays = (
  sql: Reader,
  organizationId: number,
  moved: { from: Date | null; until: Date; windowSeconds: number },
): Promise<{ day: string }[]> => sql<{ day: string }[]>`
  select distinct d::date::text as day
  from (
    select least((select min(day) from balance_day where organization_id = ${organizationId}),
      (select min(day) from chain_day where organization_id = ${organizationId})) as first
  ) here
  cross join unnest(array[make_interval(secs => ${moved.windowSeconds}),
    interval '24 hours', interval '30 days',
    make_interval(secs => ${moved.windowSeconds + 2 * 86_400})]) wait
  cross join generate_series(
    greatest(first, (${moved.from}::timestamptz - wait)::date),
    (${moved.until}::timestamptz - wait)::date, interval '1 day') d
  where exists (select from balance_day b where b.organization_id = ${organizationId} and b.day = d::date)
    or exists (select from chain_day c where c.organization_id = ${organizationId} and c.day = d::date)`
