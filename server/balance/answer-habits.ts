import { backOff, backOffPseudoCount } from '../../shared/balance/back-off.ts'
import { repShortage } from '../../shared/balance/comparison-shortage.ts'
import { type RepHabits } from '../../shared/balance/contract.ts'
import { type StandingCell } from '../../shared/balance/posterior.ts'
import { standing } from '../../shared/balance/standing.ts'
import { type Habit } from '../../shared/balance/words.ts'
import { clamp } from '../../shared/measure/clamp.ts'
import { sightOf, type Viewer } from '../../shared/roster/sight.ts'
import { type Reading } from '../database/connect.ts'
import { Refused } from '../http/refused.ts'
import { findBasis } from './basis.ts'
import { type CellRow, findAllCells, findVersion } from './reference-store.ts'
import { everybody, pathsOf } from './reference-sums.ts'
import { type HabitRow, sumHabits } from './sign-store.ts'
import { isSeenRep } from './trend-store.ts'

/** How much reps differ in a habit, as long as nothing is known of it (METHOD 3.4). */
const tau = 0.3
/** Habits are rare: what is expected may come nearer to never than an outcome may. */
const seldom = 0.001

const counted: readonly (readonly [Habit, keyof HabitRow, keyof HabitRow])[] = [
  ['claims', 'declaredBack', 'declared'],
  ['hand_ons', 'handedOn', 'counted'],
  ['back_within_hour', 'hourBack', 'hourCounted'],
  ['unidentified_customers', 'notLinkable', 'inbound'],
]

/** What a rep's own word, hand-ons and quick returns look like beside colleagues' (METHOD 4.4, 7). */
export async function answerHabits(
  sql: Reading,
  viewer: Viewer,
  { rep }: { rep: number },
): Promise<RepHabits> {
  const { organizationId } = viewer
  if (!(await isSeenRep(sql, sightOf(viewer), rep))) {
    throw new Refused('rep_unknown', 'There is no such rep.')
  }
  const { days, state, told } = await findBasis(sql, viewer, {})
  const version =
    state.version === null ? null : await findVersion(sql, organizationId, state.version)
  const isAlone = !version || repShortage(version.reps) !== null
  if (days === null || isAlone) return { ...told, habits: [] }
  const [cells, rows] = await Promise.all([
    findAllCells(sql, organizationId),
    sumHabits(sql, organizationId, { rep, days }),
  ])
  return { ...told, habits: tellHabits(cells, rows, rep) }
}

/** Each habit as a standing in which "it did not happen" counts as resolved. */
export function tellHabits(
  cells: readonly CellRow[],
  rows: readonly HabitRow[],
  rep: number,
): RepHabits['habits'] {
  const paths = pathsOf(cells)
  return counted.flatMap(([habit, count, of]) => {
    const own = rows.filter((row) => row.repId === rep && row[of] > 0)
    const others = othersByCell(paths, rows, rep, (row) => ({
      legs: row[of],
      resolved: row[of] - row[count],
    }))
    const told = own.flatMap((row): StandingCell[] => {
      const levels = (paths.get(row.cellId) ?? []).map((id) => others.get(id) ?? none)
      const p = backOff(levels.map((level) => ({ count: level.legs, sum: level.resolved })))
      const finest = levels.at(-1)
      if (p === null || !finest) return []
      const legs = row[of]
      const resolved = legs - row[count]
      const held = clamp(p, seldom, 1 - seldom)
      return [{ p: held, legs, resolved, referenceLegs: finest.legs + backOffPseudoCount }]
    })
    const happens = rows.some((row) => row[count] > 0)
    if (told.length === 0 || !happens) return []
    const { legs, resolved, expected, median, low, high, label, moreNeeded } = standing(told, tau)
    return [
      {
        ...{ habit, of: legs, count: legs - resolved, usually: legs - expected },
        ...{ effect: { median, low, high }, label, moreNeeded },
      },
    ]
  })
}

const none = { legs: 0, resolved: 0 }

function othersByCell(
  paths: ReadonlyMap<number, readonly number[]>,
  rows: readonly HabitRow[],
  rep: number,
  countsOf: (row: HabitRow) => { legs: number; resolved: number },
) {
  const others = new Map<number, { legs: number; resolved: number }>()
  for (const row of rows) {
    const sign = row.repId === everybody ? 1 : row.repId === rep ? -1 : 0
    const { legs, resolved } = countsOf(row)
    for (const id of paths.get(row.cellId) ?? []) {
      const held = others.get(id) ?? none
      others.set(id, { legs: held.legs + sign * legs, resolved: held.resolved + sign * resolved })
    }
  }
  return others
}
