import { type Histogram } from './histogram.ts'
import { logBin } from './log-bin.ts'

/**
 * Which share of colleagues' calls of this kind is shorter than this one? The shares of all bins
 * below, and half of the call's own: P(h) = Σ F(b' < b) + F(b) / 2.
 * Example: 1680 s on the calls of V8 is 0.925, "longer than 92 % of them". Source: METHOD 2.4.
 */
export function percentile(shares: Histogram, handleSeconds: number): number {
  const bin = logBin(handleSeconds)
  let below = 0
  for (const entry of shares) {
    if (entry.bin > bin) break
    if (entry.bin === bin) return below + 0.5 * entry.share
    below += entry.share
  }
  return below
}
