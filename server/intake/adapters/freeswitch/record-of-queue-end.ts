import { type CallRecord } from '../../../../shared/calls/call-record.ts'
import { outsideNumber } from '../outside-number.ts'
import { type AdapterSettings } from '../adapter.ts'
import { instantOrNull, instantText, secondsBetween } from '../times.ts'
import { hasLeft } from './queue-parts.ts'
import { withoutDomain } from './queue-words.ts'
import { issueOf } from './record-of-legs.ts'
import { type QueueEnd } from './told.ts'

/**
 * The record of a call of which only the end of its queueing was told, or null where that doesn't
 * say when it began. A channel's record says more; its version is higher.
 */
export function recordOfQueueEnd(end: QueueEnd, settings: AdapterSettings): CallRecord | null {
  const { joinedAt, answeredAt, leftAt, endedAt, rep } = end
  const startedAt = end.createdAt ?? joinedAt
  if (startedAt === null) return null
  const queue = end.queue === null ? null : withoutDomain(end.queue)
  const isAnswered = rep !== null && answeredAt !== null
  return {
    source: settings.source,
    externalId: end.member,
    version: 0,
    startedAt: instantText(startedAt),
    answeredAt: isAnswered ? instantText(answeredAt) : null,
    endedAt: instantOrNull(endedAt),
    direction: 'inbound',
    queue,
    issue: issueOf(end, queue, settings.names['issue']),
    customer: end.callerNumber === null ? null : outsideNumber(end.callerNumber, settings.country),
    abandoned: !isAnswered && hasLeft(end.cancelReason),
    queueSeconds: secondsBetween(joinedAt, answeredAt ?? leftAt),
    legs: isAnswered
      ? [
          {
            ...{ rep: withoutDomain(rep), queue },
            answeredAt: instantText(answeredAt),
            endedAt: instantOrNull(leftAt),
            ringSeconds: secondsBetween(end.calledAt, answeredAt),
            talkSeconds: secondsBetween(answeredAt, leftAt),
            holdSeconds: null,
            wrapSeconds: null,
            talkIncludesHold: true,
            ending: null,
            endedBy: null,
          },
        ]
      : [],
  }
}
