import { greatestOf, leastOf } from '../extremes.ts'

/** What a conversation detail says, as far as calls are concerned. Instants are milliseconds. */
export type Conversation = {
  id: string
  startedAt: number
  /** Includes after-call work; null while anybody still works on it. */
  endedAt: number | null
  /** The latest instant of all: what was written later knows more. */
  knownAt: number
  direction: 'inbound' | 'outbound' | null
  parties: Party[]
  surveys: Survey[]
}

export type Party = {
  /** customer, external, ivr, acd, agent, user, … */
  purpose: string
  userId: string | null
  name: string | null
  externalContactId: string | null
  attributes: Readonly<Record<string, string>>
  /** Those of the media that are calls. */
  sessions: Session[]
}

export type Session = {
  id: string | null
  media: string
  /** The session at the other end. */
  peerId: string | null
  /** Whether the other side was called by the center; a call may lead to others in either way. */
  isCalledByUs: boolean
  ani: string | null
  dnis: string | null
  callbackNumber: string | null
  isRecorded: boolean
  /** Somebody who only listens, whispers or breaks in. */
  isAside: boolean
  language: string | null
  /** Milliseconds, or a count, summed up by the metric's name; `…Complete` twins stand apart. */
  metrics: ReadonlyMap<string, number>
  segments: Segment[]
}

export type Segment = {
  /** interact, hold, alert, wrapup, dialing, … */
  type: string
  startedAt: number | null
  endedAt: number | null
  queueId: string | null
  disconnect: string | null
  wrapUpCode: string | null
  isConference: boolean
}

export type Survey = { status: string | null; total: number | null; promoter: number | null }

/** Somebody of the center, as opposed to queues, menus and customers. */
export const isRep = ({ purpose }: Party): boolean => purpose === 'agent' || purpose === 'user'
/** The other side of the call. */
export const isOutside = ({ purpose }: Party): boolean =>
  purpose === 'customer' || purpose === 'external'

/**
 * The customer's sessions: whoever is called during a call that came in is somebody else, unless
 * it is the customer who is called back.
 */
export function customerSessions({ direction, parties }: Conversation): Session[] {
  const sessions = parties.filter(isOutside).flatMap((party) => party.sessions)
  const isBack = parties.some((party) => party.sessions.some(({ media }) => media === 'callback'))
  if (direction === 'outbound' || isBack) return sessions
  const own = sessions.filter(({ isCalledByUs }) => !isCalledByUs)
  return own.length > 0 ? own : sessions
}

/** When a session began to be what it is: a conversation with somebody. */
export const beginningOf = ({ segments }: Session): number =>
  leastOf(segments.flatMap(({ startedAt }) => startedAt ?? []))

/** When a session was over, after-call work apart; -Infinity where that is not known. */
export const endOf = ({ segments }: Session): number =>
  greatestOf(segments.flatMap(({ type, endedAt }) => (type === 'wrapup' ? [] : (endedAt ?? []))))
