const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** The time between two contacts, as roughly as people say it: "3 days", "2 hours", "20 minutes". */
export function sayGap(from: string, to: string): string {
  const gap = Math.abs(Date.parse(to) - Date.parse(from))
  if (gap >= day) return many(Math.round(gap / day), 'day')
  if (gap >= hour) return many(Math.round(gap / hour), 'hour')
  return many(Math.max(Math.round(gap / minute), 1), 'minute')
}

const many = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`
