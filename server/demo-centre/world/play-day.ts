import { type Attempt } from './attempt.ts'
import { dayOf } from './calendar.ts'
import { type Desk } from './desk.ts'
import { newCasesOf } from './new-cases.ts'
import { seededRandom } from './random.ts'
import { rotaOf } from './rota.ts'
import { type SimulatedCall } from './simulated-call.ts'
import { takeAttempt } from './take-attempt.ts'
import { type World } from './world.ts'

/** What one day leaves to the next: who will call, and who is still on a call at midnight. */
export type Evening = { attempts: readonly Attempt[]; freeAt: readonly number[] }

export const nothingYet: Evening = { attempts: [], freeAt: [] }

/**
 * One day of the centre, call by call in the order in which they begin: new matters and the
 * returns that earlier calls have left behind meet the reps who are in.
 */
export function playDay(
  world: World,
  day: number,
  before: Evening,
): { calls: SimulatedCall[]; evening: Evening } {
  const random = seededRandom(world.seed, day, 0xca11)
  const desk: Desk = {
    people: world.people,
    placesByQueue: world.placesByQueue,
    shifts: rotaOf(world.seed, world.people, day, world.firstDay),
    freeAt: world.people.map(({ place }) => before.freeAt[place] ?? 0),
  }
  const isToday = (attempt: Attempt) => dayOf(attempt.at) <= day
  const today = [...before.attempts.filter(isToday), ...newCasesOf(day, random)]
  today.sort((one, other) => one.at - other.at)
  const later = before.attempts.filter((attempt) => !isToday(attempt))
  const calls: SimulatedCall[] = []
  for (let place = 0; place < today.length; place += 1) {
    const attempt = today[place]
    const taken = attempt && takeAttempt(world, desk, attempt, place, random)
    if (!taken) continue
    calls.push(taken.call)
    if (taken.next === null) continue
    if (isToday(taken.next)) insertByTime(today, taken.next, place + 1)
    else later.push(taken.next)
  }
  calls.sort((one, other) => one.attempt.at - other.attempt.at)
  return { calls, evening: { attempts: later, freeAt: desk.freeAt } }
}

/** Keeps a list in order of time; what comes at the same second goes behind. */
function insertByTime(attempts: Attempt[], attempt: Attempt, from: number): void {
  let least = from
  let most = attempts.length
  while (least < most) {
    const middle = (least + most) >> 1
    if ((attempts[middle]?.at ?? Infinity) <= attempt.at) least = middle + 1
    else most = middle
  }
  attempts.splice(least, 0, attempt)
}
