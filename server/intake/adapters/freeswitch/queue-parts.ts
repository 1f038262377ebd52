import { type OfferRecord } from '../../../../shared/calls/call-record.ts'
import { type OfferResult } from '../../../../shared/calls/words.ts'
import { epochOf, secondsBetween } from '../times.ts'
import { type Part } from './parts.ts'
import { withoutDomain } from './queue-words.ts'
import { type ChannelLeg } from './told.ts'

/**
 * The reps' parts in a call that came through a queue. Each runs from the queue's answer to the
 * end of the rep's channel; the customer's was answered by the queue and counts waiting too.
 */
export function queueParts(member: ChannelLeg, agents: readonly ChannelLeg[]): Part[] {
  const parts = agents.flatMap((agent) => partOfAgent(agent, member) ?? [])
  return parts.length > 0 ? parts : partOfMember(member)
}

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
