import { type Histogram } from './histogram.ts'
import { histogramQuantile } from './histogram-quantile.ts'
import { logBin, logBinWidth } from './log-bin.ts'
import {
  longFromPercentile,
  longFromRatio,
  shortUptoPercentile,
  shortUptoRatio,
} from './time-class.ts'

/** Whole seconds: short up to and including the one (null: never), long from the other on. */
export type TimeClassThresholds = { shortUptoSeconds: number | null; longFromSeconds: number }

/**
 * From how many seconds on is a call of this kind long, and up to how many is it short? The rule of
 * `timeClass` solved for whole seconds, so that a store can class a million calls by comparing
 * two numbers. Both agree for every whole second. Source: METHOD 2.4.
 */
export function timeClassThresholds(shares: Histogram): TimeClassThresholds {
  const median = histogramQuantile(shares, 0.5)
  const longBin = firstBinWhere(shares, (percentile) => percentile >= longFromPercentile)
  const notShortBin = firstBinWhere(shares, (percentile) => percentile > shortUptoPercentile)
  const longFromSeconds = Math.max(firstSecondOf(longBin), Math.ceil(longFromRatio * median))
  const shortByRank = firstSecondOf(notShortBin) - 1
  const shortUptoSeconds = Math.min(shortByRank, Math.floor(shortUptoRatio * median))
  return { shortUptoSeconds: shortUptoSeconds < 0 ? null : shortUptoSeconds, longFromSeconds }
}

/** The first bin whose percentile passes: one with a share, or the one right after it. */
function firstBinWhere(shares: Histogram, passes: (percentile: number) => boolean): number {
  let below = 0
  for (const { bin, share } of shares) {
    if (passes(below + 0.5 * share)) return bin
    below += share
    if (passes(below)) return bin + 1
  }
  throw new Error('Broken invariant: beyond the last bin the percentile is 1 and passes')
}

/** The smallest whole second that lies in the bin or beyond it. */
function firstSecondOf(bin: number): number {
  let second = Math.floor(Math.exp(logBinWidth * bin)) - 1
  while (logBin(second) < bin) second += 1
  return second
}
