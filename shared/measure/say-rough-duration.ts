import { sayDuration } from './say-duration.ts'

const secondsPerMinute = 60

/**
 * An estimated duration, without digits its uncertainty does not support: whole minutes from one
 * minute on ("11 min" for 675 s), whole seconds below.
 */
export function sayRoughDuration(seconds: number): string {
  if (Math.abs(seconds) < secondsPerMinute) return sayDuration(seconds)
  return sayDuration(Math.sign(seconds) * Math.round(Math.abs(seconds) / secondsPerMinute) * 60)
}
