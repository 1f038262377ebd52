import { firstSecondOf, secondsPerHour, weekdayOf } from './calendar.ts'
import { type SimulatedRep } from './people.ts'
import { seededRandom } from './random.ts'

/** When a rep takes calls on a day, in seconds since 1970. */
export type Shift = { from: number; until: number }

/** Hours from midnight, and how many of the reps of an ordinary weekday work them. */
const nightShift = [0, 7.25] as const
const eveningShift = [15.75, 24] as const
const dayShifts = [
  { hours: [6.75, 15.25], upTo: 0.28 },
  { hours: [7.9, 16.9], upTo: 0.62 },
  { hours: [11.25, 20.5], upTo: 1 },
] as const

const presentOnWeekdays = 0.91
const presentOnWeekends = 0.42
/** One week in about fourteen is a holiday. */
const holidayShare = 0.07
/** A week of nights or of evenings comes round after ten; there are always six of each. */
const weeksOfRotation = 10

/** Who works when: one entry a rep, null on days off. The same for the same seed and day. */
export function rotaOf(
  seed: number,
  people: readonly SimulatedRep[],
  day: number,
  firstDay: number,
): (Shift | null)[] {
  return people.map((rep) => (day - firstDay < rep.hiredOn ? null : shiftOf(seed, rep.place, day)))
}

function shiftOf(seed: number, place: number, day: number): Shift | null {
  const week = Math.floor((day + 3) / 7)
  const turn = (place + week * 7) % weeksOfRotation
  if (turn === 0) return between(day, nightShift)
  if (turn === 5) return between(day, eveningShift)
  if (seededRandom(seed, place, week, 0x401)() < holidayShare) return null
  const random = seededRandom(seed, place, day, 0x402)
  const present = weekdayOf(day) < 5 ? presentOnWeekdays : presentOnWeekends
  if (random() >= present) return null
  const lot = seededRandom(seed, place, week, 0x403)()
  const shift = dayShifts.find(({ upTo }) => lot < upTo) ?? dayShifts[1]
  return between(day, shift.hours)
}

const between = (day: number, [from, until]: readonly [number, number]): Shift => ({
  from: firstSecondOf(day) + from * secondsPerHour,
  until: firstSecondOf(day) + until * secondsPerHour,
})
