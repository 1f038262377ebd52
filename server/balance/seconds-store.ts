import { type TargetGrouping } from '../../shared/balance/words.ts'
import { type Reading } from '../database/connect.ts'
import { type Days } from './basis.ts'
import { rowsOfDays } from './day-rows-store.ts'
import { secondsDays } from './day-tables.ts'

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
    select ${asked.by === 'queue' ? sql`k.queue` : sql`k.issue`} as key, d.seconds,
      sum(d.resolved)::int as resolved, sum(d.not_resolved)::int as not_resolved,
      sum(d.handed_on)::int as handed_on, sum(d.open)::int as open
    from (${rowsOfDays(sql, secondsDays, organizationId, asked.days)}) d
    join cell k on k.organization_id = ${organizationId} and k.id = d.cell_id
    group by 1, d.seconds
  ) counted
  where key is not null
  group by key
  order by sum(resolved + not_resolved + handed_on) desc, key limit ${asked.limit}`
