import { type AircallEvent } from './event.ts'
import { isOfCourse } from './in-order.ts'

/** Seconds since 1970 have ten digits until the year 2286; the number of events stands above. */
const perEvent = 1e11
const eventsCountedLimit = 10_000

/**
 * The version of a record made of these events: one that rests on more of the call's course wins,
 * and of two that rest on as much, the later one. So a tag that arrives alone a day later does not
 * put a record without hold and wrap-up in place of the whole one.
 *
 * @param events each once
 */
export function versionOf(events: readonly AircallEvent[]): number {
  const known = Math.min(events.filter(isOfCourse).length, eventsCountedLimit)
  const latest = events.reduce((late, { at }) => Math.max(late, at), 0)
  return known * perEvent + Math.floor(latest / 1000)
}
