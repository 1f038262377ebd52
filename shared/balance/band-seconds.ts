import { type Histogram } from './histogram.ts'
import { histogramQuantile } from './histogram-quantile.ts'

/** What calls of a kind usually take: the middle 60 % and the median, in seconds. */
export type BandSeconds = { p20: number; median: number; p80: number }

/**
 * What do calls like this usually take? "Usually 3:45 to 17:01": 20 %, half and 80 % of
 * colleagues' calls are shorter. Example: V8 gives 224.911777, 515.501913 and 1020.658526 s.
 * Source: METHOD 2.4.
 */
export function bandSeconds(shares: Histogram): BandSeconds {
  return {
    p20: histogramQuantile(shares, 0.2),
    median: histogramQuantile(shares, 0.5),
    p80: histogramQuantile(shares, 0.8),
  }
}
