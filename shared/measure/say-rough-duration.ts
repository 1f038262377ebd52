import { sayDuration } from './say-duration.ts'

const secondsPerMinute = 60
const secondsPerHour = 3_600
/** From here on minutes are digits an estimate does not support. */
const wholeHoursFrom = 10 * secondsPerHour

/**
 * An estimated duration, without digits its uncertainty does not support: whole hours from ten
 * hours on, whole minutes from one minute on ("11 min" for 675 s), whole seconds below.
 */
export function sayRoughDuration(seconds: number): string {
  const size = Math.abs(seconds)
  if (size < secondsPerMinute) return sayDuration(seconds)
  const step = size < wholeHoursFrom ? secondsPerMinute : secondsPerHour
  return sayDuration(Math.sign(seconds) * Math.round(size / step) * step)
}
