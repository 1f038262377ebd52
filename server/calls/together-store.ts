import { type Reading } from '../database/connect.ts'

/** How many of a rep's newest legs are looked at for a second voice at the same time. */
const comparedLegsLimit = 500
/** Two clocks are never quite the same. */
const clockSecondsLimit = 10

export type LegsOfRep = { repId: number; legs: number; from: string | null; to: string | null }

/** How many legs reps have, and on which days. */
export const countLegs = (
  sql: Reading,
  organizationId: number,
  repIds: readonly number[],
): Promise<LegsOfRep[]> => sql<LegsOfRep[]>`
  select r.id as "repId", l.legs, l.from, l.to
  from unnest(${[...repIds]}::int[]) r(id)
  cross join lateral (
    select count(*)::int as legs, (min(started_at) at time zone 'UTC')::date::text as from,
      (max(started_at) at time zone 'UTC')::date::text as to
    from leg where organization_id = ${organizationId} and rep_id = r.id
  ) l`

/**
 * At how many of the first rep's newest legs the second was talking too: on another call, or on
 * the same one and not one after the other. Legs without a time of answer are compared only
 * within one call, where nobody can tell.
 */
export async function countOverlaps(
  sql: Reading,
  organizationId: number,
  [repId, otherRepId]: readonly [number, number],
): Promise<number> {
  const [found] = await sql<{ overlaps: number }[]>`
    select count(*)::int as overlaps
    from (
      select call_id, started_at, answered_at, ${talkedUntil(sql)} as until
      from leg where organization_id = ${organizationId} and rep_id = ${repId}
      order by started_at desc limit ${comparedLegsLimit}
    ) one
    where exists (
      select from leg o
      where o.organization_id = ${organizationId} and o.rep_id = ${otherRepId}
        and o.started_at < one.until and o.started_at > one.started_at - interval '4 hours'
        and o.answered_at + make_interval(secs => ${clockSecondsLimit}) < one.until
        and ${talkedUntil(sql)} - make_interval(secs => ${clockSecondsLimit}) > one.answered_at
    ) or exists (
      select from leg o
      where o.organization_id = ${organizationId} and o.call_id = one.call_id
        and o.rep_id = ${otherRepId} and (o.answered_at is null or one.answered_at is null))`
  return found?.overlaps ?? 0
}

const talkedUntil = (sql: Reading) => sql`
  answered_at + make_interval(secs => coalesce(talk_seconds, 0)
    + case when talk_includes_hold then 0 else coalesce(hold_seconds, 0) end)`

/** In how many calls both had a part. */
export async function countTogether(
  sql: Reading,
  organizationId: number,
  [repId, otherRepId]: readonly [number, number],
): Promise<number> {
  const [found] = await sql<{ calls: number }[]>`
    select count(distinct l.call_id)::int as calls
    from leg l join leg o on o.organization_id = l.organization_id and o.call_id = l.call_id
    where l.organization_id = ${organizationId} and l.rep_id = ${repId}
      and o.rep_id = ${otherRepId}`
  return found?.calls ?? 0
}
