import { type DetectorGrouping } from '../../shared/balance/words.ts'
import { type Sight } from '../../shared/roster/sight.ts'
import { type Reading } from '../database/connect.ts'
import { type Days } from './basis.ts'
import { rowsOfDays } from './day-rows-store.ts'
import { codeDays, type DayTable, habitDays } from './day-tables.ts'

/** What is counted besides time and outcome, of one queue or team. */
export type SignRow = {
  key: string
  name: string
  inbound: number
  notLinkable: number
  hourCounted: number
  hourBack: number
  declared: number
  declaredBack: number
  brief: number
  briefEndedByRep: number
  backBeforeWindow: number
  backAfterWindow: number
  resolved: number
  resolvedSurveyed: number
  notResolved: number
  notResolvedSurveyed: number
}

type Asked = { by: DetectorGrouping; days: Days }

const grouped = (sql: Reading, by: DetectorGrouping) =>
  by === 'queue' ? sql`k.queue as key, k.queue as name` : sql`t.id::text as key, t.name as name`

const joined = (sql: Reading, sight: Sight, table: DayTable, { days }: Asked) => sql`
  (${rowsOfDays(sql, table, sight.organizationId, days)}) d
  join rep r on r.organization_id = d.organization_id and r.id = d.rep_id
  left join team t on t.organization_id = r.organization_id and t.id = r.team_id
  join cell k on k.organization_id = d.organization_id and k.id = d.cell_id`

/** Sums of every group of the organization: the rest of the center is what each is compared with. */
export const sumSigns = (sql: Reading, sight: Sight, asked: Asked): Promise<SignRow[]> =>
  sql<SignRow[]>`
    select key, name, sum(inbound)::int as inbound, sum(not_linkable)::int as "notLinkable",
      sum(hour_counted)::int as "hourCounted", sum(hour_back)::int as "hourBack",
      sum(declared)::int as declared, sum(declared_back)::int as "declaredBack",
      sum(brief)::int as brief, sum(brief_ended_by_rep)::int as "briefEndedByRep",
      sum(back_before_window)::int as "backBeforeWindow",
      sum(back_after_window)::int as "backAfterWindow",
      sum(resolved)::int as resolved, sum(resolved_surveyed)::int as "resolvedSurveyed",
      sum(not_resolved)::int as "notResolved",
      sum(not_resolved_surveyed)::int as "notResolvedSurveyed"
    from (
      select ${grouped(sql, asked.by)}, d.* from ${joined(sql, sight, habitDays, asked)}
    ) told
    where key is not null
    group by key, name order by name, key`

/** Which groups a viewer may read: a supervisor the own teams, and queues as a whole. */
export const isSeenGroup = (sight: Sight, by: DetectorGrouping, key: string): boolean =>
  by === 'queue' || sight.reps !== 'of_teams' || sight.teamIds.includes(Number(key))

/** How often each rep typed each code for the calls of an issue. */
export type CodeRow = {
  key: string
  name: string
  issue: string
  repId: number
  code: string
  legs: number
}

export const sumCodes = (sql: Reading, sight: Sight, asked: Asked): Promise<CodeRow[]> =>
  sql<CodeRow[]>`
    select key, name, issue, rep_id as "repId", code, sum(legs)::int as legs
    from (
      select ${grouped(sql, asked.by)}, k.issue, d.rep_id, d.code, d.legs
      from ${joined(sql, sight, codeDays, asked)}
    ) typed
    where key is not null and issue is not null
    group by key, name, issue, rep_id, code`

/** Long resolved legs, and those of them with more hold and wrap-up than four of five have. */
export type PaddingRow = { key: string; name: string; legs: number; padded: number }

/** Share of hold and wrap-up in a leg's time above which it is among the fifth with most. */
const paddedFrom = 0.8

export const countPadding = (
  sql: Reading,
  sight: Sight,
  asked: Asked,
): Promise<PaddingRow[]> => sql<PaddingRow[]>`
  with long_legs as (
    select ${grouped(sql, asked.by)}, d.beside_talk
    from noted_leg d
    join rep r on r.organization_id = d.organization_id and r.id = d.rep_id
    left join team t on t.organization_id = r.organization_id and t.id = r.team_id
    join cell k on k.organization_id = d.organization_id and k.id = d.cell_id
    where d.organization_id = ${sight.organizationId} and d.day >= ${asked.days.from}::date
      ${asked.days.to === null ? sql`` : sql`and d.day <= ${asked.days.to}::date`}
      and d.beside_talk is not null
  ), threshold as (
    select percentile_cont(${paddedFrom}::float8) within group (order by beside_talk) as share
    from long_legs
  )
  select key, name, count(*)::int as legs, count(*) filter (where beside_talk > share)::int as padded
  from long_legs cross join threshold
  where key is not null group by key, name order by name, key`

/** One rep's sums by issue beside everybody's, for habits. */
export type HabitRow = {
  repId: number
  cellId: number
  counted: number
  handedOn: number
  hourCounted: number
  hourBack: number
  declared: number
  declaredBack: number
  inbound: number
  notLinkable: number
}

/** Sums by issue of one rep, and of everybody as rep 0. */
export const sumHabits = (
  sql: Reading,
  organizationId: number,
  asked: { rep: number; days: Days },
): Promise<HabitRow[]> => sql<HabitRow[]>`
  select coalesce(own, 0) as "repId", cell_id as "cellId", sum(counted)::int as counted,
    sum(handed_on)::int as "handedOn", sum(hour_counted)::int as "hourCounted",
    sum(hour_back)::int as "hourBack", sum(declared)::int as declared,
    sum(declared_back)::int as "declaredBack", sum(inbound)::int as inbound,
    sum(not_linkable)::int as "notLinkable"
  from (
    select d.*, case when d.rep_id = ${asked.rep} then d.rep_id end as own
    from (${rowsOfDays(sql, habitDays, organizationId, asked.days)}) d
  ) h
  group by grouping sets ((cell_id), (own, cell_id))
  having grouping(own) = 1 or own is not null`
