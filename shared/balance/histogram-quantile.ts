import { invariant } from '../invariant.ts'
import { type Histogram } from './histogram.ts'
import { logBinWidth } from './log-bin.ts'

/**
 * How long is the call at share `q` of colleagues' calls, in seconds? The first bin where the
 * cumulated share reaches `q`, interpolated in log time inside it.
 * Example: the median of the calls of V8 is 515.501913 s. Source: METHOD 2.4.
 */
export function histogramQuantile(shares: Histogram, q: number): number {
  let below = 0
  for (const { bin, share } of shares) {
    if (below + share >= q) return Math.exp(logBinWidth * (bin + (q - below) / share))
    below += share
  }
  // Rounding can leave the last cumulated share a hair under 1.
  const last = shares.at(-1)
  invariant(last !== undefined, 'a histogram has at least one bin')
  return Math.exp(logBinWidth * (last.bin + 1))
}
