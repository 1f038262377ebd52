import { type NamedRow } from '../named-row-reading.ts'
import { type TimeFault, type WrittenTimes } from '../written-times.ts'

/**
 * When a call of Aircall's call history began, in epoch milliseconds. The column in UTC says it;
 * where an older export lacks it, the local time does, in the zone of the number, which is one of
 * several in a file. "call start time" is in the account's zone and names none: it is not read.
 */
export function csvStart(
  row: NamedRow,
  times: WrittenTimes,
  zoneOfSource: string | null,
): number | TimeFault {
  const utc = row.cell('datetime (utc)')
  if (utc !== null) return times.read(utc, 'UTC')
  const local = row.cell('datetime (tz offset incl.)') ?? dateAndTime(row)
  if (local === null) {
    return {
      reason: 'field_missing',
      message: 'The row has no start: "datetime (utc)" is empty. Fill it in, or export again.',
    }
  }
  return times.read(local, row.cell('number timezone') ?? zoneOfSource)
}

function dateAndTime(row: NamedRow): string | null {
  const date = row.cell('date (tz offset incl.)')
  const time = row.cell('time (tz offset incl.)')
  return date === null || time === null ? null : `${date} ${time}`
}
