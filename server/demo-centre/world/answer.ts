import { type Attempt } from './attempt.ts'
import { dayOf } from './calendar.ts'
import { promiseShares } from './characters.ts'
import { closingWords } from './closing-words.ts'
import { conversation, partEndsAt, talkEndsAt, type Part, type PickUp } from './conversation.ts'
import { nextFree, type Desk } from './desk.ts'
import { wholeNumber } from './draws.ts'
import { handOnOf, partBeforeHandOn, stayedToTheEnd } from './hand-on.ts'
import { type Random } from './random.ts'
import { type Answered } from './simulated-call.ts'
import { type World } from './world.ts'

/** From the moment a rep picks up to the last wrap-up; the reps' time is taken from the desk. */
export function answer(
  world: World,
  desk: Desk,
  attempt: Attempt,
  pickUp: PickUp,
  random: Random,
): Answered {
  const talk = talkOf(world, desk, attempt, pickUp, random)
  const { parts, isResolved, manner } = talk
  for (const part of parts) {
    desk.freeAt[part.rep.place] = partEndsAt(part) + wholeNumber(random, 4, 25)
  }
  const { rep } = parts.at(-1) ?? parts[0]
  const hasPromised = !isResolved && manner !== 'cut_off' && random() < promiseShares[rep.character]
  const isHandedOn = parts.length > 1
  const { waitedSeconds } = pickUp
  const words = closingWords(
    { rep, isResolved, manner, isHandedOn, hasPromised, waitedSeconds },
    random,
  )
  return { parts, isResolved, manner, hasPromised, words }
}

type Talk = Pick<Answered, 'parts' | 'isResolved' | 'manner'>

/** One part, or two where the first rep hands the call on and somebody takes it. */
function talkOf(world: World, desk: Desk, attempt: Attempt, pickUp: PickUp, random: Random): Talk {
  const day = dayOf(attempt.at) - world.firstDay
  const handOn = handOnOf(attempt, pickUp.rep, random)
  const before = handOn && partBeforeHandOn(attempt, pickUp, handOn, random)
  const free = before && nextFree(desk, attempt.queue, talkEndsAt(before), before.rep.place)
  if (!free) {
    const only = conversation(attempt, pickUp, { day, isHandedOn: false }, random)
    return { parts: [only.part], isResolved: only.isResolved, manner: only.manner }
  }
  const ringSeconds = wholeNumber(random, 2, 12)
  const second = conversation(
    attempt,
    {
      rep: free.rep,
      ringSeconds,
      answeredAt: free.at + ringSeconds,
      waitedSeconds: free.at - talkEndsAt(before),
    },
    { day, isHandedOn: !handOn.isMisrouted },
    random,
  )
  const first: Part = handOn.ending === 'conference' ? stayedToTheEnd(before, second) : before
  return { parts: [first, second.part], isResolved: second.isResolved, manner: second.manner }
}
