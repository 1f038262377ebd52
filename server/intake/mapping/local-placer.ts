import { type Fault, type Row } from './draft.ts'
import { quoted } from './mapped-value.ts'
import { type ZoneClock } from './zone-clock.ts'

/**
 * Turns a local time into an instant.
 *
 * @param milliseconds as the wall shows it, from 1970 or from midnight
 * @param text as it stood in the row, for messages
 */
export type Placer = (milliseconds: number, text: string, row: Row) => number | null | Fault

export const localPlacer =
  (clock: ZoneClock, zone: string): Placer =>
  (milliseconds, text) => {
    const instant = clock.instantOf(milliseconds)
    return typeof instant === 'number' ? instant : atClockChange(instant, text, zone)
  }

/** A local time at which the clocks were changed isn't guessed. */
export function atClockChange(found: 'ambiguous' | 'missing', text: string, zone: string): Fault {
  return found === 'ambiguous'
    ? {
        reason: 'time_ambiguous',
        message: `${quoted(text)} occurs twice in ${zone}: the clocks were set back; export with UTC or an offset to tell which`,
      }
    : {
        reason: 'time_missing',
        message: `${quoted(text)} never occurs in ${zone}: the clocks were set forward; check the zone of the file`,
      }
}
