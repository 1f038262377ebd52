import { Buffer } from 'node:buffer'
import { objectOf, textOf, type JsonObject } from '../json-values.ts'
import { epochOf, numberOf } from '../times.ts'
import { type CallerProfile, type ChannelLeg, type QueueEnd, type Told } from './told.ts'

/**
 * Reads one document of FreeSWITCH: a channel's record as mod_json_cdr writes it, or an event of
 * mod_callcenter. Values may be URL-encoded, as they are unless encode-values is off.
 *
 * @param issueVariable the channel variable that tells issues apart; null: none does
 */
export function readFreeswitchDocument(document: unknown, issueVariable: string | null): Told {
  const whole = objectOf(document)
  const variables = objectOf(whole?.['variables'])
  const names = issueVariable === null ? keptVariables : [...keptVariables, issueVariable]
  if (whole && variables) return readLeg(whole, keptOf(variables, '', names))
  if (whole && decoded(whole['Event-Subclass']) === 'callcenter::info') {
    return readQueueEvent(whole, keptOf(whole, 'variable_', names))
  }
  if (whole && (textOf(whole['Event-Name']) ?? textOf(whole['Event-Subclass'])) !== null) {
    return { kind: 'other', rule: 'unknown_event' }
  }
  return no(
    null,
    'This is neither a record of mod_json_cdr nor an event of mod_callcenter. Take it out of the file.',
  )
}

const no = (field: string | null, message: string): Told => ({ kind: 'unreadable', field, message })

/** The JSON that a posted body holds: as it is, as cdr=, URL-encoded, or in base64. */
export function unwrappedBody(body: string): string | null {
  const bare = body.trim().replace(/^cdr=/, '')
  const text = unescaped(bare)
  if (text.startsWith('{')) return text
  if (!/^[A-Za-z0-9+/_-]{8,}={0,2}$/.test(text)) return null
  const plain = Buffer.from(text, 'base64').toString('utf8').trim()
  return plain.startsWith('{') ? plain : null
}

/** A value as it was before it was URL-encoded; what isn't encoded stays as it is. */
function unescaped(text: string): string {
  if (!/%[0-9A-Fa-f]{2}/.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export function decoded(value: unknown): string | null {
  const text = textOf(value)
  return text === null ? null : textOf(unescaped(text))
}

/** A channel has hundreds of variables; only these are kept until its call is told. */
export const keptVariables: readonly string[] = [
  ...['uuid', 'cc_side', 'cc_queue', 'cc_agent', 'cc_agent_uuid', 'cc_member_session_uuid'],
  ...['cc_queue_joined_epoch', 'cc_queue_answered_epoch', 'cc_queue_terminated_epoch'],
  ...[
    'cc_queue_canceled_epoch',
    'cc_cancel_reason',
    'originating_leg_uuid',
    'call_uuid',
    'bridge_uuid',
  ],
  ...['bridge_channel', 'channel_name', 'dialed_user', 'last_arg', 'sip_from_user'],
  ...['sofia_profile_name', 'sip_gateway_name', 'sip_gateway', 'sip_hangup_disposition'],
  ...['hangup_cause', 'transfer_history', 'hold_accum_usec', 'hold_accum_ms'],
  ...['hold_accum_seconds', 'start_uepoch', 'start_epoch', 'answer_uepoch', 'answer_epoch'],
  ...['bridge_uepoch', 'bridge_epoch', 'end_uepoch', 'end_epoch'],
]

type Variables = (name: string) => string | null

function keptOf(from: JsonObject, prefix: string, names: readonly string[]): Variables {
  const kept = new Map<string, string>()
  for (const name of names) {
    const value = decoded(from[`${prefix}${name}`])
    if (value !== null) kept.set(name, value)
  }
  return (name) => kept.get(name) ?? null
}

function readLeg(whole: JsonObject, text: Variables): Told {
  /** Microseconds where there are such, else seconds; 0 is never. */
  const at = (name: string) =>
    epochOf(text(`${name}_uepoch`), 'microseconds') ?? epochOf(text(`${name}_epoch`), 'seconds')
  const uuid = text('uuid')
  const startedAt = at('start')
  if (uuid === null)
    return no('externalId', 'The record has no variables.uuid. Write all variables.')
  if (startedAt === null) {
    return no('startedAt', 'The record has no variables.start_uepoch. Write all variables.')
  }
  const leg: ChannelLeg = {
    ...{ kind: 'leg', uuid, startedAt, variable: text },
    answeredAt: at('answer'),
    bridgedAt: at('bridge'),
    endedAt: at('end'),
    side: text('cc_side')?.toLowerCase() ?? null,
    holdMilliseconds: holdOf(text),
    isOutgoing: textOf(objectOf(whole['channel_data'])?.['direction']) === 'outbound',
    profile: firstProfile(whole['callflow']),
  }
  return leg
}

function holdOf(text: Variables): number | null {
  const microseconds = numberOf(text('hold_accum_usec'))
  if (microseconds !== null) return microseconds / 1000
  const milliseconds = numberOf(text('hold_accum_ms'))
  if (milliseconds !== null) return milliseconds
  const seconds = numberOf(text('hold_accum_seconds'))
  return seconds === null ? null : seconds * 1000
}

/** How the caller came in: the profile with the lowest index, which is the last of the list. */
function firstProfile(callflow: unknown): CallerProfile {
  const flows = Array.isArray(callflow) ? callflow : []
  const profile = objectOf(objectOf(flows.at(-1))?.['caller_profile'])
  return {
    callerNumber: decoded(profile?.['caller_id_number']),
    dialled: decoded(profile?.['destination_number']),
    context: decoded(profile?.['context']),
  }
}

function readQueueEvent(event: JsonObject, variable: Variables): Told {
  const text = (name: string) => decoded(event[name])
  const action = text('CC-Action') ?? ''
  if (action !== 'member-queue-end') {
    return { kind: 'other', rule: action.startsWith('agent-') ? 'agent_state' : 'queue_event' }
  }
  const member = text('CC-Member-Session-UUID')
  if (member === null) {
    return no('externalId', 'The event has no CC-Member-Session-UUID. Send events unchanged.')
  }
  const at = (...names: string[]) =>
    names.map((name) => epochOf(text(name), 'seconds')).find((instant) => instant !== null) ?? null
  const end: QueueEnd = {
    ...{ kind: 'queueEnd', member, variable },
    createdAt: epochOf(text('Caller-Channel-Created-Time'), 'microseconds'),
    joinedAt: at('CC-Member-Joined-Time', 'variable_cc_queue_joined_epoch'),
    calledAt: at('CC-Agent-Called-Time'),
    answeredAt: at('CC-Agent-Answered-Time', 'variable_cc_queue_answered_epoch'),
    leftAt: at('variable_cc_queue_terminated_epoch', 'CC-Member-Leaving-Time'),
    endedAt: at('variable_end_epoch', 'CC-Member-Leaving-Time'),
    queue: text('CC-Queue'),
    rep: text('CC-Agent'),
    cancelReason: text('CC-Cancel-Reason') ?? variable('cc_cancel_reason'),
    callerNumber: text('CC-Member-CID-Number') ?? text('Caller-ANI'),
    dialled: text('Caller-Destination-Number'),
  }
  return end
}
