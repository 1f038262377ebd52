import { type Reflection } from '../../../shared/reflections/contract.ts'
import { oneOf, weighted } from '../world/draws.ts'
import { handleOf } from '../world/leg-times.ts'
import { type SimulatedRep } from '../world/people.ts'
import { seededRandom, type Random } from '../world/random.ts'
import { lastPart, type Answered, type SimulatedCall } from '../world/simulated-call.ts'
import { wordsAbout } from './bank.ts'
import { fillIn, fits, type Facts } from './fill-in.ts'
import { inTheHandOf } from './handwriting.ts'
import { inPassing, nextTime } from './next-time.ts'
import { wentWrong } from './went-wrong.ts'
import { wordsThatWorked } from './words-that-worked.ts'

/** A rep's words about a call, and when they are written down. */
export type WrittenReflection = {
  call: SimulatedCall
  rep: SimulatedRep
  reflection: Reflection
  /** Whether the rep shares it with colleagues. */
  isShared: boolean
  /** Seconds since 1970. */
  writtenAt: number
}

/** A call is long for a rep from this multiple of what its issue usually takes. */
const longFactor = 2
/** How many of those who write what solved a call share it. */
const shareOfShared = 0.45
/** Minutes are worth a word from here. */
const mentionedMinutesLeast = 6

/**
 * The reflection that the rep who had the call last writes about it, if they write one: rarely on
 * an ordinary call, more often on long and on difficult ones. The same for the same seed and call.
 *
 * @param eagerness how much more often than usual reps write: 1 for as often
 */
export function reflectionOn(
  seed: number,
  call: SimulatedCall,
  eagerness = 1,
): WrittenReflection | null {
  const { answered, attempt } = call
  if (!answered) return null
  const { rep } = lastPart(answered)
  if (!rep.signsIn) return null
  const random = seededRandom(seed, attempt.at, call.nth, 0x4ef1)
  if (random() >= eagerness * likelihood(call, answered)) return null
  const facts = factsOf(call, answered)
  const isInPassing = rep.character === 'quick_brush_off' || answered.manner === 'brushed_off'
  const reflection = isInPassing
    ? inPassingOnly(call, random)
    : inOwnWords(call, answered, facts, random)
  const writtenAt = call.knownAt + 40 + Math.floor(random() * 400)
  // What is written in passing has nothing in it that colleagues could use.
  const isShareable = !isInPassing && answered.isResolved && reflection.whatResolvedIt !== undefined
  const isShared = isShareable && random() < shareOfShared
  return { call, rep, reflection, isShared, writtenAt }
}

const isLong = ({ attempt }: SimulatedCall, answered: Answered) =>
  handleOf(lastPart(answered).times) >= longFactor * attempt.issue.medianSeconds

function likelihood(call: SimulatedCall, answered: Answered): number {
  const { character } = lastPart(answered).rep
  if (answered.manner === 'cut_off') return 0
  if (character === 'quick_brush_off') return 0.006
  const base =
    0.003 +
    (isLong(call, answered) ? 0.055 : 0) +
    (answered.isResolved ? 0 : 0.008) +
    (call.attempt.position >= 3 ? 0.055 : 0) +
    (answered.parts.length > 1 ? 0.012 : 0)
  return base * (character === 'average' ? 1 : 1.35)
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']

function factsOf({ attempt }: SimulatedCall, answered: Answered): Facts {
  const minutes = Math.round(handleOf(lastPart(answered).times) / 60)
  return {
    minutes: minutes >= mentionedMinutesLeast ? String(minutes) : null,
    nth: attempt.position >= 3 ? (ordinals[attempt.position - 1] ?? null) : null,
  }
}

/** Who has no time for a call has none for words about it either, except to complain. */
function inPassingOnly({ attempt }: SimulatedCall, random: Random): Reflection {
  const whatResolvedIt = oneOf(random, inPassing)
  const { friction } = wordsAbout(attempt.queue.name, attempt.issue.name)
  if (random() < 0.65 || friction.length === 0) return { outcome: 'resolved', whatResolvedIt }
  const complaint = fillIn(oneOf(random, friction), noFacts, random)
  return { outcome: 'resolved', whatResolvedIt, friction: complaint }
}
const noFacts: Facts = { minutes: null, nth: null }

function inOwnWords(
  call: SimulatedCall,
  answered: Answered,
  facts: Facts,
  random: Random,
): Reflection {
  const words = wordsAbout(call.attempt.queue.name, call.attempt.issue.name)
  const outcome = outcomeAsSeen(answered, random)
  const isSolved = outcome === 'resolved'
  const say = (share: number, sentences: readonly string[]) => {
    const fitting = sentences.filter((sentence) => fits(sentence, facts))
    if (random() >= share || fitting.length === 0) return null
    const filled = fillIn(oneOf(random, fitting), facts, random)
    return inTheHandOf(lastPart(answered).rep, filled)
  }
  const handedOn = answered.parts.length > 1 ? nextTime.handedOn : []
  const texts = {
    whatResolvedIt: say(isSolved ? 0.96 : 0, words.resolved),
    whatStuck: say(isSolved ? 0 : 0.94, words.stuck),
    wordsThatWorked: say(isSolved ? 0.42 : 0.16, wordsThatWorked),
    whatDidNotGoWell: say(isSolved ? 0.26 : 0.58, troublesOf(call, answered, isSolved)),
    whatNextTime: say(0.55, [...(isSolved ? nextTime.solved : nextTime.unsolved), ...handedOn]),
    friction: say(call.attempt.issue.isHard ? 0.5 : 0.34, words.friction),
  }
  return { outcome, ...withoutBlanks(texts), skills: skillsOf(call, answered, random) }
}

/** Mostly honest; sometimes nobody can be sure, sometimes hope writes along. */
function outcomeAsSeen({ isResolved }: Answered, random: Random): Reflection['outcome'] {
  const lot = random()
  if (isResolved) return lot < 0.92 ? 'resolved' : 'not_sure'
  if (lot < 0.62) return 'not_resolved'
  return lot < 0.88 ? 'not_sure' : 'resolved'
}

function troublesOf(call: SimulatedCall, answered: Answered, isSolved: boolean): string[] {
  return [
    ...(isSolved ? wentWrong.any : wentWrong.unresolved),
    ...(isLong(call, answered) ? wentWrong.long : []),
    ...(answered.parts.length > 1 ? wentWrong.handedOn : []),
    ...(call.attempt.position >= 2 ? wentWrong.again : []),
  ]
}

type Text = Exclude<keyof Reflection, 'outcome' | 'skills'>

function withoutBlanks(texts: Record<Text, string | null>): Partial<Record<Text, string>> {
  const kept: Partial<Record<Text, string>> = {}
  for (const [field, text] of Object.entries(texts) as [Text, string | null][]) {
    if (text !== null) kept[field] = text
  }
  return kept
}

function skillsOf(call: SimulatedCall, answered: Answered, random: Random) {
  const { issue, position } = call.attempt
  const skills = [
    { name: 'communication', weight: 3 },
    { name: 'problem_solving', weight: issue.isHard ? 5 : 2 },
    { name: 'empathy', weight: position >= 2 || issue.name === 'complaint' ? 4 : 1.5 },
    { name: 'adaptability', weight: answered.parts.length > 1 ? 3 : 1 },
  ] as const
  const first = weighted(random, skills).name
  const second = weighted(random, skills).name
  return first === second || random() < 0.5 ? [first] : [first, second]
}
