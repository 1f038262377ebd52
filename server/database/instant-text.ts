const dayMilliseconds = 86_400_000
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

let lastDay = Number.NaN
let lastDayText = ''

/**
 * An instant as `toISOString` writes it, for a fraction of what that takes: rows have several, and
 * most are of the same day as the one before.
 *
 * @param at epoch milliseconds of an instant that exists
 */
export function instantText(at: number): string {
  const day = Math.floor(at / dayMilliseconds)
  if (day !== lastDay) {
    lastDay = day
    lastDayText = new Date(at).toISOString().slice(0, -'00:00:00.000Z'.length)
  }
  const milliseconds = at - day * dayMilliseconds
  const seconds = Math.floor(milliseconds / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const fraction = String(milliseconds % 1000).padStart(3, '0')
  return `${lastDayText}${twoDigits[hours] ?? ''}:${twoDigits[minutes] ?? ''}:${twoDigits[seconds % 60] ?? ''}.${fraction}Z`
}
