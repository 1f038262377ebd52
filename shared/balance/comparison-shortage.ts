import { type TooFew } from '../measure/too-few.ts'

/** With fewer, a comparison is noise, and between two reps it discloses the other one. */
const repsNeeded = 4
const legsOfOthersNeeded = 30

/**
 * May a call be compared with colleagues' calls at all? Null when it may; otherwise what is too
 * few: reps in the center, or others' legs in the same queue. Then the time class is
 * `no_reference` and no band is shown. Source: METHOD 2.3.
 */
export function comparisonShortage(
  repsInCenter: number,
  legsOfOthersInQueue: number,
): TooFew | null {
  const tooFewReps = repShortage(repsInCenter)
  if (tooFewReps) return tooFewReps
  if (legsOfOthersInQueue >= legsOfOthersNeeded) return null
  return { have: legsOfOthersInQueue, need: legsOfOthersNeeded }
}

/** May reps be compared in this center at all? Null when they may. Source: METHOD 2.3. */
export const repShortage = (repsInCenter: number): TooFew | null =>
  repsInCenter < repsNeeded ? { have: repsInCenter, need: repsNeeded } : null
