import { type Claim } from '../../../shared/calls/words.ts'
import { type Manner } from './manner.ts'
import { type SimulatedRep } from './people.ts'
import { type Random } from './random.ts'

/** The codes this centre's reps choose from. */
export const labels = {
  FIXED: 'Fixed on the call',
  INFO: 'Information given',
  PASSED: 'Handed on',
  OPEN: 'Not solved yet',
  CALLBACK: 'Call-back promised',
} as const
type Code = keyof typeof labels

/** What is said about a call afterwards; null where nobody said anything. */
export type ClosingWords = {
  code: Code | null
  claim: Claim | null
  /** Of 1 to 5. */
  score: number | null
}

const codedShare = 0.72
const declaredShare = 0.46
const surveyShare = 0.11
const honestyWhereResolved = 0.96
const honestyWhereNot = 0.66

type Given = {
  rep: SimulatedRep
  isResolved: boolean
  manner: Manner
  isHandedOn: boolean
  hasPromised: boolean
  waitedSeconds: number
}

/** The rep's code and claim, the customer's score. */
export function closingWords(given: Given, random: Random): ClosingWords {
  const claim = claimOf(given, random)
  const code = codeOf(given, claim, random)
  return {
    code: random() < codedShare ? code : null,
    claim: random() < declaredShare ? claim : null,
    score: random() < surveyShare ? scoreOf(given, random) : null,
  }
}

/** Mostly honest; who brushes callers off says that everything is resolved. */
function claimOf({ rep, isResolved, manner }: Given, random: Random): Claim {
  if (manner === 'brushed_off' || rep.character === 'quick_brush_off') return 'resolved'
  const isHonest = random() < (isResolved ? honestyWhereResolved : honestyWhereNot)
  return isResolved === isHonest ? 'resolved' : 'not_resolved'
}

function codeOf(given: Given, claim: Claim, random: Random): Code {
  if (given.hasPromised) return 'CALLBACK'
  if (given.manner === 'cut_off') return 'OPEN'
  if (given.isHandedOn && random() < 0.2) return 'PASSED'
  if (claim === 'not_resolved') return 'OPEN'
  return random() < 0.65 ? 'FIXED' : 'INFO'
}

function scoreOf({ isResolved, manner, waitedSeconds }: Given, random: Random): number {
  const mood =
    (isResolved ? 4.4 : 2.5) -
    (manner === 'brushed_off' ? 1 : 0) -
    (waitedSeconds > 180 ? 0.6 : 0) +
    (random() + random() - 1) * 1.7
  return Math.min(5, Math.max(1, Math.round(mood)))
}
