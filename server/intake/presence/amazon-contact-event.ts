import { type PresenceEvent } from '../../../shared/floor/presence.ts'
import { type AdapterSettings } from '../adapters/adapter.ts'
import { type SiteNames } from '../adapters/amazon-connect/site-names.ts'
import { fieldsOf, type JsonObject } from '../adapters/json-fields.ts'
import { callOfContact, isCustomersOwn } from './amazon-contact.ts'
import { aliveWord, lineWord, type SaidOfCall } from './presence-words.ts'

const paths = {
  id: 'detail.contactId',
  initial: 'detail.initialContactId',
  method: 'detail.initiationMethod',
} as const

/**
 * What a contact event of EventBridge says: who waits, and whose waiting is over. It names a queue
 * by its id only, so a site that wants it names its queues; a queue without a name is not told.
 */
export function contactEventWords(
  event: JsonObject,
  settings: AdapterSettings,
  site: SiteNames,
): PresenceEvent[] {
  const fields = fieldsOf(event)
  const at = fields.instant('time')
  const alive = aliveWord(at, settings)
  const channel = (fields.text('detail.channel') ?? 'VOICE').toUpperCase()
  const queueId = fields.text('detail.queueInfo.queueArn')?.split('/').at(-1) ?? null
  if (queueId === null || !site.channels.includes(channel) || !isCustomersOwn(fields, paths)) {
    return alive
  }
  const word = stepOf(fields, at)
  if (word === null) return alive
  const line = { call: callOfContact(fields, paths), queue: site.queueName(queueId) }
  return [...lineWord({ ...line, ...word }, settings), ...alive]
}

function stepOf(
  fields: ReturnType<typeof fieldsOf>,
  at: number | null,
): Pick<SaidOfCall, 'state' | 'at'> | null {
  const answeredAt = fields.instant('detail.agentInfo.connectedToAgentTimestamp')
  switch (fields.text('detail.eventType') ?? '') {
    case 'QUEUED':
      return { state: 'waiting', at: fields.instant('detail.queueInfo.enqueueTimestamp') ?? at }
    case 'CONNECTED_TO_AGENT':
      return { state: 'answered', at: answeredAt ?? at }
    case 'DISCONNECTED':
      // The contact of a rep who hands on ends, too, while the customer may wait in another queue.
      if (answeredAt !== null) return null
      return { state: 'abandoned', at: fields.instant('detail.disconnectTimestamp') ?? at }
    default:
      return null
  }
}
