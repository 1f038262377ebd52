import { type AircallEvent } from './event.ts'
import { isOfCourse } from './in-order.ts'

/**
 * The last digit is how many events of the latest second are not of the course. Above it stand the
 * seconds since 1970, ten digits until the year 2286, and above them the events of the course.
 */
const [perSecond, perEvent] = [10, 1e12]
const eventsCountedLimit = 9_000
const besideCountedLimit = 9

/**
 * The version of a record made of these events: one that rests on more of the call's course wins,
 * and of two that rest on as much, the later one; of two of the same second, the one of more events.
 * So a tag that arrives alone a day later does not put a record without hold and wrap-up in place of
 * the whole one.
 *
 * @param events each once
 */
export function versionOf(events: readonly AircallEvent[]): number {
  const known = Math.min(events.filter(isOfCourse).length, eventsCountedLimit)
  const secondOf = ({ at }: AircallEvent): number => Math.floor(at / 1000)
  const latest = events.reduce((late, event) => Math.max(late, secondOf(event)), 0)
  const beside = events.filter((event) => !isOfCourse(event) && secondOf(event) === latest).length
  return known * perEvent + latest * perSecond + Math.min(beside, besideCountedLimit)
}
