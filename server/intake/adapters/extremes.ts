/** The least of numbers, however many; Infinity where there is none. */
export const leastOf = (numbers: readonly number[]): number =>
  numbers.reduce((least, each) => Math.min(least, each), Infinity)

/** The greatest of numbers, however many; -Infinity where there is none. */
export const greatestOf = (numbers: readonly number[]): number =>
  numbers.reduce((greatest, each) => Math.max(greatest, each), -Infinity)
