import { type Trend } from '../../shared/balance/contract.ts'
import { trendWeeksLimit } from '../../shared/balance/limits.ts'
import { repShortage } from '../../shared/balance/comparison-shortage.ts'
import { excessPerHundred } from '../../shared/balance/excess-per-hundred.ts'
import { xmrLimits } from '../../shared/balance/xmr-limits.ts'
import { isTooFew } from '../../shared/measure/too-few.ts'
import { sightOf, type Viewer } from '../../shared/roster/sight.ts'
import { type Reading } from '../database/connect.ts'
import { Refused } from '../http/refused.ts'
import { findBasis } from './basis.ts'
import { addDays } from './day.ts'
import { findVersion } from './reference-store.ts'
import { isSeenRep, isSeenTeam, sumWeeks, type WeekRow } from './trend-store.ts'

/** A week's point needs this many mature legs (METHOD 8). */
const legsPerPoint = 20
/** With fewer weeks, limits would say little. */
const weeksForLimits = 4

/** Week by week against one fixed baseline, for a rep, a team, or all the viewer may see. */
export async function answerTrend(
  sql: Reading,
  viewer: Viewer,
  query: { rep?: number; team?: number },
): Promise<Trend> {
  const sight = sightOf(viewer)
  if (query.rep !== undefined && !(await isSeenRep(sql, sight, query.rep))) {
    throw new Refused('rep_unknown', 'There is no such rep.')
  }
  if (query.team !== undefined && !(await isSeenTeam(sql, sight, query.team))) {
    throw new Refused('team_unknown', 'There is no such team.')
  }
  const { state, told } = await findBasis(sql, viewer, {})
  const { organizationId } = viewer
  const { baseline } = state
  const nothing = { ...told, baseline, withheld: null, weeks: [], limits: null }
  const compared = baseline === null ? null : await findVersion(sql, organizationId, baseline)
  if (state.toDay === null || !compared) return nothing
  const withheld = repShortage(compared.reps)
  if (withheld) return { ...nothing, withheld }
  const from = mondayOf(addDays(state.toDay, -7 * (trendWeeksLimit - 1)))
  const rows = await sumWeeks(sql, sight, { from, ...query })
  return { ...nothing, ...tellWeeks(rows, state.toDay) }
}

const mondayOf = (day: string): string => {
  const daysSinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -daysSinceMonday)
}

/** Points, and limits from the weeks whose windows have all closed (METHOD 8). */
export function tellWeeks(
  rows: readonly WeekRow[],
  toDay: string,
): Pick<Trend, 'weeks' | 'limits'> {
  const weeks = rows.map((row) => {
    const { startsOn, mature, resolved, expected } = row
    const excess = mature < legsPerPoint ? null : excessPerHundred({ ...row, legs: mature })
    const isOpen = addDays(startsOn, 6) >= toDay
    return { startsOn, mature, resolved, expected, excessPerHundred: excess, isOpen }
  })
  const closed = weeks.flatMap(({ excessPerHundred: excess, isOpen }) =>
    excess === null || isOpen ? [] : [excess],
  )
  const found = closed.length < weeksForLimits ? null : xmrLimits(closed)
  const limits = found === null || isTooFew(found) ? null : found
  return {
    weeks: weeks.map((week) => {
      const { excessPerHundred: excess, isOpen } = week
      const isBeyond =
        limits !== null && excess !== null && (excess < limits.low || excess > limits.high)
      return { ...week, isOutside: isBeyond && !isOpen }
    }),
    limits: limits && { mean: limits.mean, low: limits.low, high: limits.high },
  }
}
