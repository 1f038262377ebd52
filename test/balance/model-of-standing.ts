import { expectedDownstreamSeconds } from '../../shared/balance/expected-downstream.ts'
import { expectedLog } from '../../shared/balance/expected-log.ts'
import { expectedResolution } from '../../shared/balance/expected-resolution.ts'
import { standing, type Standing } from '../../shared/balance/standing.ts'
import { standingCell } from '../../shared/balance/standing-cell.ts'
import { type Measure } from '../../shared/balance/words.ts'
import { addUpBy, type DaySums, type modelLegs } from './model-of-sums.ts'

type Legs = ReturnType<typeof modelLegs>

const outcomeOf = (measure: Measure, sums: DaySums) =>
  measure === 'same_issue_7d'
    ? { legs: sums.counted, resolved: sums.resolved }
    : { legs: sums.dayCounted, resolved: sums.dayStayed }

/** Everybody's legs but one rep's, at each level of a path, widest first (METHOD 2.3). */
function othersByLevel(legs: Legs, rep: string, path: readonly string[]): DaySums[] {
  const others = legs.filter((leg) => leg.rep !== rep)
  return [...path.keys(), path.length].map((depth) => {
    const alike = others.filter((leg) =>
      path.slice(0, depth).every((key, level) => leg.path[level] === key),
    )
    return addUpBy(alike, () => 'all')[0]?.[1] ?? none
  })
}

const none: DaySums = {
  ...{ legs: 0, timed: 0, microLogSum: 0, microLogSquareSum: 0, bins: [] },
  ...{ counted: 0, resolved: 0, dayCounted: 0, dayStayed: 0, aged: 0, agedNotResolved: 0 },
  ...{ downstreamSum: 0, downstreamSquareSum: 0 },
}

/** A rep's standing over some legs, from what colleagues had in others. */
export function modelStanding(
  given: { evaluated: Legs; reference: Legs; tau: number },
  rep: string,
  measure: Measure,
): Standing {
  const own = given.evaluated.filter((leg) => leg.rep === rep)
  const cells = addUpBy(own, ({ path }) => JSON.stringify(path)).flatMap(([key, sums]) => {
    const outcome = outcomeOf(measure, sums)
    if (outcome.legs === 0) return []
    const levels = othersByLevel(given.reference, rep, JSON.parse(key) as string[])
    const cell = standingCell(
      outcome,
      levels.map((level) => outcomeOf(measure, level)),
    )
    return cell === null ? [] : [cell]
  })
  return standing(cells, given.tau)
}

/** What colleagues lead one to expect of a rep's calls of one kind. */
export type Expectations = {
  meanLog: number | null
  resolution: number | null
  resolutionLegs: number
  stay: number | null
  stayLegs: number
  downstreamSeconds: number | null
  calls: number
  queueCalls: number
}

export function modelExpectations(
  reference: Legs,
  rep: string,
  path: readonly string[],
): Expectations {
  const levels = othersByLevel(reference, rep, path)
  const finest = levels.at(-1) ?? none
  return {
    ...{ calls: finest.timed, queueCalls: levels[1]?.timed ?? 0 },
    meanLog: expectedLog(levels.map(({ timed, microLogSum }) => ({ legs: timed, microLogSum }))),
    resolution: expectedResolution(levels.map((level) => outcomeOf('same_issue_7d', level))),
    resolutionLegs: finest.counted,
    stay: expectedResolution(levels.map((level) => outcomeOf('return_24h', level))),
    stayLegs: finest.dayCounted,
    downstreamSeconds: expectedDownstreamSeconds(
      levels.map(({ agedNotResolved, downstreamSum }) => ({
        notResolved: agedNotResolved,
        downstreamSecondsSum: downstreamSum,
      })),
    ),
  }
}
