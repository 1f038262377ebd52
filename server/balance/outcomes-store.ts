import { type Sight } from '../../shared/roster/sight.ts'
import { type Reading } from '../database/connect.ts'
import { type Days } from './basis.ts'
import { rowsOfDays } from './day-rows-store.ts'
import { habitDays, returnDays } from './day-tables.ts'
import { seenReps } from './standing-store.ts'

type Asked = { days: Days; team?: number }

export type MatureRow = {
  counted: number
  resolved: number
  stayedWith: number
  inbound: number
  notLinkable: number
}

const whose = (sql: Reading, sight: Sight, team: number | undefined) => sql`
  join rep r on r.organization_id = d.organization_id and r.id = d.rep_id
  where true ${seenReps(sql, sight)} ${team === undefined ? sql`` : sql`and r.team_id = ${team}`}`

/** Mature legs of the reps a viewer may see. */
export async function sumMature(
  sql: Reading,
  sight: Sight,
  { days, team }: Asked,
): Promise<MatureRow> {
  const [row] = await sql<MatureRow[]>`
    select coalesce(sum(counted), 0)::int as counted, coalesce(sum(resolved), 0)::int as resolved,
      coalesce(sum(stayed_with), 0)::int as "stayedWith",
      coalesce(sum(inbound), 0)::int as inbound,
      coalesce(sum(not_linkable), 0)::int as "notLinkable"
    from (${rowsOfDays(sql, habitDays, sight.organizationId, days)}) d ${whose(sql, sight, team)}`
  return row ?? { counted: 0, resolved: 0, stayedWith: 0, inbound: 0, notLinkable: 0 }
}

/** Returns of mature legs on day 1, 2, … of a window of so many days. */
export async function sumReturns(
  sql: Reading,
  sight: Sight,
  { days, team, windowDays }: Asked & { windowDays: number },
): Promise<number[]> {
  const rows = await sql<{ afterDays: number; returns: number }[]>`
    select d.after_days as "afterDays", sum(d.returns)::int as returns
    from (${rowsOfDays(sql, returnDays, sight.organizationId, days)}) d ${whose(sql, sight, team)}
    group by d.after_days`
  const byDay = new Map(rows.map(({ afterDays, returns }) => [afterDays, returns]))
  return Array.from({ length: windowDays }, (_, place) => byDay.get(place + 1) ?? 0)
}

/** Legs whose window is open: complete days so far, day of the return if any, what is expected. */
export type OpenRow = {
  completeDays: number
  eventDay: number | null
  isHandedOn: boolean
  resolution: number | null
  legs: number
}

export const findOpenLegs = (
  sql: Reading,
  sight: Sight,
  asked: { watermark: Date; windowSeconds: number; version: number; team?: number },
): Promise<OpenRow[]> => sql<OpenRow[]>`
  select floor(extract(epoch from ${asked.watermark}::timestamptz - l.started_at) / 86400)::int
      as "completeDays",
    case when c.next_same_issue_at - c.started_at < make_interval(secs => ${asked.windowSeconds})
      then floor(extract(epoch from c.next_same_issue_at - c.started_at) / 86400)::int + 1
      end as "eventDay",
    l.is_handed_on as "isHandedOn", b.resolution, count(*)::int as legs
  from leg l
  join call c on c.organization_id = l.organization_id and c.id = l.call_id
  join rep r on r.organization_id = l.organization_id and r.id = l.rep_id
  left join reference_band b on b.organization_id = l.organization_id
    and b.version = ${asked.version} and b.cell_id = l.cell_id and b.rep_id = l.rep_id
  where l.organization_id = ${sight.organizationId}
    and l.started_at > ${asked.watermark}::timestamptz - make_interval(secs => ${asked.windowSeconds})
    and l.started_at <= ${asked.watermark}::timestamptz
    and c.direction = 'inbound' and not l.is_neutral
    and c.customer_key is not null and c.issue is not null
    ${seenReps(sql, sight)} ${asked.team === undefined ? sql`` : sql`and r.team_id = ${asked.team}`}
  group by 1, 2, 3, 4`

export async function findWindowSeconds(sql: Reading, organizationId: number): Promise<number> {
  const [row] = await sql<{ windowSeconds: number }[]>`
    select window_seconds as "windowSeconds" from organization where id = ${organizationId}`
  return row?.windowSeconds ?? 0
}
