import { zoneClock } from '../../mapping/zone-clock.ts'
import { deriveOffset, differByClockChange, type LocalSample, offsetOf } from './derive-offset.ts'

/** A line that came so soon after its channel tells by itself that the clocks were changed. */
const promptSecondsLimit = 60
/** Lines it takes to believe that the clocks were changed for the others too. */
const changeLinesLeast = 2

/** An instant in seconds since 1970, or why a local time is none. */
export type Placed = number | 'ambiguous' | 'missing' | 'zone_unknown'

/**
 * Places the local times of a file whose zone nothing names, first by what its uniqueids tell,
 * else by the zone that was said.
 *
 * @param timeZone IANA; null: not known
 */
export function openLocalTimes(timeZone: string | null) {
  const samples: LocalSample[] = []
  const clock = clockOf(timeZone)
  let offset: number | null = null
  let isDecided = false
  let changed: { offset: number; lines: number } | null = null
  const offsets = new Set<number>()

  const believe = (found: number): void => {
    offset = found
    offsets.add(found)
  }
  const hearChange = (own: number, current: number): void => {
    if (own === current || !differByClockChange(own, current)) {
      changed = null
      return
    }
    const lines: number = changed?.offset === own ? changed.lines + 1 : 1
    changed = { offset: own, lines }
    if (lines >= changeLinesLeast) believe(own)
  }
  return {
    /** A line that was written right after its channel was made. */
    hear: (sample: LocalSample): void => {
      if (isDecided) return
      samples.push(sample)
      const { offsetSeconds, isSure } = deriveOffset(samples)
      if (!isSure || offsetSeconds === null) return
      believe(offsetSeconds)
      isDecided = true
    },
    isDecided: () => isDecided,
    /** How far from UTC, in seconds, the clock was by the uniqueids; two where it was changed. */
    offsets: (): ReadonlySet<number> => offsets,
    /** Nothing more will be heard before times have to be placed. */
    decide: (): void => {
      const { offsetSeconds } = deriveOffset(samples)
      if (offset === null && offsetSeconds !== null) believe(offsetSeconds)
      isDecided = true
      samples.length = 0
    },
    /** @param second in which the line's own channel was made right before; null: not known */
    place: (local: number, second: number | null): Placed => {
      const own = second === null ? null : offsetOf({ local, second })
      if (offset === null) return clock ? byClock(clock, local) : 'zone_unknown'
      if (!own || own.late > promptSecondsLimit) return local - offset
      const isBelieved = own.offset === offset || differByClockChange(own.offset, offset)
      const placed = local - (isBelieved ? own.offset : offset)
      hearChange(own.offset, offset)
      return placed
    },
  }
}

export type LocalTimes = ReturnType<typeof openLocalTimes>

type Clock = ReturnType<typeof zoneClock>

function clockOf(timeZone: string | null): Clock | null {
  try {
    return timeZone === null ? null : zoneClock(timeZone)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function byClock(clock: Clock, local: number): Placed {
  const instant = clock.instantOf(local * 1000)
  return typeof instant === 'number' ? instant / 1000 : instant
}
