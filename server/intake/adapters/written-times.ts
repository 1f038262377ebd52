import { momentFormat } from '../mapping/moment-format.ts'
import { zoneClock, type ZoneClock } from '../mapping/zone-clock.ts'
import { type RecordRefusalReason } from '../../../shared/calls/record-refusal.ts'
import { quoted } from './line-outcomes.ts'

/** Zones of one file; names beyond it are damage. */
const zonesLimit = 500

/** A date and time, and the beginning of an offset from UTC where one follows. */
export const writtenStamp =
  /\d{4}[-/]\d{1,2}[-/]\d{1,2}[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?( ?(?:Z|[+-]\d))?/

/** Whether the first time in the beginning of a file has an offset; null where there is no time. */
export function offsetIn(head: string): 'written' | 'none' | null {
  const stamp = writtenStamp.exec(head)
  if (!stamp) return null
  return stamp[1] === undefined ? 'none' : 'written'
}

/** An instant that could not be read, and why. */
export type TimeFault = { reason: RecordRefusalReason; message: string }

export type WrittenTimes = {
  /**
   * Epoch milliseconds of a written date and time, or what is wrong with it.
   *
   * @param zone IANA name that counts where the text has no offset; null: not known
   */
  read: (text: string, zone: string | null) => number | TimeFault
}

/** Reads dates and times written in one of these formats of the mapping language. */
export function writtenTimes(...formats: readonly string[]): WrittenTimes {
  const readers = formats.flatMap((format) => {
    const reader = momentFormat(format)
    return typeof reader === 'string' ? [] : [reader]
  })
  const clocks = new Map<string, ZoneClock | null>()
  const clockOf = (zone: string): ZoneClock | null => {
    if (!clocks.has(zone) && clocks.size < zonesLimit) clocks.set(zone, clockOrNull(zone))
    return clocks.get(zone) ?? null
  }
  const placed = (local: number, text: string, zone: string | null): number | TimeFault => {
    if (zone === null) return fault(`${quoted(text)} names no time zone. Set the source's zone.`)
    const clock = clockOf(zone)
    if (!clock) return fault(`${quoted(zone)} is no time zone, such as Europe/Berlin. Correct it.`)
    const instant = clock.instantOf(local)
    if (typeof instant === 'number') return instant
    return instant === 'ambiguous'
      ? {
          reason: 'time_ambiguous',
          message: `${quoted(text)} occurs twice in ${zone}: the clocks were set back. Export in UTC to tell which it is.`,
        }
      : {
          reason: 'time_missing',
          message: `${quoted(text)} never occurs in ${zone}: the clocks were set forward. Check the source's zone.`,
        }
  }
  return {
    read: (text, zone) => {
      for (const reader of readers) {
        const moment = reader.read(text)
        if (!moment) continue
        if (moment.kind === 'instant') return moment.milliseconds
        return placed(moment.milliseconds, text, zone)
      }
      return fault(`${quoted(text)} is no date and time. Export again, without a spreadsheet.`)
    },
  }
}

const fault = (message: string): TimeFault => ({ reason: 'field_invalid', message })

function clockOrNull(zone: string): ZoneClock | null {
  try {
    return zoneClock(zone)
  } catch {
    return null
  }
}
