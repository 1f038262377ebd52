import { type KeptDocument } from '../../row-outcome.ts'
import { isObject, type JsonObject } from '../json-fields.ts'
import { keptVariables } from './read-document.ts'
import { type ChannelLeg, type QueueEnd } from './told.ts'

const eventFields = [
  ...['Event-Subclass', 'CC-Action', 'CC-Member-Session-UUID', 'Caller-Channel-Created-Time'],
  ...['CC-Member-Joined-Time', 'CC-Agent-Called-Time', 'CC-Agent-Answered-Time', 'CC-Queue'],
  ...[
    'CC-Member-Leaving-Time',
    'CC-Agent',
    'CC-Cancel-Reason',
    'CC-Member-CID-Number',
    'Caller-ANI',
  ],
  ...['Caller-Destination-Number', 'variable_end_epoch'],
]
const profileFields = ['caller_id_number', 'destination_number', 'context']

/**
 * A document, to be read again with the others of its call: a channel's record holds hundreds of
 * variables, and only those are kept that a call is made of, as they were written.
 *
 * @param call the customer's or the caller's channel
 */
export function keptDocument(
  told: ChannelLeg | QueueEnd,
  call: string,
  document: JsonObject,
  issueVariable: string | null,
): KeptDocument {
  const names = issueVariable === null ? keptVariables : [...keptVariables, issueVariable]
  const reduced = told.kind === 'leg' ? legOf(document, names) : eventOf(document, names)
  return {
    call,
    part: told.kind === 'leg' ? told.uuid : `queue end of ${told.member}`,
    version: 0,
    text: JSON.stringify(reduced),
  }
}

function legOf(document: JsonObject, names: readonly string[]): JsonObject {
  const { variables, channel_data: channel, callflow } = document
  const flow: unknown = Array.isArray(callflow) ? callflow.at(-1) : null
  const profile = isObject(flow) ? flow['caller_profile'] : null
  return {
    variables: picked(variables, names),
    channel_data: picked(channel, ['direction']),
    callflow: [{ caller_profile: picked(profile, profileFields) }],
  }
}

const eventOf = (document: JsonObject, names: readonly string[]): JsonObject =>
  picked(document, [...eventFields, ...names.map((name) => `variable_${name}`)])

function picked(from: unknown, names: readonly string[]): JsonObject {
  if (!isObject(from)) return {}
  const present = names.filter((name) => Object.hasOwn(from, name))
  return Object.fromEntries(present.map((name) => [name, from[name]]))
}
