import { bandSeconds } from '../../shared/balance/band-seconds.ts'
import { type BinCounts, histogram } from '../../shared/balance/histogram.ts'
import { timeClassThresholds } from '../../shared/balance/time-class-thresholds.ts'
import { type BandRow, type CellRow, type CountRow, type HistogramRow } from './reference-store.ts'

/** Stands for everybody in the columns that name a rep. */
const everybody = 0
const queueLevel = 1

type Counts = Map<number, number>

/** Handle times of a reference by cell and rep, from everything down to the finest kind. */
export type ReferenceCounts = {
  histograms: () => HistogramRow[]
  /** What a rep's colleagues need in a cell (METHOD 2.3 and 2.4). */
  bandOf: (cellId: number, repId: number) => BandRow
  legs: number
  reps: number
}

/** Adds finest counts up over their parents, for each rep and for everybody. */
export function countReference(
  cells: readonly CellRow[],
  rows: readonly CountRow[],
): ReferenceCounts {
  const counts = new Map<string, Counts>()
  const paths = pathsOf(cells)
  for (const row of rows) {
    for (const cellId of paths.get(row.cellId) ?? []) {
      for (const repId of [everybody, row.repId]) {
        addTo(counts, keyOf(cellId, repId), row.bin, row.count)
      }
    }
  }
  return referenceOf(paths, counts, new Set(rows.map((row) => row.repId)).size)
}

/** The same from histograms that were stored. */
export function restoreReference(
  cells: readonly CellRow[],
  rows: readonly HistogramRow[],
): ReferenceCounts {
  const counts = new Map<string, Counts>()
  for (const row of rows) {
    for (const [place, count] of row.counts.entries()) {
      if (count > 0) addTo(counts, keyOf(row.cellId, row.repId), row.firstBin + place, count)
    }
  }
  return referenceOf(pathsOf(cells), counts, 0)
}

const keyOf = (cellId: number, repId: number): string => `${cellId} ${repId}`

function addTo(counts: Map<string, Counts>, key: string, bin: number, count: number): void {
  const bins = counts.get(key) ?? new Map<number, number>()
  bins.set(bin, (bins.get(bin) ?? 0) + count)
  counts.set(key, bins)
}

/** Each cell's ancestors and itself, widest first. */
function pathsOf(cells: readonly CellRow[]): Map<number, number[]> {
  const paths = new Map<number, number[]>()
  for (const cell of [...cells].sort((a, b) => a.level - b.level)) {
    const parent = cell.parentId === null ? [] : (paths.get(cell.parentId) ?? [])
    paths.set(cell.id, [...parent, cell.id])
  }
  return paths
}

function referenceOf(
  paths: ReadonlyMap<number, readonly number[]>,
  counts: ReadonlyMap<string, Counts>,
  reps: number,
): ReferenceCounts {
  const widest = [...paths.values()].find((path) => path.length === 1)?.[0]
  const all = widest === undefined ? undefined : counts.get(keyOf(widest, everybody))
  return {
    legs: all ? sumOf(all) : 0,
    reps,
    histograms: () => [...counts].map(([key, bins]) => histogramRow(key, bins)),
    bandOf: (cellId, repId) => {
      const levels = (paths.get(cellId) ?? []).map((id) => othersIn(counts, id, repId))
      return bandRow(cellId, repId, levels)
    },
  }
}

function histogramRow(key: string, bins: Counts): HistogramRow {
  const [cellId = 0, repId = 0] = key.split(' ').map(Number)
  const firstBin = Math.min(...bins.keys())
  const lastBin = Math.max(...bins.keys())
  const counts = Array.from(
    { length: lastBin - firstBin + 1 },
    (_, place) => bins.get(firstBin + place) ?? 0,
  )
  return { cellId, repId, firstBin, counts }
}

/** Everybody's counts without the rep's own: integers, so the subtraction is exact. */
function othersIn(counts: ReadonlyMap<string, Counts>, cellId: number, repId: number): BinCounts {
  const all = counts.get(keyOf(cellId, everybody))
  const own = counts.get(keyOf(cellId, repId))
  if (!all) return new Map()
  if (!own) return all
  const left = [...all].map(([bin, count]) => [bin, count - (own.get(bin) ?? 0)] as const)
  return new Map(left.filter(([, count]) => count > 0))
}

function bandRow(cellId: number, repId: number, levels: readonly BinCounts[]): BandRow {
  const shares = histogram(levels)
  const calls = sumOf(levels.at(-1) ?? new Map())
  const queueCalls = sumOf(levels[queueLevel] ?? new Map())
  if (!shares) {
    const nothing = { lowSeconds: null, medianSeconds: null, highSeconds: null }
    const never = { shortUptoSeconds: null, longFromSeconds: null }
    return { cellId, repId, calls, queueCalls, ...nothing, ...never }
  }
  const { p20, median, p80 } = bandSeconds(shares)
  return {
    ...{ cellId, repId, calls, queueCalls },
    ...{ lowSeconds: p20, medianSeconds: median, highSeconds: p80 },
    ...timeClassThresholds(shares),
  }
}

const sumOf = (bins: BinCounts): number => [...bins.values()].reduce((sum, count) => sum + count, 0)
