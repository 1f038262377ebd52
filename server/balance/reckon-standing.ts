import { backOffPseudoCount } from '../../shared/balance/back-off.ts'
import { excessPerHundred } from '../../shared/balance/excess-per-hundred.ts'
import { funnelLimits } from '../../shared/balance/funnel-limits.ts'
import { type StandingCell } from '../../shared/balance/posterior.ts'
import { type Mix, standardizedRate } from '../../shared/balance/standardized-rate.ts'
import { standing } from '../../shared/balance/standing.ts'
import { type Measure } from '../../shared/balance/words.ts'
import { percentageNeeds } from '../../shared/measure/share.ts'
import { type CellOfRep } from './rep-cell-store.ts'
import { type Figures } from './standing-store.ts'

/** A rep's cells as one measure counts them; places without an expectation can't be compared. */
export function cellsBy(measure: Measure, cells: readonly CellOfRep[]): StandingCell[] {
  return cells.flatMap((cell) => {
    const { legs, resolved, p, others } =
      measure === 'same_issue_7d'
        ? {
            legs: cell.counted,
            resolved: cell.resolved,
            p: cell.resolution,
            others: cell.resolutionLegs,
          }
        : { legs: cell.dayCounted, resolved: cell.dayStayed, p: cell.stay, others: cell.stayLegs }
    if (p === null || legs === 0) return []
    return [{ p, legs, resolved, referenceLegs: others + backOffPseudoCount }]
  })
}

/**
 * Everything a standing says of a rep, from counts and expectations. No parameter holds a
 * duration, so none can enter (METHOD 9, T1).
 */
export function reckonStanding(cells: readonly StandingCell[], tau: number, mix: Mix): Figures {
  const known = standing(cells, tau)
  const { legs, resolved, expected, median, low, high } = known
  const rate = legs < percentageNeeds || mix.length === 0 ? null : standardizedRate(mix, known)
  const excess = excessPerHundred(known)
  const limits = funnelLimits(known)
  return {
    ...{ mature: legs, resolved, expected, effect: { median, low, high } },
    ...{ pAbove: known.probabilityAbove, pBelow: known.probabilityBelow },
    ...{ reliability: known.reliability, label: known.label, moreNeeded: known.moreNeeded },
    standardizedRate: rate && { value: rate.rate, low: rate.low, high: rate.high },
    funnel:
      excess === null || limits === null
        ? null
        : {
            excessPerHundred: excess,
            within95: limits.within95.high,
            within998: limits.within998.high,
          },
  }
}
