import { bandSeconds } from '../../shared/balance/band-seconds.ts'
import { downstreamCost } from '../../shared/balance/downstream-cost.ts'
import { expectedDownstreamSeconds } from '../../shared/balance/expected-downstream.ts'
import { expectedLog } from '../../shared/balance/expected-log.ts'
import { expectedResolution } from '../../shared/balance/expected-resolution.ts'
import {
  type BinCounts,
  type BinShares,
  countInBin,
  type Histogram,
  leanOn,
  listed,
} from '../../shared/balance/histogram.ts'
import { others } from '../../shared/balance/others.ts'
import { timeClassThresholds } from '../../shared/balance/time-class-thresholds.ts'
import { percentageNeeds } from '../../shared/measure/share.ts'
import { isTooFew } from '../../shared/measure/too-few.ts'
import { type BandRow } from './band-store.ts'
import { type CellRow, type CellSums, type ReferenceCellRow } from './reference-store.ts'

/** Stands for everybody in the columns that name a rep. */
export const everybody = 0
const queueLevel = 1
const issueLevel = 2

/** Sums of one cell with its handle times by bin. */
export type Sums = CellSums & { bins: number[] }

/** Sums by cell, from everything down to the finest kind; of one rep or of everybody. */
export type SumsByCell = Map<number, Sums>

/** Each cell's ancestors and itself, widest first. */
export function pathsOf(cells: readonly CellRow[]): Map<number, number[]> {
  const paths = new Map<number, number[]>()
  for (const cell of [...cells].sort((a, b) => a.level - b.level)) {
    const parent = cell.parentId === null ? [] : (paths.get(cell.parentId) ?? [])
    paths.set(cell.id, [...parent, cell.id])
  }
  return paths
}

const nothing: CellSums = {
  ...{ timed: 0, microLogSum: 0, counted: 0, resolved: 0, dayCounted: 0, dayStayed: 0 },
  ...{ aged: 0, agedNotResolved: 0, downstreamSum: 0, downstreamSquareSum: 0 },
}
const fields = Object.keys(nothing) as (keyof CellSums)[]

/** Adds the sums of a finest cell to it and to everything above it. */
export function addUp(
  sums: SumsByCell,
  path: readonly number[],
  row: CellSums,
  bins: readonly (readonly [bin: number, legs: number])[],
): void {
  for (const cellId of path) {
    const held = sums.get(cellId) ?? { ...nothing, bins: [] }
    for (const field of fields) held[field] += row[field]
    for (const [bin, legs] of bins) countInBin(held.bins, bin, legs)
    sums.set(cellId, held)
  }
}

export function referenceCellRow(cellId: number, repId: number, sums: Sums): ReferenceCellRow {
  const { bins, ...plain } = sums
  const firstBin = Math.max(
    bins.findIndex((legs) => legs > 0),
    0,
  )
  return { cellId, repId, firstBin, counts: bins.slice(firstBin), ...plain }
}

export function sumsOf(row: ReferenceCellRow): Sums {
  const { cellId, repId, firstBin, counts, ...plain } = row
  return { ...plain, bins: [...Array.from({ length: firstBin }, () => 0), ...counts] }
}

/**
 * What a rep's colleagues lead one to expect, cell by cell: everybody's sums without the rep's
 * own, each level leaning on the one above (METHOD 2.3, 2.4, 5).
 */
export function bandsOf(
  paths: ReadonlyMap<number, readonly number[]>,
  all: SumsByCell,
  own: SumsByCell,
  repId: number,
): (cellId: number) => BandRow {
  const left = new Map<number, Sums>()
  const leftIn = (cellId: number): Sums => {
    const held = left.get(cellId) ?? withoutOwn(all.get(cellId), own.get(cellId))
    left.set(cellId, held)
    return held
  }
  const sharesAt = leaning((cellId) => leftIn(cellId).bins)
  return (cellId) => {
    const path = paths.get(cellId) ?? []
    return bandRow(cellId, repId, { levels: path.map(leftIn), shares: sharesAt(path) })
  }
}

/** Shares of bins at the end of a path; what paths have in common is worked out once. */
function leaning(binsOf: (cellId: number) => BinCounts) {
  const known = new Map<number, BinShares | null>()
  return (path: readonly number[]): BinShares | null => {
    let shares: BinShares | null = null
    for (const cellId of path) {
      const held = known.get(cellId)
      shares = held === undefined ? leanOn(binsOf(cellId), shares) : held
      known.set(cellId, shares)
    }
    return shares
  }
}

function withoutOwn(all: Sums | undefined, own: Sums | undefined): Sums {
  if (!all) return { ...nothing, bins: [] }
  if (!own) return all
  const { bins: allBins, ...allSums } = all
  const { bins: ownBins, ...ownSums } = own
  const bins = allBins.map((legs, bin) => legs - (ownBins[bin] ?? 0))
  return { ...others(allSums, ownSums), bins }
}

type Left = { levels: readonly Sums[]; shares: BinShares | null }

function bandRow(cellId: number, repId: number, { levels, shares }: Left): BandRow {
  const finest = levels.at(-1)
  return {
    ...{ cellId, repId, calls: finest?.timed ?? 0, queueCalls: levels[queueLevel]?.timed ?? 0 },
    ...timesOf(shares && listed(shares)),
    meanLog: expectedLog(levels.map(({ timed, microLogSum }) => ({ legs: timed, microLogSum }))),
    resolution: expectedResolution(
      levels.map(({ counted, resolved }) => ({ legs: counted, resolved })),
    ),
    resolutionLegs: finest?.counted ?? 0,
    stay: expectedResolution(
      levels.map(({ dayCounted, dayStayed }) => ({ legs: dayCounted, resolved: dayStayed })),
    ),
    stayLegs: finest?.dayCounted ?? 0,
    downstreamSeconds: expectedDownstreamSeconds(
      levels.map(({ agedNotResolved, downstreamSum }) => ({
        notResolved: agedNotResolved,
        downstreamSecondsSum: downstreamSum,
      })),
    ),
    ...usualDownstream(levels[issueLevel]),
  }
}

function timesOf(shares: Histogram | null) {
  if (!shares) {
    const nothing = { lowSeconds: null, medianSeconds: null, highSeconds: null }
    return { ...nothing, shortUptoSeconds: null, longFromSeconds: null }
  }
  const { p20, median, p80 } = bandSeconds(shares)
  return {
    ...{ lowSeconds: p20, medianSeconds: median, highSeconds: p80 },
    ...timeClassThresholds(shares),
  }
}

/** What calls about an issue usually lead to; withheld under ten calls. */
function usualDownstream(issue: Sums | undefined) {
  const withheld = {
    ...{ usualDownstreamSeconds: null, usualDownstreamLow: null, usualDownstreamHigh: null },
  }
  if (!issue || issue.aged < percentageNeeds) return withheld
  const cost = downstreamCost({
    legs: issue.aged,
    notResolved: issue.agedNotResolved,
    downstreamSecondsSum: issue.downstreamSum,
    downstreamSecondsSquareSum: issue.downstreamSquareSum,
  })
  if (isTooFew(cost)) return withheld
  return {
    usualDownstreamSeconds: cost.seconds,
    usualDownstreamLow: Math.max(0, cost.low),
    usualDownstreamHigh: cost.high,
  }
}
