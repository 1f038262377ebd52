/** Days are said in one language until texts are translated. */
const locale = 'en-GB'

const long = new Intl.DateTimeFormat(locale, {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const short = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' })

/** A day of UTC as people say it: "9 March 2026", or "9 Mar" where there is little room. */
export const sayUtcDay = (day: string, length: 'long' | 'short' = 'long'): string =>
  (length === 'long' ? long : short).format(new Date(`${day}T00:00:00Z`))
