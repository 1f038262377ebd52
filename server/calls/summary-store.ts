import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { type CallClass } from '../../shared/calls/words.ts'
import { type Sight } from '../../shared/roster/sight.ts'
import { type Reading } from '../database/connect.ts'
import { legsInContext } from './leg-context-store.ts'

export type SummaryRow = {
  watermark: Date | null
  legs: number
  resolved: number
  notResolved: number
  open: number
  handedOn: number
  notLinkable: number
  notCounted: number
  matureResolved: number
  mature: number
  returned: number
  dayOver: number
  underTen: number
  timed: number
  meanSeconds: number | null
  deviationSeconds: number | null
  medianSeconds: number | null
  classes: Partial<Record<CallClass, number>> | null
}

/**
 * What the filtered legs took beside what became of them. Shares of outcomes rest on legs
 * whose window has closed by start date (METHOD 4.2); the 24 hour return on legs that saw the
 * contact through and whose day is over (4.1).
 */
export async function summarize(
  sql: Reading,
  sight: Sight,
  filter: CallFilter,
): Promise<SummaryRow | null> {
  const rows = await sql<SummaryRow[]>`
    with x as materialized (
      select class, outcome, state, is_counted, is_linkable, is_handed_on, is_mature, is_repeat,
        is_day_over, is_fast_return, handle_seconds
      from (${legsInContext(sql, sight, filter)}) leg
    )
    select organization_watermark(${sight.organizationId}) as watermark,
      count(*)::int as legs,
      count(*) filter (where judged and state = 'final' and outcome = 'resolved')::int as resolved,
      count(*) filter (where judged and state = 'final' and outcome = 'not_resolved')::int
        as "notResolved",
      count(*) filter (where judged and state <> 'final')::int as open,
      count(*) filter (where class = 'handed_on')::int as "handedOn",
      count(*) filter (where class = 'not_linkable')::int as "notLinkable",
      count(*) filter (where class = 'not_counted')::int as "notCounted",
      count(*) filter (where is_counted and is_mature)::int as mature,
      count(*) filter (where is_counted and is_mature and not is_handed_on
        and is_repeat is not true)::int as "matureResolved",
      count(*) filter (where is_counted and is_day_over and not is_handed_on)::int as "dayOver",
      count(*) filter (where is_counted and is_day_over and not is_handed_on
        and is_fast_return)::int as returned,
      count(*) filter (where handle_seconds < 10)::int as "underTen",
      count(handle_seconds)::int as timed,
      avg(handle_seconds)::float8 as "meanSeconds",
      stddev_samp(handle_seconds)::float8 as "deviationSeconds",
      percentile_cont(0.5) within group (order by handle_seconds) as "medianSeconds",
      (select jsonb_object_agg(class, n) from (
        select class, count(*) as n from x group by class) each_class) as classes
    from x cross join lateral (
      select class not in ('handed_on', 'not_linkable', 'not_counted') as judged) j`
  return rows[0] ?? null
}

type Choices = {
  teams: { id: number; name: string }[]
  reps: { id: number; name: string; teamId: number | null }[]
  queues: string[]
  issues: string[]
  audiences: string[]
  earliestAt: Date | null
  latestAt: Date | null
}

/** What the filters can choose from; keys of calls come from the cells, which are few. */
export async function findChoices(sql: Reading, sight: Sight): Promise<Choices> {
  const { organizationId } = sight
  if (sight.reps === 'one') return findOwnChoices(sql, sight)
  if (sight.reps === 'none') return { teams: [], reps: [], ...wordsOf([]), ...nothingYet }
  const own = sight.reps === 'of_teams' ? [...sight.teamIds] : null
  const [teams, reps, cells, span] = await Promise.all([
    sql<Choices['teams']>`
      select id, name from team where organization_id = ${organizationId}
        and (${own}::int[] is null or id = any(${own}::int[]))
      order by name limit ${choicesLimit}`,
    sql<Choices['reps']>`
      select id, name, team_id as "teamId" from rep where organization_id = ${organizationId}
        and (${own}::int[] is null or team_id = any(${own}::int[]))
      order by name limit ${choicesLimit}`,
    sql<CellWords[]>`
      select distinct queue, issue, audience from cell
      where organization_id = ${organizationId} and level = 3 ${
        own ? sql`and id in (select l.cell_id from ${legsOf(sql, organizationId, own)})` : sql``
      }`,
    sql<Span[]>`
      select min(l.started_at) as "earliestAt", max(l.started_at) as "latestAt"
      from ${own ? legsOf(sql, organizationId, own) : sql`leg l`}
      where l.organization_id = ${organizationId}`,
  ])
  return { teams, reps, ...wordsOf(cells), ...(span[0] ?? nothingYet) }
}

/** A rep chooses among their own calls; whose they are is no choice. */
async function findOwnChoices(
  sql: Reading,
  { organizationId, repId }: Extract<Sight, { reps: 'one' }>,
): Promise<Choices> {
  const [cells, span] = await Promise.all([
    sql<CellWords[]>`
      select distinct queue, issue, audience from cell
      where organization_id = ${organizationId} and level = 3 and id in (
        select cell_id from leg where organization_id = ${organizationId} and rep_id = ${repId})`,
    sql<Span[]>`
      select min(started_at) as "earliestAt", max(started_at) as "latestAt" from leg
      where organization_id = ${organizationId} and rep_id = ${repId}`,
  ])
  return { teams: [], reps: [], ...wordsOf(cells), ...(span[0] ?? nothingYet) }
}

type CellWords = { queue: string | null; issue: string | null; audience: string | null }
type Span = Pick<Choices, 'earliestAt' | 'latestAt'>

const nothingYet: Span = { earliestAt: null, latestAt: null }

function wordsOf(cells: readonly CellWords[]) {
  const words = (of: (cell: CellWords) => string | null) =>
    [...new Set(cells.map(of).filter((word) => word !== null))].sort().slice(0, choicesLimit)
  return {
    queues: words((cell) => cell.queue),
    issues: words((cell) => cell.issue),
    audiences: words((cell) => cell.audience),
  }
}

const legsOf = (sql: Reading, organizationId: number, teamIds: number[]) => sql`
  leg l join rep r on r.organization_id = ${organizationId} and r.id = l.rep_id
    and l.organization_id = r.organization_id and r.team_id = any(${teamIds}::int[])`

/** A filter offers at most this many names of a kind. */
const choicesLimit = 2_000
