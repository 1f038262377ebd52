/** Records of channels as mod_json_cdr writes them, made for the tests. Times from a start. */
type Variables = Readonly<Record<string, string>>

export const began = 1_760_000_000

/** Microseconds since 1970 of a second after the start; 0 is never. */
const micro = (second: number | null) =>
  second === null ? '0' : String(Math.round((began + second) * 1_000_000))
export const epochAt = (second: number) => String(began + second)

export type Times = { start: number; answer?: number; bridge?: number; end?: number }

/** One channel, with its values URL-encoded. */
export function channel(uuid: string, times: Times, more: Variables, caller: Variables = {}) {
  const { start, answer, bridge, end } = times
  const variables: Variables = {
    uuid,
    ...{ start_uepoch: micro(start), answer_uepoch: micro(answer ?? null) },
    ...{ bridge_uepoch: micro(bridge ?? null), end_uepoch: micro(end ?? null) },
    ...more,
  }
  const encoded = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, encodeURIComponent(value)]),
  )
  const profile = {
    ...{ caller_id_number: '+4930555001', destination_number: '800', context: 'public' },
    ...caller,
  }
  return {
    'core-uuid': 'core',
    switchname: 'fs',
    channel_data: { direction: 'inbound' },
    variables: encoded,
    app_log: { applications: [] },
    callflow: [
      { profile_index: '2', caller_profile: { caller_id_number: '999', context: 'default' } },
      { profile_index: '1', caller_profile: profile },
    ],
  }
}

/** A customer's channel that waits 10 seconds in support@default and talks to 1001 for 60. */
export const member = (more: Variables = {}) =>
  channel(
    'member',
    { start: 0, answer: 0.2, bridge: 11, end: 72 },
    {
      ...{ cc_side: 'member', cc_queue: 'support@default', cc_agent: '1001@default' },
      ...{ cc_queue_joined_epoch: epochAt(1), cc_queue_answered_epoch: epochAt(11) },
      ...{ cc_queue_terminated_epoch: epochAt(71), cc_agent_uuid: 'agent', cc_cause: 'answered' },
      ...{ billsec: '72', hangup_cause: 'NORMAL_CLEARING', sip_hangup_disposition: 'send_bye' },
      ...more,
    },
  )

/** The channel of 1001, which rang from the fifth second on. */
export const agent = (more: Variables = {}) =>
  channel(
    'agent',
    { start: 5, answer: 10.6, bridge: 12, end: 71.8 },
    {
      ...{ cc_side: 'agent', cc_queue: 'support@default', cc_agent: '1001@default' },
      ...{ cc_member_session_uuid: 'member', hold_accum_ms: '12400' },
      ...{ hangup_cause: 'NORMAL_CLEARING', sip_hangup_disposition: 'recv_bye' },
      ...more,
    },
  )
