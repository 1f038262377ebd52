import { type Ending } from '../../../shared/calls/words.ts'
import { type Attempt } from './attempt.ts'
import { handOnFactors } from './characters.ts'
import { talkEndsAt, type Conversation, type Part, type PickUp } from './conversation.ts'
import { wholeNumber } from './draws.ts'
import { legTimes } from './leg-times.ts'
import { type SimulatedRep } from './people.ts'
import { type Random } from './random.ts'

export type HandOn = {
  ending: Extract<Ending, 'blind_transfer' | 'attended_transfer' | 'conference'>
  /** The system had sent the caller to the wrong rep: nobody's doing. */
  isMisrouted: boolean
}

const misroutedShare = 0.012
const handOnShare = 0.084
const handOnShareOfHard = 0.13
const blindShare = 0.5
const attendedShare = 0.4
/** What is done before a call is handed on takes about this much of the whole. */
const timeBeforeHandOn = 0.36

/** Whether this rep hands the call on, and how. */
export function handOnOf(attempt: Attempt, rep: SimulatedRep, random: Random): HandOn | null {
  if (attempt.direction === 'outbound') return null
  if (random() < misroutedShare) return { ending: 'blind_transfer', isMisrouted: true }
  const share = attempt.issue.isHard ? handOnShareOfHard : handOnShare
  if (random() >= share * handOnFactors[rep.character]) return null
  const lot = random()
  if (lot < blindShare) return { ending: 'blind_transfer', isMisrouted: false }
  const isAttended = lot < blindShare + attendedShare
  return { ending: isAttended ? 'attended_transfer' : 'conference', isMisrouted: false }
}

/** The part of a rep who hands the call on, up to the moment of doing so. */
export function partBeforeHandOn(
  attempt: Attempt,
  { rep, answeredAt, ringSeconds }: PickUp,
  handOn: HandOn,
  random: Random,
): Part {
  const times = handOn.isMisrouted
    ? { talk: wholeNumber(random, 14, 55), hold: 0, wrap: wholeNumber(random, 1, 6) }
    : legTimes(
        {
          medianSeconds: Math.max(45, attempt.issue.medianSeconds * timeBeforeHandOn),
          sigma: attempt.issue.sigma,
          pace: rep.pace,
          manner: 'worked_on',
          isResolved: true,
        },
        random,
      )
  // Whoever announces the customer to a colleague keeps them on hold meanwhile.
  const announced = handOn.ending === 'attended_transfer' ? wholeNumber(random, 15, 80) : 0
  return {
    rep,
    ringSeconds,
    answeredAt,
    times: { ...times, hold: times.hold + announced },
    ending: handOn.ending,
    endedBy: 'rep',
    isNeutral: handOn.isMisrouted,
  }
}

/** In a conference the first rep stays to the end of the second one's talk. */
export function stayedToTheEnd(first: Part, second: Conversation): Part {
  const talk = first.times.talk + Math.max(0, talkEndsAt(second.part) - talkEndsAt(first))
  return { ...first, times: { ...first.times, talk }, endedBy: second.part.endedBy }
}
