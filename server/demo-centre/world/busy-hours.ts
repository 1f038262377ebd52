import { normal, wholeNumber } from './draws.ts'
import { firstSecondOf, secondsPerHour, weekdayOf } from './calendar.ts'
import { type Random } from './random.ts'

/** The line is open at night too; these many first calls an hour come at any hour of any day. */
const atAnyHour = 15
/** Beyond that, how a day's first calls fall on its hours: a peak at ten, one after three. */
const byHour = [
  0, 0, 0, 0, 0, 0, 0.5, 2, 5.6, 8.8, 9.9, 9.2, 6.8, 7, 8.5, 8.9, 8, 6.2, 4.4, 3.2, 2, 1, 0.3, 0,
] as const
/** Monday to Sunday. */
const byWeekday = [1.19, 1.06, 1.01, 1, 1.03, 0.5, 0.34] as const
const callsPerUnit = 9.5

/** First calls about something (not returns) to be expected in an hour of the day. */
const newCasesPerHour = (weekday: number, hour: number) =>
  atAnyHour + (byHour[hour] ?? 0) * (byWeekday[weekday] ?? 1) * callsPerUnit

/** When the day's new callers reach the system: seconds, ascending. */
export function arrivalsOf(day: number, random: Random): number[] {
  const weekday = weekdayOf(day)
  const arrivals: number[] = []
  for (let hour = 0; hour < 24; hour += 1) {
    const expected = newCasesPerHour(weekday, hour)
    const count = Math.max(0, Math.round(expected + Math.sqrt(expected) * normal(random)))
    const from = firstSecondOf(day) + hour * secondsPerHour
    for (let nth = 0; nth < count; nth += 1) {
      arrivals.push(from + wholeNumber(random, 0, secondsPerHour - 1))
    }
  }
  return arrivals.sort((one, other) => one - other)
}

/** How likely somebody who may choose would call at this hour rather than wait, 0 to 1. */
export const inclinationAt = (hour: number) => 0.06 + (byHour[hour] ?? 0) / 10.6
