import { backOffPseudoCount } from './back-off.ts'

/** How many legs lie in each `logBin`; the rep's own are left out. */
export type BinCounts = ReadonlyMap<number, number>

/** Shares of legs by bin, ascending, only bins with a share; the shares add up to 1. */
export type Histogram = readonly { bin: number; share: number }[]

/**
 * How are colleagues' handle times for this kind of call spread? The histogram of each level,
 * widest first, leans on the one before like every other expectation:
 * F_l(b) = (n_bl + K F_(l-1)(b)) / (n_l + K). Null where nobody else has a leg.
 * Source: METHOD 2.3 (V2, V8).
 */
export function histogram(levels: readonly BinCounts[]): Histogram | null {
  const [widest, ...finer] = levels
  if (widest === undefined || legsOf(widest) === 0) return null
  const shares = finer.reduce<BinCounts>(
    (parent, counts) => blend(counts, parent, backOffPseudoCount),
    blend(widest, new Map(), 0),
  )
  return [...shares]
    .map(([bin, share]) => ({ bin, share }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => a.bin - b.bin)
}

function blend(counts: BinCounts, parent: BinCounts, pseudoCount: number): BinCounts {
  const weight = legsOf(counts) + pseudoCount
  const bins = [...counts.keys(), ...parent.keys()]
  return new Map(
    bins.map((bin) => [
      bin,
      ((counts.get(bin) ?? 0) + pseudoCount * (parent.get(bin) ?? 0)) / weight,
    ]),
  )
}

function legsOf(counts: BinCounts): number {
  return [...counts.values()].reduce((sum, legs) => sum + legs, 0)
}
