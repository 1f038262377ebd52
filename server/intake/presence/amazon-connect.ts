import { type PresenceEvent } from '../../../shared/floor/presence.ts'
import { type AdapterSettings } from '../adapters/adapter.ts'
import { siteNames } from '../adapters/amazon-connect/site-names.ts'
import { isObject } from '../adapters/json-fields.ts'
import { agentEventWords } from './amazon-agent-event.ts'
import { contactEventWords } from './amazon-contact-event.ts'

/**
 * What one document of Amazon Connect says of the floor: an event of the agent event stream, or a
 * contact event of EventBridge. A contact record says what was, and nothing of what is.
 */
export function presenceInAmazonConnect(
  document: unknown,
  settings: AdapterSettings,
): PresenceEvent[] {
  if (!isObject(document)) return []
  const site = siteNames(settings)
  if (Object.hasOwn(document, 'CurrentAgentSnapshot')) {
    return agentEventWords(document, settings, site)
  }
  return Object.hasOwn(document, 'detail-type') ? contactEventWords(document, settings, site) : []
}
