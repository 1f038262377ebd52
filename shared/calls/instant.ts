/**
 * Epoch milliseconds of an RFC 3339 instant; NaN where its day does not exist, which
 * Date.parse would let roll over into the next month.
 */
export function instantOf(text: string): number {
  const day = Number(text.slice(8, 10))
  // Every month has these; to ask for its last day takes longer than all the rest.
  if (day >= 1 && day <= 28) return Date.parse(text)
  const lastDay = new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0))
  return day >= 1 && day <= lastDay.getUTCDate() ? Date.parse(text) : Number.NaN
}
