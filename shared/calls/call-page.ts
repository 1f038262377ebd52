import { Type, type Static } from 'typebox'
import { Id } from '../wire/id.ts'
import { OrNull } from '../wire/or-null.ts'
import { RepName } from '../roster/person.ts'
import { OutcomeOfCall, TimeBesideOutcome } from './beside.ts'
import {
  DirectionWord,
  evidenceConflicts,
  EnderWord,
  EndingWord,
  EvidenceWordOnWire,
  OfferResultWord,
  WindowStatusWord,
} from './words.ts'

const text = () => OrNull(Type.String())
const seconds = () => OrNull(Type.Integer())

const LegOnPage = Type.Object({
  legNo: Type.Integer(),
  /** Null where the viewer may not see this rep: a colleague. */
  rep: OrNull(RepName),
  queue: text(),
  answeredAt: text(),
  endedAt: text(),
  ringSeconds: seconds(),
  talkSeconds: seconds(),
  holdSeconds: seconds(),
  wrapSeconds: seconds(),
  talkIncludesHold: Type.Boolean(),
  ending: OrNull(EndingWord),
  endedBy: EnderWord,
  isNeutral: Type.Boolean(),
  isHandedOn: Type.Boolean(),
  time: OrNull(TimeBesideOutcome),
  /** Share of other reps' calls of this kind that were shorter, 0 to 1. */
  percentile: OrNull(Type.Number()),
  /** What other reps' calls about the issue led to later, and what this leg led to. */
  later: OrNull(
    Type.Object({
      /** Other reps' legs that the mean rests on, all at least 30 days old. */
      legs: Type.Integer(),
      usualMeanSeconds: Type.Number(),
      lowSeconds: Type.Number(),
      highSeconds: Type.Number(),
      /** Later inbound calls of the chain within 30 days, and everything that followed. */
      ledToCalls: Type.Integer(),
      /** Null where the viewer may not see all of it. */
      ledToSeconds: seconds(),
    }),
  ),
})

const CallInChain = Type.Object({
  callId: Id,
  startedAt: Type.String(),
  direction: DirectionWord,
  isThisCall: Type.Boolean(),
  isAbandoned: Type.Boolean(),
  position: OrNull(Type.Integer()),
  windowStatus: OrNull(WindowStatusWord),
  /** Reps the viewer may see, in order; `colleagues` counts the others. */
  reps: Type.Array(RepName),
  colleagues: Type.Integer(),
  /** All legs together; null where the viewer may not see all of them. */
  handleSeconds: seconds(),
})

const EvidenceOnPage = Type.Object({
  source: Type.Enum(['supervisor', 'survey', 'rep']),
  claim: EvidenceWordOnWire,
  at: Type.String(),
  actor: text(),
  note: text(),
})

export const ReflectionOnPage = Type.Object({
  rep: RepName,
  outcome: Type.Enum(['resolved', 'not_resolved', 'not_sure']),
  whatResolvedIt: Type.String(),
  whatStuck: Type.String(),
  wordsThatWorked: Type.String(),
  whatDidNotGoWell: Type.String(),
  whatNextTime: Type.String(),
  skills: Type.Array(Type.String()),
  friction: Type.String(),
  /** Whether colleagues may read it, as far as it is shared (shared/reflections/contract.ts). */
  isShared: Type.Boolean(),
  recordedAt: Type.String(),
  changedAt: Type.String(),
})
export type ReflectionOnPage = Static<typeof ReflectionOnPage>

export const CallPage = Type.Object({
  callId: Id,
  source: Type.String(),
  externalId: Type.String(),
  version: OrNull(Type.Integer()),
  startedAt: Type.String(),
  answeredAt: text(),
  endedAt: text(),
  direction: DirectionWord,
  queue: text(),
  issue: text(),
  audience: text(),
  language: text(),
  customer: text(),
  isAbandoned: Type.Boolean(),
  queueSeconds: seconds(),
  ivrSeconds: seconds(),
  disposition: text(),
  csat: OrNull(Type.Object({ score: Type.Number(), min: Type.Number(), max: Type.Number() })),
  recordingUrl: text(),
  outcome: OutcomeOfCall,
  position: OrNull(Type.Integer()),
  /** Up to when the records are complete. */
  watermark: text(),
  legs: Type.Array(LegOnPage),
  offers: Type.Array(
    Type.Object({
      rep: OrNull(RepName),
      queue: text(),
      ringSeconds: seconds(),
      result: OfferResultWord,
    }),
  ),
  chain: Type.Array(CallInChain),
  evidence: Type.Array(EvidenceOnPage),
  /** Evidence that contradicts the outcome above, by source. */
  conflicts: Type.Array(Type.Enum([...evidenceConflicts])),
  reflections: Type.Array(ReflectionOnPage),
  viewerMay: Type.Object({ reflect: Type.Boolean(), verify: Type.Boolean() }),
})
export type CallPage = Static<typeof CallPage>
