import { answerSecondsTarget, type Mood, type QueueDay } from '../../shared/floor/floor.ts'
import { type Database, type Transaction } from '../database/connect.ts'

/** A usual wait rests on at least this many answered calls. */
const usualWaitCallsLeast = 10
const usualWaitHours = 1
/** A board shows at most this many queues. */
const queuesLimit = 100

/** What a customer waited for an answer, or until they gave up: without the menu before the queue. */
const waitOf = (sql: Database['reading']) => sql`coalesce(c.queue_seconds, greatest(0,
  extract(epoch from coalesce(c.answered_at, c.ended_at) - c.started_at)
    - coalesce(c.ivr_seconds, 0)))`

/**
 * What became of each queue's inbound calls since an instant. An outcome counts as on every other
 * page; where nobody has said anything yet and the window is open, it is open.
 */
export async function findDays(
  sql: Database['reading'],
  organizationId: number,
  { since, now }: { since: number; now: number },
): Promise<Record<string, QueueDay>> {
  const rows = await sql<(QueueDay & { queue: string })[]>`
    select queue, count(*) filter (where is_answered)::int as answered,
      count(*) filter (where is_abandoned)::int as abandoned,
      count(*) filter (where is_answered and wait <= ${answerSecondsTarget})::int
        as "answeredWithinTarget",
      count(*) filter (where is_abandoned and wait <= ${answerSecondsTarget})::int
        as "abandonedWithinTarget",
      count(*) filter (where not is_answered and not is_abandoned)::int as "sentElsewhere",
      count(*) filter (where is_answered and outcome = 'resolved')::int as resolved,
      count(*) filter (where is_answered and outcome = 'open')::int as open,
      count(position)::int as linkable,
      count(*) filter (where position > 1)::int as returns,
      case when count(*) filter (where is_late and is_answered) >= ${usualWaitCallsLeast}
        then round(percentile_cont(0.8) within group (order by wait)
          filter (where is_late and is_answered))::int end as "usualWaitSeconds"
    from (
      select c.queue, c.position, ${waitOf(sql)} as wait, c.is_abandoned,
        not c.is_abandoned and (c.answered_at is not null or exists (
          select from leg l where l.organization_id = c.organization_id and l.call_id = c.id
        )) as is_answered,
        c.started_at > ${new Date(now - usualWaitHours * 3_600_000)} as is_late,
        best_outcome(c.verified_claim,
          coalesce(c.next_same_issue_at - c.started_at < make_interval(secs => o.window_seconds),
            false),
          c.survey_claim, false, c.rep_claim) as outcome
      from organization o
      join call c on c.organization_id = o.id
      where o.id = ${organizationId} and c.started_at >= ${new Date(since)}
        and c.direction = 'inbound' and c.queue is not null
    ) today
    group by queue order by count(*) desc limit ${queuesLimit}`
  const days = rows.map(({ queue, ...day }): [string, QueueDay] => [queue, day])
  return Object.fromEntries(days.sort(([a], [b]) => (a < b ? -1 : 1)))
}

export async function findMood(
  sql: Database['reading'],
  organizationId: number,
  since: number,
): Promise<Mood | null> {
  const [mood] = await sql<Mood[]>`
    select text, extract(epoch from at)::float8 * 1000 as at from floor_mood
    where organization_id = ${organizationId} and text is not null and at >= ${new Date(since)}`
  return mood ?? null
}

export const keepMood = (
  transaction: Transaction,
  organizationId: number,
  { text, by, at }: { text: string | null; by: string; at: number },
) => transaction`
  insert into floor_mood (organization_id, text, by, at)
  values (${organizationId}, ${text}, ${by}, ${new Date(at)})
  on conflict (organization_id) do update set
    text = excluded.text, by = excluded.by, at = excluded.at`
