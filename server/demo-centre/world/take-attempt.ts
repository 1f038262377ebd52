import { answer } from './answer.ts'
import { type Attempt } from './attempt.ts'
import { dayOf } from './calendar.ts'
import { partEndsAt, talkEndsAt, type PickUp } from './conversation.ts'
import { firstFree, nextFree, type Desk, type Free } from './desk.ts'
import { logNormal, wholeNumber } from './draws.ts'
import { type Random } from './random.ts'
import { promisedCall, returnAfter, returnAfterAbandoning } from './returns.ts'
import { lastPart, type Offer, type SimulatedCall } from './simulated-call.ts'
import { type World } from './world.ts'

/** A call, and what the customer or the rep does next about its matter: null for nothing. */
type Taken = { call: SimulatedCall; next: Attempt | null }

/** Some hang up in the queue at once; the others when their patience is at an end. */
const abandonedAtOnceShare = 0.057
const patienceMedianSeconds = 210
const patienceSigma = 0.9
const notPickedUpShare = 0.045
const rungInVainSeconds = 20
/** A few percent of wrap-up times arrive after the call has been told. */
const lateWrapUpShare = 0.04

/**
 * What comes of one attempt. Null where a rep wanted to keep a promise and nobody was in.
 *
 * @param nth the attempt's number on its day
 */
export function takeAttempt(
  world: World,
  desk: Desk,
  attempt: Attempt,
  nth: number,
  random: Random,
): Taken | null {
  if (attempt.direction === 'outbound') return callBack(world, desk, attempt, nth, random)
  const ivrSeconds = wholeNumber(random, 5, 34)
  const arrived = { attempt, nth, ivrSeconds, queuedAt: attempt.at + ivrSeconds }
  const first = nextFree(desk, attempt.queue, arrived.queuedAt, null)
  if (!first || random() < abandonedAtOnceShare) {
    return abandoned(arrived, wholeNumber(random, 3, 75), random)
  }
  const { free, offer } = offered(desk, attempt, first, random)
  const ringSeconds = wholeNumber(random, 3, 15)
  const queueSeconds = free.at - arrived.queuedAt + ringSeconds
  const patienceSeconds = logNormal(random, patienceMedianSeconds, patienceSigma)
  if (queueSeconds > patienceSeconds) {
    return abandoned(arrived, Math.round(patienceSeconds), random)
  }
  const answeredAt = free.at + ringSeconds
  const pickUp = { rep: free.rep, ringSeconds, answeredAt, waitedSeconds: queueSeconds }
  return answeredCall(
    world,
    desk,
    { attempt, nth, ivrSeconds, queueSeconds, offer },
    pickUp,
    random,
  )
}

/** Now and then the first phone rings in vain and the call goes to the next one. */
function offered(
  desk: Desk,
  { queue }: Attempt,
  first: Free,
  random: Random,
): { free: Free; offer: Offer | null } {
  const share = notPickedUpShare * (first.rep.character === 'quick_brush_off' ? 3 : 1)
  if (random() >= share) return { free: first, offer: null }
  const isRejected = random() < 0.2
  const ringSeconds = isRejected ? wholeNumber(random, 2, 9) : rungInVainSeconds
  const free = nextFree(desk, queue, first.at + ringSeconds, first.rep.place)
  if (!free) return { free: first, offer: null }
  const result = isRejected ? 'rejected' : 'no_answer'
  return { free, offer: { alias: first.rep.alias, ringSeconds, result } }
}

type Arrived = { attempt: Attempt; nth: number; ivrSeconds: number; queuedAt: number }

function abandoned(arrived: Arrived, queueSeconds: number, random: Random): Taken {
  const { attempt, nth, ivrSeconds, queuedAt } = arrived
  const endsAt = queuedAt + queueSeconds
  const call: SimulatedCall = {
    attempt,
    nth,
    ivrSeconds,
    queueSeconds,
    offer: null,
    answered: null,
    endsAt,
    knownAt: endsAt + 1,
    firstKnownAt: null,
  }
  return { call, next: returnAfterAbandoning(attempt, endsAt, random) }
}

/** Keeps a promise, or has a colleague keep it. */
function callBack(
  world: World,
  desk: Desk,
  promised: Attempt,
  nth: number,
  random: Random,
): Taken | null {
  const promiser = promised.promisedBy === null ? [] : [promised.promisedBy]
  const free =
    firstFree(desk, promiser, promised.at, null) ??
    nextFree(desk, promised.queue, promised.at, null)
  // A call-back that would begin after midnight belongs to no day: it is not made.
  if (!free || dayOf(free.at) !== dayOf(promised.at)) return null
  const ringSeconds = wholeNumber(random, 4, 20)
  const answeredAt = free.at + ringSeconds
  const attempt = { ...promised, at: free.at }
  return answeredCall(
    world,
    desk,
    { attempt, nth, ivrSeconds: null, queueSeconds: null, offer: null },
    { rep: free.rep, ringSeconds, answeredAt, waitedSeconds: 0 },
    random,
  )
}

function answeredCall(
  world: World,
  desk: Desk,
  begun: Pick<SimulatedCall, 'attempt' | 'nth' | 'ivrSeconds' | 'queueSeconds' | 'offer'>,
  pickUp: PickUp,
  random: Random,
): Taken {
  const { attempt, nth, ivrSeconds, queueSeconds, offer } = begun
  const answered = answer(world, desk, attempt, pickUp, random)
  const last = lastPart(answered)
  const endsAt = talkEndsAt(last)
  const knownAt = Math.max(...answered.parts.map(partEndsAt)) + 2
  const isLate = random() < lateWrapUpShare && last.times.wrap > 0
  const call: SimulatedCall = {
    attempt,
    nth,
    ivrSeconds,
    queueSeconds,
    offer,
    answered,
    endsAt,
    knownAt: isLate ? knownAt + wholeNumber(random, 20, 90) : knownAt,
    firstKnownAt: isLate ? endsAt + 1 : null,
  }
  const next = answered.hasPromised
    ? promisedCall(attempt, endsAt, last.rep.place, random)
    : returnAfter(attempt, answered, random)
  return { call, next }
}
