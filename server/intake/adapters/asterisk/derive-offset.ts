const quarter = 900
/** A line is written at the earliest when its channel was made; each time is in whole seconds. */
const earlySecondsLimit = 2
/** Beyond this a line came so late after its channel that the offset can't be told any more. */
const lateSecondsLimit = 450
const furthestWest = -12 * 3_600
const furthestEast = 14 * 3_600
/** So many lines have to agree. */
const agreeingLeast = 3

/** A local time and the second in which a channel was made shortly before, by its uniqueid. */
export type LocalSample = {
  /** What the clock on the wall showed, in seconds from 1970. */
  local: number
  second: number
}

/** How far local times are from UTC, and what that rests on. */
export type DerivedOffset = {
  /** Null where no line tells. */
  offsetSeconds: number | null
  /** How many lines say so, of how many that say anything. */
  agreeing: number
  told: number
  /** Enough lines agree, and those that don't differ by a change of the clocks. */
  isSure: boolean
}

/**
 * The offset from UTC that one line tells, a whole number of quarters of an hour.
 *
 * @returns null where it came too long after its channel was made
 */
export function offsetOf({ local, second }: LocalSample): { offset: number; late: number } | null {
  const difference = local - second
  const offset = Math.floor((difference + earlySecondsLimit) / quarter) * quarter
  const late = difference - offset
  const isPossible = offset >= furthestWest && offset <= furthestEast
  return isPossible && late <= lateSecondsLimit ? { offset, late } : null
}

/** Whether two offsets differ as summer and winter do. */
export const differByClockChange = (a: number, b: number): boolean =>
  [1_800, 3_600].includes(Math.abs(a - b))

/**
 * The time zone of files that name none: uniqueids say in UTC when a channel was made, and the
 * lines beside them tell the same moment in local time.
 */
export function deriveOffset(samples: readonly LocalSample[]): DerivedOffset {
  const counts = new Map<number, number>()
  for (const sample of samples) {
    const found = offsetOf(sample)
    if (found) counts.set(found.offset, (counts.get(found.offset) ?? 0) + 1)
  }
  const told = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  if (!most) return { offsetSeconds: null, agreeing: 0, told, isSure: false }
  const [offsetSeconds, agreeing] = most
  const others = [...counts.keys()].filter((offset) => offset !== offsetSeconds)
  return {
    ...{ offsetSeconds, agreeing, told },
    isSure:
      agreeing >= agreeingLeast &&
      others.every((offset) => differByClockChange(offset, offsetSeconds)),
  }
}
