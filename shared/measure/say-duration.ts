const secondsPerMinute = 60
const secondsPerHour = 3600

/**
 * A duration as people say it: "45 s", "4 min 10 s", "28 min", "1 h 5 min". Exact to the second
 * below an hour, to the nearest minute from there on; parts that are zero are not said.
 */
export function sayDuration(seconds: number): string {
  const size = nearest(Math.abs(seconds))
  const parts = [
    { value: Math.floor(size / secondsPerHour), unit: 'h' },
    { value: Math.floor((size % secondsPerHour) / secondsPerMinute), unit: 'min' },
    { value: size % secondsPerMinute, unit: 's' },
  ].filter(({ value }) => value > 0)
  if (parts.length === 0) return '0 s'
  return (seconds < 0 ? '−' : '') + parts.map(({ value, unit }) => `${value} ${unit}`).join(' ')
}

function nearest(seconds: number): number {
  const whole = Math.round(seconds)
  return whole < secondsPerHour ? whole : Math.round(seconds / secondsPerMinute) * secondsPerMinute
}
