import { type TimeClass } from '../calls/words.ts'

/** A call is named long or short only if it is so by rank *and* by ratio to the median. */
export const longFromPercentile = 0.8
export const longFromRatio = 1.25
export const shortUptoPercentile = 0.2
export const shortUptoRatio = 0.8

/**
 * Is this call long or short *for its kind*? `long` from percentile 0.80 and 1.25 × the median,
 * `short` up to percentile 0.20 and 0.80 × the median, else `usual`; the ratio keeps tiny
 * differences in a narrow spread from getting a name, and no fixed target enters.
 * `no_reference` where colleagues have too few such calls (`comparisonShortage`).
 * Example (V8): 95 s is short, 700 s usual, 1680 s long. Source: METHOD 2.4.
 */
export function timeClass(
  percentile: number | null,
  handleSeconds: number,
  medianSeconds: number | null,
): TimeClass {
  if (percentile === null || medianSeconds === null) return 'no_reference'
  if (percentile >= longFromPercentile && handleSeconds >= longFromRatio * medianSeconds)
    return 'long'
  if (percentile <= shortUptoPercentile && handleSeconds <= shortUptoRatio * medianSeconds)
    return 'short'
  return 'usual'
}
