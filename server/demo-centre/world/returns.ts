import { type Attempt } from './attempt.ts'
import { inclinationAt } from './busy-hours.ts'
import { secondsPerDay, secondsPerHour } from './calendar.ts'
import { type Manner } from './manner.ts'
import { type Random } from './random.ts'

/**
 * Up to which share of all who return have done so after 1, 2, … 7 days: nearly half within the
 * first, then fewer each day.
 */
const returnedByDay = [0.48, 0.66, 0.78, 0.87, 0.93, 0.97, 1] as const
const brushedOffReturnedByDay = [0.72, 0.96, 1] as const

const returnShare = 0.87
const brushedOffReturnShare = 0.95
/** Even a matter that is settled comes up again within the week now and then. */
const coincidenceShare = 0.025
const abandonedReturnShare = 0.62
const abandonedReturnHours = 5
/** After so many calls about one matter a customer gives up. */
const callsPerMatterLimit = 8
/** How often a moment is moved because nobody calls at such an hour. */
const triesLimit = 4
const leastPauseSeconds = 240

/** What the customer does after a call that was answered; null: nothing more. */
export function returnAfter(
  attempt: Attempt,
  { isResolved, manner }: { isResolved: boolean; manner: Manner },
  random: Random,
): Attempt | null {
  if (attempt.position >= callsPerMatterLimit) return null
  const next = (delay: number) => customersCall(attempt, attempt.at + delay, attempt.position + 1)
  if (isResolved) {
    return random() < coincidenceShare
      ? next(delayWithin(attempt.at, 0, 7 * secondsPerDay, random))
      : null
  }
  if (manner === 'cut_off') return next(60 + Math.floor(random() * 600))
  const isBrushedOff = manner === 'brushed_off'
  if (random() >= (isBrushedOff ? brushedOffReturnShare : returnShare)) return null
  const lot = random()
  const byDay = isBrushedOff ? brushedOffReturnedByDay : returnedByDay
  const day = byDay.findIndex((share) => lot < share)
  return next(delayWithin(attempt.at, day * secondsPerDay, (day + 1) * secondsPerDay, random))
}

/** Whether somebody who left the queue tries again. @param at when they left */
export function returnAfterAbandoning(
  attempt: Attempt,
  at: number,
  random: Random,
): Attempt | null {
  if (attempt.position >= callsPerMatterLimit || random() >= abandonedReturnShare) return null
  const delay = delayWithin(at, 0, abandonedReturnHours * secondsPerHour, random)
  return customersCall(attempt, at + delay, attempt.position + 1)
}

/** The call-back a rep has promised: within two days, at an hour at which one calls people. */
export function promisedCall(attempt: Attempt, at: number, rep: number, random: Random): Attempt {
  const delay = delayWithin(at, secondsPerHour, 2 * secondsPerDay, random)
  return { ...attempt, at: at + delay, direction: 'outbound', promisedBy: rep }
}

const customersCall = (attempt: Attempt, at: number, position: number): Attempt => ({
  ...attempt,
  at,
  position,
  direction: 'inbound',
  promisedBy: null,
})

/** A delay between two bounds that leads to an hour at which people call; early ones first. */
function delayWithin(at: number, least: number, most: number, random: Random): number {
  const from = Math.max(leastPauseSeconds, least)
  let delay = from
  for (let tries = 0; tries < triesLimit; tries += 1) {
    delay = Math.floor(from + (most - from) * random() ** 1.3)
    const hour = Math.floor(((at + delay) % secondsPerDay) / secondsPerHour)
    if (random() < inclinationAt(hour)) break
  }
  return delay
}
