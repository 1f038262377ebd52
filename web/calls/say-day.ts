/** Days are said in one language until texts are translated; the zone is the viewer's. */
const locale = 'en-GB'

/**
 * A day inside a sentence: "9 March", or "9 Mar" where there is little room, with the year where
 * it is not the present one.
 *
 * @param timeZone IANA name; the viewer's own where left out
 */
export function sayDay(
  instant: string,
  now: Date,
  month: 'long' | 'short',
  timeZone?: string,
): string {
  const zone = timeZone === undefined ? {} : { timeZone }
  const year = new Intl.DateTimeFormat(locale, { ...zone, year: 'numeric' })
  const at = new Date(instant)
  const isThisYear = year.format(at) === year.format(now)
  return new Intl.DateTimeFormat(locale, {
    ...zone,
    day: 'numeric',
    month,
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at)
}
