import { nothingYet, playDay, type Evening } from './play-day.ts'
import { type SimulatedCall } from './simulated-call.ts'
import { type World } from './world.ts'

/** Days played before the first one told, so that it has its share of returns like any other. */
export const warmUpDays = 12
/** A call that began before midnight may be told, or told again, after it. */
const daysKept = 3

/**
 * The calls of any day at or after the world's first, in the order in which they begin. A day
 * follows from the one before, so the days up to the one asked for are played first, at about a
 * hundred a second; asking for the next one, or for one of the last three again, costs nothing more.
 */
export function daysOf(world: World): (day: number) => readonly SimulatedCall[] {
  const dayBefore = world.firstDay - warmUpDays - 1
  let played = dayBefore
  let evening: Evening = nothingYet
  let kept = new Map<number, readonly SimulatedCall[]>()
  return (day) => {
    if (day <= dayBefore) return []
    if (day < played - daysKept + 1) {
      played = dayBefore
      evening = nothingYet
      kept = new Map()
    }
    while (played < day) {
      played += 1
      const next = playDay(world, played, evening)
      evening = next.evening
      kept.set(played, next.calls)
      kept.delete(played - daysKept)
    }
    return day < world.firstDay ? [] : (kept.get(day) ?? [])
  }
}
