import { type LegRecord } from '../../shared/calls/call-record.ts'
import { handedOn } from '../../shared/calls/handed-on.ts'
import { handleSeconds } from '../../shared/calls/handle-seconds.ts'

/** Beyond this a leg's end was probably not registered; its time is kept but not compared. */
export const suspectSecondsLimit = 14_400

/** One part of a call under one phone-system name, as it was delivered. */
export type Stint = {
  /** As the source said it; null where only the call's queue is known. */
  queue: string | null
  answeredAt: number | null
  endedAt: number | null
  ringSeconds: number | null
  talkSeconds: number | null
  holdSeconds: number | null
  wrapSeconds: number | null
  talkIncludesHold: boolean
  ending: NonNullable<LegRecord['ending']> | null
  endedBy: 'customer' | 'rep' | 'system' | 'unknown'
  isNeutral: boolean
}

/** One rep's part of a call: a stint, or several as one. */
export type JoinedLeg<S extends Stint = Stint> = {
  stint: S
  /** The stint's, or else the call's. */
  queue: string | null
  handleSeconds: number | null
  isHandedOn: boolean
  isSuspect: boolean
}

const instantOf = (text: string | null | undefined): number | null =>
  text == null ? null : Date.parse(text)

export const stintOf = (leg: LegRecord): Stint & { alias: string } => ({
  alias: leg.rep,
  queue: leg.queue ?? null,
  answeredAt: instantOf(leg.answeredAt),
  endedAt: instantOf(leg.endedAt),
  ringSeconds: leg.ringSeconds ?? null,
  talkSeconds: leg.talkSeconds ?? null,
  holdSeconds: leg.holdSeconds ?? null,
  wrapSeconds: leg.wrapSeconds ?? null,
  talkIncludesHold: leg.talkIncludesHold ?? false,
  ending: leg.ending ?? null,
  endedBy: leg.endedBy === 'agent' ? 'rep' : (leg.endedBy ?? 'unknown'),
  isNeutral: leg.neutral ?? false,
})

/**
 * Several stints of one rep in one call are one leg (METHOD 1): seconds add up, the last stint
 * says how it ended and where in the call it stands.
 *
 * @param callQueue the queue of whoever's stints name none
 * @param repOf whose a stint is; whatever tells two reps apart
 */
export function legsOf<S extends Stint>(
  stints: readonly S[],
  callQueue: string | null,
  repOf: (stint: S) => string | number,
): JoinedLeg<S>[] {
  const [only] = stints
  if (only && stints.length === 1) return [legOf(only, callQueue, true)]
  const byRep = new Map<string | number, S>()
  for (const stint of stints) {
    const rep = repOf(stint)
    const before = byRep.get(rep)
    byRep.delete(rep)
    byRep.set(rep, before ? joined(before, stint) : stint)
  }
  return [...byRep.values()].map((stint, place) =>
    legOf(stint, callQueue, place === byRep.size - 1),
  )
}

/** Where talk holds its hold in some stints only, it is taken out of it: handle time adds up. */
function joined<S extends Stint>(former: S, latter: S): S {
  const talkIncludesHold = former.talkIncludesHold && latter.talkIncludesHold
  const [before, stint] = talkIncludesHold ? [former, latter] : [apart(former), apart(latter)]
  return {
    ...stint,
    queue: before.queue ?? stint.queue,
    answeredAt: before.answeredAt ?? stint.answeredAt,
    ringSeconds: added(before.ringSeconds, stint.ringSeconds),
    talkSeconds: added(before.talkSeconds, stint.talkSeconds),
    holdSeconds: added(before.holdSeconds, stint.holdSeconds),
    wrapSeconds: added(before.wrapSeconds, stint.wrapSeconds),
    talkIncludesHold,
    isNeutral: before.isNeutral && stint.isNeutral,
  }
}

/**
 * A stint with its talk beside its hold, and the same handle time. Hold that isn't known stays in
 * the talk; of a hold longer than the talk that contains it, no more counts than the talk.
 */
function apart<S extends Stint>(stint: S): S {
  const { talkSeconds, holdSeconds, talkIncludesHold } = stint
  if (!talkIncludesHold || holdSeconds === null) return { ...stint, talkIncludesHold: false }
  const hold = talkSeconds === null ? null : Math.min(holdSeconds, talkSeconds)
  const talk = talkSeconds === null ? null : talkSeconds - (hold ?? 0)
  return { ...stint, talkIncludesHold: false, talkSeconds: talk, holdSeconds: hold }
}

const added = (a: number | null, b: number | null): number | null => (a === null ? b : a + (b ?? 0))

function legOf<S extends Stint>(stint: S, callQueue: string | null, isLast: boolean): JoinedLeg<S> {
  const handle = handleSeconds(stint)
  return {
    stint,
    queue: stint.queue ?? callQueue,
    handleSeconds: handle,
    isHandedOn: handedOn(stint.ending, isLast),
    isSuspect: handle !== null && handle > suspectSecondsLimit,
  }
}

/**
 * The stints that are kept beside a call's legs: those of several names, one of which may turn out
 * to be another rep's, where the legs alone do not tell them any more. Otherwise none.
 *
 * @param legs how many legs they make
 * @param nameOf under which name a stint was; whatever tells two names of its source apart
 */
export function stintsToKeep<S extends Stint>(
  stints: readonly S[],
  callQueue: string | null,
  legs: number,
  nameOf: (stint: S) => string | number,
): S[] {
  if (stints.length < 2 || new Set(stints.map(nameOf)).size < 2) return []
  const filled = stints.map((stint) => ({ ...stint, queue: stint.queue ?? callQueue }))
  // Whose queue is named in a joined leg depends on which stints named one.
  const isSilent = stints.some(({ queue }) => queue === null)
  const isTold = !isSilent || filled.every(({ queue }) => queue === callQueue)
  if (isTold) return legs < stints.length ? filled : []
  return [...stints]
}
