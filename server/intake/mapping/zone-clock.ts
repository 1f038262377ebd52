import { Temporal } from 'temporal-polyfill'
import { invariant } from '../../../shared/invariant.ts'

const hour = 3_600_000
const day = 24 * hour
/** Days kept at once; about 27 years of calls in one file. A full cache starts again. */
const cachedDaysLimit = 10_000
/** No zone was ever further from UTC than this, either way. */
const offsetLimit = 26 * hour

/** One stretch of time without a clock change, and the zone's offset from UTC during it. */
type Stretch = { from: number; until: number; offset: number }

/** Wall time in one zone. Local times are milliseconds as if the wall clock showed UTC. */
export type ZoneClock = {
  /** The instant of a local time; a time that occurs twice or never is said to be so. */
  instantOf: (local: number) => number | 'ambiguous' | 'missing'
  /** The last instant at which the clocks show that local time; null if they never do. */
  lastInstantOf: (local: number) => number | null
  localOf: (instant: number) => number
}

/**
 * A zone's clock, exact at every clock change and fast between them: the changes around a day
 * are asked for once per day, not once per row.
 *
 * @param zone IANA name (Europe/Berlin), UTC, or a fixed offset (+02:00)
 * @throws RangeError if there is no such zone
 */
export function zoneClock(zone: string): ZoneClock {
  Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
  const stretchesByDay = new Map<number, Stretch[]>()
  let dayAtHand = Number.NaN
  let stretchesAtHand: Stretch[] = []

  const around = (milliseconds: number): Stretch[] => {
    const place = Math.floor(milliseconds / day)
    if (place === dayAtHand) return stretchesAtHand
    if (stretchesByDay.size >= cachedDaysLimit) stretchesByDay.clear()
    const stretches = stretchesByDay.get(place) ?? stretchesAround(zone, place * day)
    stretchesByDay.set(place, stretches)
    dayAtHand = place
    stretchesAtHand = stretches
    return stretches
  }
  return {
    instantOf: (local) => {
      const stretches = around(local)
      const [only] = stretches
      if (only && stretches.length === 1) return local - only.offset
      const instants = instantsOf(stretches, local)
      return instants.length > 1 ? 'ambiguous' : (instants[0] ?? 'missing')
    },
    lastInstantOf: (local) => instantsOf(around(local), local).at(-1) ?? null,
    localOf: (instant) => {
      const stretch = around(instant).find(({ until }) => instant < until)
      invariant(stretch, 'the last stretch around a day ends after it')
      return instant + stretch.offset
    },
  }
}

const instantsOf = (stretches: Stretch[], local: number): number[] => {
  const instants: number[] = []
  for (const { from, until, offset } of stretches) {
    const instant = local - offset
    if (from <= instant && instant < until) instants.push(instant)
  }
  return instants
}

/** The stretches that hold every instant whose local or UTC day begins at `dayStart`. */
function stretchesAround(zone: string, dayStart: number): Stretch[] {
  const until = dayStart + day + offsetLimit
  const stretches: Stretch[] = []
  let now = Temporal.Instant.fromEpochMilliseconds(dayStart - offsetLimit).toZonedDateTimeISO(zone)
  let from = Number.NEGATIVE_INFINITY
  for (;;) {
    const next = now.getTimeZoneTransition('next')
    const end = next === null ? Number.POSITIVE_INFINITY : next.epochMilliseconds
    stretches.push({ from, until: end, offset: now.offsetNanoseconds / 1e6 })
    if (next === null || end > until) return stretches
    now = next
    from = end
  }
}
