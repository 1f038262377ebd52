import { type LegRecord, type OfferRecord } from '../../../../shared/calls/call-record.ts'
import { type Ender, type Ending, type OfferResult } from '../../../../shared/calls/words.ts'
import { greatestOf, leastOf } from '../extremes.ts'
import { instantTextOrNull } from '../instant-text.ts'
import {
  beginningOf,
  type Conversation,
  customerSessions,
  endOf,
  isOutside,
  isRep,
  type Party,
  type Segment,
  type Session,
} from './conversation.ts'
import { addedTimes, secondsOf, sessionTimes } from './session-times.ts'

/** A rep's part: the sessions in which they served the customer. */
export type Part = { party: Party; sessions: Session[]; answeredAt: number; endedAt: number }

type Names = {
  rep: (party: Party) => string
  /** The queue that a session came through. */
  queue: (session: Session) => string | null
}

/** How much later than the asker somebody asked may have left and still have been only asked. */
const roundingMilliseconds = 1_000

/** Who served the customer, in the order in which they left: who stayed longest is the last. */
export function partsOf({ parties }: Conversation): Part[] {
  const reps = parties.filter(isRep)
  const hasOutside = parties.some(isOutside)
  const isServing = (session: Session): boolean =>
    isAnswered(session) && !session.isAside && !(hasOutside && isConsulted(session, reps))
  return reps
    .flatMap((party): Part[] => {
      const sessions = party.sessions.filter(isServing)
      if (sessions.length === 0) return []
      const answeredAt = leastOf(sessions.map(answerOf))
      return [{ party, sessions, answeredAt, endedAt: greatestOf(sessions.map(endOf)) }]
    })
    .sort((a, b) => a.endedAt - b.endedAt || a.answeredAt - b.answeredAt)
}

const talks: ReadonlySet<string> = new Set(['tAnswered', 'tTalk', 'tTalkComplete'])

/** After-call work alone is no answer: somebody who let it ring may be given some, too. */
function isAnswered({ metrics, segments }: Session): boolean {
  if (metrics.has('tNotResponding')) return false
  if ([...talks].some((name) => metrics.has(name))) return true
  return segments.some(({ type }) => type === 'interact') && metrics.size === 0
}

/** A colleague who was asked: the other end of the session is the asker, not the customer. */
function isConsulted(session: Session, reps: readonly Party[]): boolean {
  if (session.peerId === null) return false
  const asker = reps
    .flatMap(({ sessions }) => sessions)
    .find((each) => each.id === session.peerId && each !== session)
  return asker !== undefined && endOf(session) <= endOf(asker) + roundingMilliseconds
}

const answerOf = (session: Session): number =>
  leastOf(
    session.segments.flatMap(({ type, startedAt }) =>
      type === 'interact' ? (startedAt ?? []) : [],
    ),
  )

export function legOf(part: Part, conversation: Conversation, names: Names): LegRecord {
  const { party, sessions } = part
  const times = sessions.map(sessionTimes)
  // A callback and the call that was made for it may both be measured; the call is what counts.
  const calls = sessions.filter(({ media }) => media !== 'callback')
  const spoken = (calls.length > 0 ? calls : sessions).map(sessionTimes)
  const last = lastSegment(sessions)
  const ending = endingOf(sessions, last)
  return {
    rep: names.rep(party),
    queue: sessions.map(names.queue).find((queue) => queue !== null) ?? null,
    answeredAt: instantTextOrNull(known(part.answeredAt)),
    endedAt: instantTextOrNull(known(part.endedAt)),
    ringSeconds: secondsOf(addedTimes(times.map(({ ring }) => ring))),
    talkSeconds: secondsOf(addedTimes(spoken.map(({ talk }) => talk))),
    holdSeconds: secondsOf(addedTimes(spoken.map(({ hold }) => hold))),
    wrapSeconds: secondsOf(addedTimes(times.map(({ wrap }) => wrap))),
    talkIncludesHold: false,
    ending,
    endedBy: enderOf(last, conversation),
    neutral: ending === 'lost',
  }
}

export const known = (at: number): number | null => (Number.isFinite(at) ? at : null)

const onTheCall: ReadonlySet<string> = new Set(['interact', 'hold', 'dialing', 'contacting'])

function lastSegment(sessions: readonly Session[]): Segment | null {
  const segments = sessions.flatMap((session) => session.segments)
  const those = segments.filter(({ type }) => onTheCall.has(type))
  return those.toSorted((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0)).at(-1) ?? null
}

/** Ways in which a session ends, in the spelling of details: `consultTransfer`, `peer`, … */
function endingOf(sessions: readonly Session[], last: Segment | null): Ending {
  const isCounted = (name: string) => sessions.some(({ metrics }) => (metrics.get(name) ?? 0) > 0)
  const disconnect = last?.disconnect ?? ''
  if (disconnect === 'conferenceTransfer') return 'conference'
  if (disconnect === 'consultTransfer') return 'attended_transfer'
  if (/transfer$/i.test(disconnect)) {
    return isCounted('nConsultTransferred') ? 'attended_transfer' : 'blind_transfer'
  }
  if (cutOff.has(disconnect)) return 'lost'
  return last?.isConference === true ? 'conference' : 'completed'
}

const cutOff: ReadonlySet<string> = new Set(['error', 'transportFailure', 'transport.failure'])

/** Who left first: a rep's session says `peer` where it was the other side. */
function enderOf(last: Segment | null, conversation: Conversation): Ender {
  const disconnect = last?.disconnect ?? ''
  if (disconnect === 'client' || disconnect === 'endpoint') return 'rep'
  if (/transfer$/i.test(disconnect)) return 'rep'
  if (cutOff.has(disconnect) || bySystem.has(disconnect)) return 'system'
  if (disconnect !== 'peer') return 'unknown'
  const other = lastSegment(customerSessions(conversation))
  const theirs = other?.disconnect ?? ''
  return cutOff.has(theirs) || bySystem.has(theirs) ? 'system' : 'customer'
}

const bySystem: ReadonlySet<string> = new Set(['system', 'timeout', 'spam', 'uncallable'])

/** Whose phone rang without them taking the call, in order. */
export function offersOf({ parties }: Conversation, names: Names): OfferRecord[] {
  return parties
    .filter(isRep)
    .flatMap((party) => party.sessions.map((session) => ({ party, session })))
    .filter(({ session }) => !isAnswered(session) && !session.isAside && hasRung(session))
    .sort((a, b) => beginningOf(a.session) - beginningOf(b.session))
    .map(({ party, session }) => ({
      rep: names.rep(party),
      queue: names.queue(session),
      ringSeconds: secondsOf(sessionTimes(session).ring),
      result: resultOf(session),
    }))
}

const hasRung = ({ metrics, segments }: Session): boolean =>
  metrics.has('tAlert') || segments.some(({ type }) => type === 'alert')

function resultOf({ metrics, segments }: Session): OfferResult {
  if (metrics.has('tNotResponding')) return 'no_answer'
  const disconnect = segments.findLast(({ type }) => type === 'alert')?.disconnect ?? ''
  if (disconnect === 'peer' || disconnect === 'endpoint') return 'caller_left'
  return disconnect === 'client' ? 'rejected' : 'unknown'
}
