import { type Sight } from '../../shared/roster/sight.ts'
import { type Reading } from '../database/connect.ts'
import { seenReps } from './standing-store.ts'

export type WeekRow = { startsOn: string; mature: number; resolved: number; expected: number }

/** Weeks of the reps a viewer may see, oldest first, against the baseline. */
export const sumWeeks = (
  sql: Reading,
  sight: Sight,
  asked: { from: string; rep?: number; team?: number },
): Promise<WeekRow[]> => sql<WeekRow[]>`
  select date_trunc('week', d.day)::date::text as "startsOn", sum(d.counted)::int as mature,
    sum(d.resolved)::int as resolved, (sum(d.expected_sum) / 1e12)::float8 as expected
  from rep_day d
  join rep r on r.organization_id = d.organization_id and r.id = d.rep_id
  where d.organization_id = ${sight.organizationId} and d.day >= ${asked.from}::date
    ${seenReps(sql, sight)}
    ${asked.rep === undefined ? sql`` : sql`and r.id = ${asked.rep}`}
    ${asked.team === undefined ? sql`` : sql`and r.team_id = ${asked.team}`}
  group by 1 order by 1`

/** Whether a viewer may see this rep. */
export async function isSeenRep(sql: Reading, sight: Sight, rep: number): Promise<boolean> {
  const rows = await sql`
    select from rep r where r.organization_id = ${sight.organizationId} and r.id = ${rep}
      ${seenReps(sql, sight)}`
  return rows.length > 0
}

/** Whether a viewer may see a team: its leader or an admin, and a rep the own one. */
export async function isSeenTeam(sql: Reading, sight: Sight, team: number): Promise<boolean> {
  if (sight.reps === 'of_teams' && !sight.teamIds.includes(team)) return false
  const rows = await sql`
    select from team where organization_id = ${sight.organizationId} and id = ${team}`
  return rows.length > 0
}
