/** How many calls of the wider kind a thin kind borrows: `K` of METHOD 2.3. */
export const backOffPseudoCount = 20

/** A sum and how many calls it adds up, at one level of a path; the rep's own are left out. */
export type LevelSum = { count: number; sum: number }

/**
 * What is the mean of a kind of call, when the kind itself may be thin? Levels run from the widest
 * (all calls) to the finest; each leans on the one before with the weight of `K` = 20 calls:
 *
 *   m_0 = sum_0 / count_0        m_l = (sum_l + K m_(l-1)) / (count_l + K)
 *
 * A thin kind takes its parent's value, a full one its own, and no threshold lies between.
 * Null where the widest level has no calls. Example: others' 5 of 8 resolved over all, 5 of 8 in
 * the queue, 2 of 3 in the issue give 0.630435. Source: METHOD 2.3 (V2).
 */
export function backOff(
  levels: readonly LevelSum[],
  pseudoCount = backOffPseudoCount,
): number | null {
  const [widest, ...finer] = levels
  if (widest === undefined || widest.count === 0) return null
  return finer.reduce((parent, { count, sum }) => {
    const weight = count + pseudoCount
    return weight === 0 ? parent : (sum + pseudoCount * parent) / weight
  }, widest.sum / widest.count)
}
