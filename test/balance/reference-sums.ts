import {
  countInBin,
  histogram,
  type BinCounts,
  type Histogram,
} from '../../shared/balance/histogram.ts'
import { logBin } from '../../shared/balance/log-bin.ts'
import { microLog } from '../../shared/balance/micro-log.ts'
import { others } from '../../shared/balance/others.ts'

/** One mature leg as the reference sums see it. */
export type ReferenceLeg = {
  rep: string
  path: readonly string[]
  handleSeconds: number
  resolved: boolean
  downstreamSeconds: number
}

/** Sums at every level of a path, widest first, with one rep left out by subtraction. */
export function levelsFor(
  legs: readonly ReferenceLeg[],
  path: readonly string[],
  leftOut: string | null,
) {
  const levels = [...path.keys(), path.length].map((depth) =>
    legs.filter((leg) => path.slice(0, depth).every((key, level) => leg.path[level] === key)),
  )
  const perLevel = <Sums extends Record<string, number>>(
    sumsOf: (some: readonly ReferenceLeg[]) => Sums,
  ) => levels.map((all) => others(sumsOf(all), sumsOf(ownOf(all, leftOut))))
  return {
    time: perLevel(timeSums),
    outcome: perLevel(outcomeSums),
    downstream: perLevel(downstreamSums),
    bins: levels.map((all) => binCounts(all.filter(({ rep }) => rep !== leftOut))),
  }
}

/** The histogram of levels that are known to hold legs. */
export function histogramOf(bins: readonly BinCounts[]): Histogram {
  const shares = histogram(bins)
  if (shares === null) throw new Error('the widest level holds no legs')
  return shares
}

function ownOf(legs: readonly ReferenceLeg[], rep: string | null): ReferenceLeg[] {
  return legs.filter((leg) => leg.rep === rep)
}

function timeSums(legs: readonly ReferenceLeg[]) {
  const logs = legs.map(({ handleSeconds }) => microLog(handleSeconds))
  return { legs: legs.length, microLogSum: total(logs) }
}

function outcomeSums(legs: readonly ReferenceLeg[]) {
  return { legs: legs.length, resolved: legs.filter(({ resolved }) => resolved).length }
}

function downstreamSums(legs: readonly ReferenceLeg[]) {
  const notResolved = legs.filter(({ resolved }) => !resolved)
  const seconds = notResolved.map(({ downstreamSeconds }) => downstreamSeconds)
  return { notResolved: notResolved.length, downstreamSecondsSum: total(seconds) }
}

/** How many legs lie in each bin. */
function binCounts(legs: readonly ReferenceLeg[]): BinCounts {
  const counts: number[] = []
  for (const { handleSeconds } of legs) countInBin(counts, logBin(handleSeconds), 1)
  return counts
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
