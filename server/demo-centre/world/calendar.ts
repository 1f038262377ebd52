/**
 * Days are whole numbers since 1970-01-01 and seconds whole numbers since its first second,
 * both in UTC: the simulated centre keeps its hours by it.
 */
export const secondsPerDay = 86_400
export const secondsPerHour = 3_600

export const dayOf = (seconds: number) => Math.floor(seconds / secondsPerDay)
export const firstSecondOf = (day: number) => day * secondsPerDay

/** 0 is Monday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number) => (day + 3) % 7

/** YYYY-MM-DD, and back. */
export const dateOf = (day: number) =>
  new Date(firstSecondOf(day) * 1_000).toISOString().slice(0, 10)
export const dayOfDate = (date: string) => dayOf(Date.parse(`${date}T00:00:00Z`) / 1_000)

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

/**
 * Writes instants of one day after another as records carry them: RFC 3339, whole seconds, UTC.
 * A history has a million instants and hardly ever a new date, so the last date is kept.
 */
export function instantWriter(): (seconds: number) => string {
  let written = NaN
  let date = ''
  return (seconds) => {
    const day = dayOf(seconds)
    if (day !== written) {
      written = day
      date = dateOf(day)
    }
    const inDay = seconds - firstSecondOf(day)
    const hour = twoDigits[Math.floor(inDay / secondsPerHour)] ?? ''
    const minute = twoDigits[Math.floor((inDay % secondsPerHour) / 60)] ?? ''
    return `${date}T${hour}:${minute}:${twoDigits[inDay % 60] ?? ''}Z`
  }
}
