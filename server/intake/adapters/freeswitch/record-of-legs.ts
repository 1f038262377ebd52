import { offersPerCallLimit, type CallRecord } from '../../../../shared/calls/call-record.ts'
import { outsideNumber } from '../outside-number.ts'
import { type AdapterSettings } from '../adapter.ts'
import { epochOf, instantOrNull, instantText, secondsBetween } from '../times.ts'
import { directionOf } from './direction-of.ts'
import { legsOfParts } from './parts.ts'
import { plainParts } from './plain-parts.ts'
import { hasLeft, isAgent, queueOffers, queueParts } from './queue-parts.ts'
import { withoutDomain } from './queue-words.ts'
import { type ChannelLeg } from './told.ts'

/** The record of a call from its channels: the customer's or caller's, and those it was joined to. */
export function recordOfLegs(
  main: ChannelLeg,
  others: readonly ChannelLeg[],
  settings: AdapterSettings,
): CallRecord {
  const { names } = settings
  const isQueued = main.side === 'member' || main.variable('cc_queue_joined_epoch') !== null
  const direction = isQueued ? 'inbound' : directionOf(main, others, names['public_contexts'])
  const parts = isQueued ? queueParts(main, others) : plainParts(main, others, direction)
  const legs = legsOfParts(main, parts)
  const queueName = main.variable('cc_queue')
  const queue = isQueued && queueName !== null ? withoutDomain(queueName) : null
  const { callerNumber: caller, dialled } = main.profile
  const customer = direction === 'inbound' ? (caller ?? main.variable('sip_from_user')) : dialled
  return {
    source: settings.source,
    externalId: main.uuid,
    version: others.length + 1,
    startedAt: instantText(main.startedAt),
    answeredAt: legs[0]?.answeredAt ?? null,
    endedAt: instantOrNull(main.endedAt),
    direction,
    queue,
    issue: issueOf(main, queue, names['issue']),
    customer:
      direction === 'internal' || customer === null
        ? null
        : outsideNumber(customer, settings.country),
    abandoned:
      direction === 'inbound' && legs.length === 0 && hasLeft(main.variable('cc_cancel_reason')),
    queueSeconds: isQueued ? waited(main) : null,
    legs,
    offers: queueOffers(others.filter(isAgent), legs.length > 0).slice(0, offersPerCallLimit),
  }
}

/** From joining the queue to its answer, or to leaving it without one. */
function waited({ variable }: ChannelLeg): number | null {
  const at = (name: string) => epochOf(variable(name), 'seconds')
  return secondsBetween(
    at('cc_queue_joined_epoch'),
    at('cc_queue_answered_epoch') ?? at('cc_queue_canceled_epoch'),
  )
}

/** The queue, or the channel variable that the site has named. */
export function issueOf(
  { variable }: Pick<ChannelLeg, 'variable'>,
  queue: string | null,
  named: string | undefined,
): string | null {
  if (named === undefined) return null
  return named === 'queue' ? queue : variable(named)
}
