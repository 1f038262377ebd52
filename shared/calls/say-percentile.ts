/** So that 0.29 · 100 is said as 29, whatever binary fractions make of it. */
const roundingSlack = 1e-9

/**
 * Where a time stands among the times of other reps' calls of the same kind, as a clause:
 * "longer than 92 % of them". Rounded towards the middle, so that it never says more than is so;
 * from the near side, so that the share said is at least a half.
 *
 * @param percentile share of those calls that were shorter, 0 to 1
 */
export function sayPercentile(percentile: number): string {
  if (percentile >= 1) return 'longer than all of them'
  if (percentile <= 0) return 'shorter than all of them'
  return percentile >= 0.5
    ? `longer than ${percent(percentile)} % of them`
    : `shorter than ${percent(1 - percentile)} % of them`
}

const percent = (share: number) => Math.floor(share * 100 + roundingSlack)
