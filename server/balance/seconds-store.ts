import { type TargetGrouping } from '../../shared/balance/words.ts'
import { type Reading } from '../database/connect.ts'
import { type Days } from './basis.ts'

/** Legs of one queue or issue by whole seconds; the five lists belong together by place. */
export type SecondsRow = {
  key: string
  seconds: number[]
  resolved: number[]
  notResolved: number[]
  handedOn: number[]
  open: number[]
}

/** How many legs took how many seconds, by what became of them. No rep is in it. */
export const sumSeconds = (
  sql: Reading,
  organizationId: number,
  asked: { by: TargetGrouping; days: Days; limit: number },
): Promise<SecondsRow[]> => sql<SecondsRow[]>`
  select key, array_agg(seconds order by seconds) as seconds,
    array_agg(resolved order by seconds) as resolved,
    array_agg(not_resolved order by seconds) as "notResolved",
    array_agg(handed_on order by seconds) as "handedOn",
    array_agg(open order by seconds) as open
  from (
    select ${asked.by === 'queue' ? sql`k.queue` : sql`k.issue`} as key, u.seconds,
      sum(u.resolved)::int as resolved, sum(u.not_resolved)::int as not_resolved,
      sum(u.handed_on)::int as handed_on, sum(u.open)::int as open
    from seconds_day d
    join cell k on k.organization_id = d.organization_id and k.id = d.cell_id
    cross join unnest(d.seconds, d.resolved, d.not_resolved, d.handed_on, d.open)
      u(seconds, resolved, not_resolved, handed_on, open)
    where d.organization_id = ${organizationId} and d.day >= ${asked.days.from}::date
      ${asked.days.to === null ? sql`` : sql`and d.day <= ${asked.days.to}::date`}
    group by 1, u.seconds
  ) counted
  where key is not null
  group by key
  order by sum(resolved + not_resolved + handed_on) desc, key limit ${asked.limit}`
