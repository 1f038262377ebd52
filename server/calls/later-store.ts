import { type DownstreamCounts } from '../../shared/balance/downstream-cost.ts'
import { type Reading } from '../database/connect.ts'

const issueLevel = 2

/**
 * What followed other reps' calls about the same issue, in the newest version of the reference:
 * counts of legs at least 30 days old, everybody's without one rep's own.
 */
export async function findLaterOfOthers(
  sql: Reading,
  organizationId: number,
  leg: { cellId: number; repId: number },
): Promise<DownstreamCounts | null> {
  const rows = await sql<(DownstreamCounts & { repId: number })[]>`
    with recursive path as (
      select id, parent_id, level from cell
      where organization_id = ${organizationId} and id = ${leg.cellId}
      union all
      select p.id, p.parent_id, p.level from cell p
      join path on p.organization_id = ${organizationId} and p.id = path.parent_id
    )
    select r.rep_id as "repId", r.aged as legs, r.aged_not_resolved as "notResolved",
      r.downstream_sum::float8 as "downstreamSecondsSum",
      r.downstream_square_sum as "downstreamSecondsSquareSum"
    from path
    join reference_cell r on r.organization_id = ${organizationId} and r.cell_id = path.id
      and r.rep_id in (0, ${leg.repId})
      and r.version = (
        select max(id) from reference_version where organization_id = ${organizationId})
    where path.level = ${issueLevel}`
  const all = rows.find(({ repId }) => repId === 0)
  if (!all) return null
  const own = rows.find(({ repId }) => repId === leg.repId)
  const { repId, ...counts } = all
  if (!own) return counts
  return {
    legs: counts.legs - own.legs,
    notResolved: counts.notResolved - own.notResolved,
    downstreamSecondsSum: counts.downstreamSecondsSum - own.downstreamSecondsSum,
    downstreamSecondsSquareSum: counts.downstreamSecondsSquareSum - own.downstreamSecondsSquareSum,
  }
}
