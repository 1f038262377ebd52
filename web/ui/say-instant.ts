/** Day and time are said in one language until texts are translated; the zone is the viewer's. */
const locale = 'en-GB'

/**
 * An instant as people say it: "today 14:05", "yesterday 09:12", "Tue 4 Mar 14:05" within the
 * year, "4 Mar 1999, 14:05" before it.
 * @param timeZone IANA name; the viewer's own where left out
 */
export function sayInstant(at: Date, now: Date, timeZone?: string): string {
  return `${sayDayOf(at, now, timeZone)} ${sayTime(at, timeZone)}`
}

/** The day alone: "today", "yesterday", "Tue 4 Mar" or "4 Mar 1999,". */
function sayDayOf(at: Date, now: Date, timeZone: string | undefined): string {
  const days = dayNumber(now, timeZone) - dayNumber(at, timeZone)
  if (days === 0) return 'today'
  if (days === 1) return 'yesterday'
  if (days === -1) return 'tomorrow'
  const isThisYear = yearOf(at, timeZone) === yearOf(now, timeZone)
  const zone = timeZone === undefined ? {} : { timeZone }
  const said = new Intl.DateTimeFormat(locale, {
    ...zone,
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? { weekday: 'short' } : { year: 'numeric' }),
  }).format(at)
  return isThisYear ? said.replace(',', '') : `${said},`
}

/** The whole instant with its zone, for a title: "Tuesday 4 March 2025 at 14:05:09 CET". */
export function sayInstantInFull(at: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    ...(timeZone === undefined ? {} : { timeZone }),
    dateStyle: 'full',
    timeStyle: 'long',
  }).format(at)
}

const sayTime = (at: Date, timeZone: string | undefined) =>
  new Intl.DateTimeFormat(locale, {
    ...(timeZone === undefined ? {} : { timeZone }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)

/** Days since 1970 in the zone, so that "yesterday" means the calendar, not 24 hours. */
function dayNumber(at: Date, timeZone: string | undefined): number {
  const [year, month, day] = calendarDay(at, timeZone)
  return Date.UTC(year, month - 1, day) / 86_400_000
}

const yearOf = (at: Date, timeZone: string | undefined) => calendarDay(at, timeZone)[0]

function calendarDay(at: Date, timeZone: string | undefined): [number, number, number] {
  const parts = new Intl.DateTimeFormat(locale, {
    ...(timeZone === undefined ? {} : { timeZone }),
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(at)
  const numberOf = (type: 'year' | 'month' | 'day') =>
    Number(parts.find((part) => part.type === type)?.value)
  return [numberOf('year'), numberOf('month'), numberOf('day')]
}
