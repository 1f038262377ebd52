import { dayOf } from './calendar.ts'
import { type SimulatedCall } from './simulated-call.ts'

/**
 * Up to when everything that began has been told: now, or the second before the earliest call
 * that is still under way. All in seconds since 1970.
 */
export function completeUntil(
  days: (day: number) => readonly SimulatedCall[],
  now: number,
): number {
  let complete = now
  for (const day of [dayOf(now) - 1, dayOf(now)]) {
    for (const { attempt, firstKnownAt, knownAt } of days(day)) {
      const isUnderWay = attempt.at <= complete && (firstKnownAt ?? knownAt) > now
      if (isUnderWay) complete = attempt.at - 1
    }
  }
  return complete
}
