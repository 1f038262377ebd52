import { type MomentField } from '../../../shared/intake/mapping-source.ts'
import { quoted } from './mapped-value.ts'
import { atClockChange, type Placer } from './local-placer.ts'
import { type ZoneClock } from './zone-clock.ts'

const day = 86_400_000
const hour = 3_600_000
/** Clocks of one system write whole seconds; one rounds up where the other rounds down. */
const rounding = 1_000

type Anchored = {
  onDayOf: MomentField
  nextDayWithinHours?: number
  impossible?: 'refuse' | 'null'
}

/**
 * Places a time of day on the local day of another field, or on the next day where it would lie
 * before that field and the next day's is near enough. Otherwise it is impossible.
 */
export function timeOfDayPlacer(clock: ZoneClock, zone: string, options: Anchored): Placer {
  const { onDayOf, impossible } = options
  const within = (options.nextDayWithinHours ?? 0) * hour

  return (timeOfDay, text, { draft }) => {
    const anchor = draft[onDayOf]
    if (anchor === null) return null
    const localAnchor = clock.localOf(anchor)
    const local = Math.floor(localAnchor / day) * day + timeOfDay
    const sameDay = clock.instantOf(local)
    if (typeof sameDay === 'number' && sameDay >= anchor - rounding) return sameDay
    const last = clock.lastInstantOf(local)
    if (sameDay === 'ambiguous' && last !== null && last >= anchor - rounding) {
      return atClockChange(sameDay, text, zone)
    }
    if (sameDay === 'missing' && local >= localAnchor) return atClockChange(sameDay, text, zone)
    const nextDay = clock.instantOf(local + day)
    if (typeof nextDay === 'number') {
      if (nextDay - anchor <= within) return nextDay
    } else if (local + day - localAnchor <= within) {
      return atClockChange(nextDay, text, zone)
    }
    if (impossible === 'null') return null
    return {
      reason: 'inconsistent',
      message: `${quoted(text)} lies before ${onDayOf}, and too far after it for the next day; where that means "not known", the mapping can say so (impossible: null)`,
    }
  }
}
