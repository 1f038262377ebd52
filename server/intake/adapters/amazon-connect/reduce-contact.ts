import { isObject, type JsonObject } from '../json-fields.ts'
import { type SiteNames } from './site-names.ts'

const fields = [
  ...['ContactId', 'InitialContactId', 'PreviousContactId', 'NextContactId', 'Channel'],
  ...['InitiationMethod', 'InitiationTimestamp', 'ConnectedToSystemTimestamp'],
  ...['DisconnectTimestamp', 'DisconnectReason', 'LastUpdateTimestamp'],
  ...['TransferCompletedTimestamp'],
]
const nested: Readonly<Record<string, readonly string[]>> = {
  Queue: ['Name', 'EnqueueTimestamp', 'Duration'],
  Agent: [
    ...['Username', 'ARN', 'ConnectedToAgentTimestamp', 'AfterContactWorkStartTimestamp'],
    ...['AgentInteractionDuration', 'CustomerHoldDuration', 'AfterContactWorkDuration'],
  ],
  CustomerEndpoint: ['Address'],
  TransferredToEndpoint: ['Address'],
  Recording: ['Status'],
}

/**
 * A contact record with nothing but what a call is made of, to be kept until the other contacts
 * of the call have come. Reading it gives the same contact.
 */
export function reduceContact(document: unknown, { attributes }: SiteNames): string {
  if (!isObject(document)) return '{}'
  const named = Object.values(attributes).filter((name) => name !== null)
  const inside = Object.entries({ ...nested, Attributes: named }).map(([name, names]) => [
    name,
    isObject(document[name]) ? picked(document[name], names) : undefined,
  ])
  return JSON.stringify({ ...picked(document, fields), ...Object.fromEntries(inside) })
}

const picked = (object: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(
    names.filter((name) => Object.hasOwn(object, name)).map((name) => [name, object[name]]),
  )
