import { standing, type Standing } from './standing.ts'
import { type StandingCell } from './posterior.ts'

export type SelfReport = {
  /** Mature calls the rep marked as solved. */
  declared: number
  /** Of those, how many customers called again, and how many usually do for calls like these. */
  cameBack: number
  cameBackUsually: number
  /** The same posterior, margins and labels as for outcomes. */
  holds: Standing
}

/**
 * Does this rep's own "resolved" hold? Cells count declared calls: p = P(no repeat | declared
 * resolved) among others, `resolved` = no repeat. "Of 70 calls you marked solved, 23 customers
 * called again; for calls like these it is usually 11": feedback to the rep first, no accusation,
 * and no part of standing. Source: METHOD 4.4 (V11).
 */
export function selfReport(declaredCells: readonly StandingCell[], tau: number): SelfReport {
  const holds = standing(declaredCells, tau)
  return {
    declared: holds.legs,
    cameBack: holds.legs - holds.resolved,
    cameBackUsually: holds.legs - holds.expected,
    holds,
  }
}
