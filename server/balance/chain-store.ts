import { type ChainGrouping } from '../../shared/balance/words.ts'
import { type Sight } from '../../shared/roster/sight.ts'
import { type Reading } from '../database/connect.ts'
import { type Days } from './basis.ts'
import { rowsOfDays } from './day-rows-store.ts'
import { chainDays } from './day-tables.ts'
import { seenReps } from './standing-store.ts'

export type ChainRow = {
  key: string
  name: string
  closed: number | null
  open: number
  contacts: number | null
  secondsSum: number | null
  secondsSquareSum: number | null
}

/**
 * Chains by queue, issue or team: those whose last call is of the days asked for, and those still
 * open. A viewer who leads teams sees the chains that began with them.
 */
export const sumChains = (
  sql: Reading,
  sight: Sight,
  asked: { by: ChainGrouping; days: Days; limit: number },
): Promise<ChainRow[]> => sql<ChainRow[]>`
  select key, name, sum(closed) filter (where is_asked)::int as closed, sum(open)::int as open,
    sum(contacts) filter (where is_asked)::int as contacts,
    sum(seconds_sum) filter (where is_asked)::float8 as "secondsSum",
    sum(seconds_square_sum) filter (where is_asked)::float8 as "secondsSquareSum"
  from (
    select ${grouped(sql, asked.by)}, d.closed, d.open, d.contacts, d.seconds_sum,
      d.seconds_square_sum,
      ${asked.days.to === null ? sql`true` : sql`d.day <= ${asked.days.to}::date`} as is_asked
    from (${rowsOfDays(sql, chainDays, sight.organizationId, onward(asked.days))}) d
    join rep r on r.organization_id = d.organization_id and r.id = d.rep_id
    left join team t on t.organization_id = r.organization_id and t.id = r.team_id
    join cell k on k.organization_id = d.organization_id and k.id = d.cell_id
    where true ${seenReps(sql, sight)}
  ) chained
  where key is not null
  group by key, name
  having sum(closed) filter (where is_asked) > 0 or sum(open) > 0
  order by sum(closed) filter (where is_asked) desc nulls last, key limit ${asked.limit}`

/** What is open now belongs to any days: their chains may still go on. */
const onward = ({ from, to }: Days): Days => ({ from, to: to === null ? null : '9999-12-31' })

function grouped(sql: Reading, by: ChainGrouping) {
  switch (by) {
    case 'queue':
      return sql`k.queue as key, k.queue as name`
    case 'issue':
      return sql`k.issue as key, k.issue as name`
    case 'team':
      return sql`t.id::text as key, t.name as name`
  }
}
