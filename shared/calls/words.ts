import { Type } from 'typebox'

/** The closed words about calls. Meanings stand in docs/glossary.md. */
export const directions = ['inbound', 'outbound', 'internal'] as const
export type Direction = (typeof directions)[number]

/** How a rep's part of a call ended. */
export const endings = [
  'completed',
  'blind_transfer',
  'attended_transfer',
  'conference',
  'lost',
] as const
export type Ending = (typeof endings)[number]

export const enders = ['customer', 'rep', 'system', 'unknown'] as const
export type Ender = (typeof enders)[number]

export const offerResults = ['no_answer', 'rejected', 'busy', 'caller_left', 'unknown'] as const
export type OfferResult = (typeof offerResults)[number]

/** What somebody says of a call. */
export const claims = ['resolved', 'not_resolved'] as const
export type Claim = (typeof claims)[number]

/** What evidence can say: a claim, or a rep's "not sure", which takes their earlier word back. */
export const evidenceWords = [...claims, 'not_sure'] as const
export type EvidenceWord = (typeof evidenceWords)[number]

/** What became of a call (METHOD 4). */
export const outcomes = ['resolved', 'not_resolved', 'open'] as const
export type Outcome = (typeof outcomes)[number]

/** Whether an outcome may still change. Labels with a meaning need `final`. */
export const outcomeStates = ['final', 'provisional'] as const
export type OutcomeState = (typeof outcomeStates)[number]

/** Where an outcome comes from, strongest first (METHOD 4.3). */
export const outcomeSources = [
  'supervisor',
  'repeat_contact',
  'survey',
  'no_repeat',
  'rep',
  'none',
] as const
export type OutcomeSource = (typeof outcomeSources)[number]

/** Two sources of evidence that contradict each other; both are shown. */
export const evidenceConflicts = ['supervisor_and_repeat', 'survey_and_repeat'] as const
export type EvidenceConflict = (typeof evidenceConflicts)[number]

/** Status by the window alone: what the standing counts. */
export const windowStatuses = ['resolved', 'not_resolved', 'open', 'unlinkable'] as const
export type WindowStatus = (typeof windowStatuses)[number]

/** A leg's handle time against other reps' legs on the same path (METHOD 2.4). */
export const timeClasses = ['short', 'usual', 'long', 'no_reference'] as const
export type TimeClass = (typeof timeClasses)[number]

/** Time and outcome as one word (METHOD 6). */
export const callClasses = [
  'efficient',
  'solved',
  'extra_mile',
  'hurried',
  'not_yet_solved',
  'needs_support',
  'outcome_pending',
  'handed_on',
  'not_linkable',
  /** Outbound, internal or neutral: worth nothing either way. */
  'not_counted',
] as const
export type CallClass = (typeof callClasses)[number]

export const DirectionWord = Type.Enum([...directions])
export const EndingWord = Type.Enum([...endings])
export const EnderWord = Type.Enum([...enders])
export const OfferResultWord = Type.Enum([...offerResults])
export const ClaimWord = Type.Enum([...claims])
export const EvidenceWordOnWire = Type.Enum([...evidenceWords])
export const OutcomeWord = Type.Enum([...outcomes])
export const OutcomeStateWord = Type.Enum([...outcomeStates])
export const OutcomeSourceWord = Type.Enum([...outcomeSources])
export const WindowStatusWord = Type.Enum([...windowStatuses])
export const TimeClassWord = Type.Enum([...timeClasses])
export const CallClassWord = Type.Enum([...callClasses])
