import { type OfferRecord } from '../../../../shared/calls/call-record.ts'
import { type OfferResult } from '../../../../shared/calls/words.ts'
import { epochOf, secondsBetween } from '../times.ts'
import { type Part } from './parts.ts'
import { partsOfCalled } from './plain-parts.ts'
import { withoutDomain } from './queue-words.ts'
import { type ChannelLeg } from './told.ts'

/**
 * The reps' parts in a call that came through a queue. Those of the queue's own run from its answer
 * to the end of the rep's channel; the customer's was answered by the queue and counts waiting too.
 * Whoever the call went on to afterwards has a part as in a call without a queue.
 *
 * @param others channels that the customer's was joined to
 */
export function queueParts(member: ChannelLeg, others: readonly ChannelLeg[]): Part[] {
  const [agents, called] = [others.filter(isAgent), others.filter((other) => !isAgent(other))]
  const told = agents.flatMap((agent) => partOfAgent(agent, member) ?? [])
  const parts = told.length > 0 ? told : partOfMember(member)
  const later = partsOfCalled(called).filter((part) => !parts.some((one) => isDuring(part, one)))
  return [...parts, ...later]
}

export const isAgent = ({ side }: ChannelLeg): boolean => side === 'agent'

/** A history has whole seconds, channels have fractions of them. */
const roundingMilliseconds = 1_000

/** A second channel of a rep who talks already is not a part of its own. */
const isDuring = ({ answeredAt }: Part, one: Part): boolean =>
  answeredAt >= one.answeredAt && answeredAt < (one.endedAt ?? 0) - roundingMilliseconds

/** What a queue says of callers whom it sent on by itself, or let go at a key. */
const sentOn: ReadonlySet<string> = new Set(['TIMEOUT', 'NO_AGENT_TIMEOUT', 'EXIT_WITH_KEY'])

/** Whether a caller whom nobody answered left by themselves. */
export const hasLeft = (cancelReason: string | null): boolean =>
  !sentOn.has(cancelReason?.toUpperCase() ?? '')

function partOfAgent(agent: ChannelLeg, member: ChannelLeg): Part | null {
  const rep = agent.variable('cc_agent')
  if (rep === null || agent.answeredAt === null) return null
  // The member's variables tell of the rep who came last.
  const isLast = member.variable('cc_agent_uuid') === agent.uuid
  const ofMember = (name: string) => (isLast ? epochOf(member.variable(name), 'seconds') : null)
  return {
    rep: withoutDomain(rep),
    queue: queueOf(agent) ?? queueOf(member),
    answeredAt: ofMember('cc_queue_answered_epoch') ?? agent.bridgedAt ?? agent.answeredAt,
    endedAt: ofMember('cc_queue_terminated_epoch') ?? agent.endedAt,
    ringSeconds: secondsBetween(agent.startedAt, agent.answeredAt),
    own: agent,
  }
}

function partOfMember(member: ChannelLeg): Part[] {
  const rep = member.variable('cc_agent')
  const answeredAt = epochOf(member.variable('cc_queue_answered_epoch'), 'seconds')
  if (rep === null || answeredAt === null) return []
  const endedAt = epochOf(member.variable('cc_queue_terminated_epoch'), 'seconds')
  const known = { rep: withoutDomain(rep), queue: queueOf(member), answeredAt, endedAt }
  return [{ ...known, ringSeconds: null, own: null }]
}

function queueOf({ variable }: ChannelLeg): string | null {
  const queue = variable('cc_queue')
  return queue === null ? null : withoutDomain(queue)
}

const results: Readonly<Record<string, OfferResult>> = {
  ...{ NO_ANSWER: 'no_answer', ALLOTTED_TIMEOUT: 'no_answer', USER_BUSY: 'busy' },
  CALL_REJECTED: 'rejected',
}

/** Reps whose channel the queue rang without an answer. */
export function queueOffers(agents: readonly ChannelLeg[], isTaken: boolean): OfferRecord[] {
  return agents.flatMap((agent): OfferRecord[] => {
    const rep = agent.variable('cc_agent')
    if (rep === null || agent.answeredAt !== null) return []
    const cause = agent.variable('hangup_cause') ?? ''
    const cancelled = cause === 'ORIGINATOR_CANCEL' && !isTaken ? 'caller_left' : 'unknown'
    return [
      {
        rep: withoutDomain(rep),
        queue: queueOf(agent),
        ringSeconds: secondsBetween(agent.startedAt, agent.endedAt),
        result: results[cause] ?? cancelled,
      },
    ]
  })
}
