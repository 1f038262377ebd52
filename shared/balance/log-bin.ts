/** Each bin of the histogram is 5 % wider than the one before. */
export const logBinWidth = Math.log(1.05)

/**
 * The histogram bin of a handle time: floor(ln(max(h, 1)) / ln 1.05).
 * Examples: 60 s lies in bin 83, 180 s in 106, 1680 s in 152. Source: METHOD 2.2 (V2).
 */
export function logBin(handleSeconds: number): number {
  return Math.floor(Math.log(Math.max(handleSeconds, 1)) / logBinWidth)
}
