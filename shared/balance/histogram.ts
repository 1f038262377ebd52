import { backOffPseudoCount } from './back-off.ts'

/** How many legs lie in each `logBin`, from bin 0 on; the rep's own are left out. */
export type BinCounts = readonly number[]

/** Which share of legs lies in each `logBin`, from bin 0 on; the shares add up to 1. */
export type BinShares = readonly number[]

/** Shares of legs by bin, ascending, only bins with a share; the shares add up to 1. */
export type Histogram = readonly { bin: number; share: number }[]

/**
 * How are colleagues' handle times for this kind of call spread? The histogram of each level,
 * widest first, leans on the one before like every other expectation. Null where nobody else has
 * a leg. Source: METHOD 2.3 (V2, V8).
 */
export function histogram(levels: readonly BinCounts[]): Histogram | null {
  const shares = levels.reduce<BinShares | null>((parent, counts) => leanOn(counts, parent), null)
  return shares && listed(shares)
}

/**
 * The shares of a level that leans on the wider one: F_l(b) = (n_bl + K F_(l-1)(b)) / (n_l + K).
 * With no wider one they are its own; null where that has no leg. Source: METHOD 2.3.
 */
export function leanOn(counts: BinCounts, wider: BinShares | null): BinShares | null {
  const legs = counts.reduce((sum, count) => sum + count, 0)
  if (wider === null) return legs === 0 ? null : counts.map((count) => count / legs)
  const length = Math.max(counts.length, wider.length)
  return Array.from(
    { length },
    (_, bin) =>
      ((counts[bin] ?? 0) + backOffPseudoCount * (wider[bin] ?? 0)) / (legs + backOffPseudoCount),
  )
}

/** The bins that have a share. */
export const listed = (shares: BinShares): Histogram =>
  shares.flatMap((share, bin) => (share > 0 ? [{ bin, share }] : []))

/** Counts legs into a bin. */
export function countInBin(counts: number[], bin: number, legs: number): void {
  if (counts.length <= bin) {
    counts.push(...Array.from({ length: bin + 1 - counts.length }, () => 0))
  }
  counts[bin] = (counts[bin] ?? 0) + legs
}
