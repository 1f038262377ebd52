import { type Ender, type Ending } from '../../../shared/calls/words.ts'
import { type Attempt } from './attempt.ts'
import { craft } from './characters.ts'
import { legTimes, type LegTimes } from './leg-times.ts'
import { mannerOf, type Manner } from './manner.ts'
import { type SimulatedRep } from './people.ts'
import { type Random } from './random.ts'
import { resolutionChance } from './resolution.ts'

/** One rep's part in a call. */
export type Part = {
  rep: SimulatedRep
  ringSeconds: number
  /** Seconds since 1970. */
  answeredAt: number
  times: LegTimes
  ending: Ending
  endedBy: Ender
  isNeutral: boolean
}

export type Conversation = { part: Part; isResolved: boolean; manner: Manner }

/** Somebody has picked up. */
export type PickUp = {
  rep: SimulatedRep
  ringSeconds: number
  /** Seconds since 1970. */
  answeredAt: number
  waitedSeconds: number
}

/**
 * One rep talks with the customer until it is settled, given up, or cut.
 *
 * @param day whole days since the world began, for what a beginner has learned
 */
export function conversation(
  attempt: Attempt,
  { rep, ringSeconds, answeredAt, waitedSeconds }: PickUp,
  given: { day: number; isHandedOn: boolean },
  random: Random,
): Conversation {
  const way = craft(rep.character, attempt.issue, given.day - rep.hiredOn)
  const isCallBack = attempt.direction === 'outbound'
  const manner = isCallBack ? 'worked_on' : mannerOf(rep, attempt.issue, waitedSeconds, random)
  const ease = way.ease + rep.ease
  const chance = resolutionChance(attempt, { ease, manner, isHandedOn: given.isHandedOn })
  const isResolved = random() < chance
  const { medianSeconds, sigma } = attempt.issue
  const pace = way.pace * rep.pace
  const times = legTimes({ medianSeconds, sigma, pace, manner, isResolved }, random)
  const isCutOff = manner === 'cut_off'
  const ending = isCutOff ? 'lost' : 'completed'
  const endedBy = enderOf(manner, random)
  return {
    part: { rep, ringSeconds, answeredAt, times, ending, endedBy, isNeutral: isCutOff },
    isResolved,
    manner,
  }
}

function enderOf(manner: Manner, random: Random): Ender {
  if (manner === 'cut_off') return 'system'
  const lot = random()
  if (manner === 'brushed_off') return lot < 0.88 ? 'rep' : 'customer'
  if (lot < 0.63) return 'customer'
  return lot < 0.96 ? 'rep' : 'unknown'
}

/** When a part is over for the customer, and when the rep has finished with it. */
export const talkEndsAt = ({ answeredAt, times }: Part) => answeredAt + times.talk + times.hold
export const partEndsAt = (part: Part) => talkEndsAt(part) + part.times.wrap
