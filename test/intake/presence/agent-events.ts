/** Events of Amazon Connect's agent event stream and of EventBridge, written for the tests. */
type Data = Record<string, unknown>

const arn = 'arn:aws:connect:eu-west-1:1:instance/i'
const day = '2026-02-02'
export const clock = (time: string): string => `${day}T${time}.000Z`

/** A contact in an agent's snapshot: contact c1, offered from the queue Billing. */
export const offered = (state: string, since: string, says: Data = {}): Data => ({
  ...{ ContactId: 'c1', InitialContactId: null, Channel: 'VOICE', InitiationMethod: 'INBOUND' },
  ...{ State: state, StateStartTimestamp: clock(since), QueueTimestamp: clock('09:59:40') },
  ConnectedToAgentTimestamp: state.startsWith('CONNECTED') ? clock('10:00:05') : null,
  Queue: { ARN: `${arn}/queue/q1`, Name: 'Billing', Channels: ['VOICE'] },
  ...says,
})

export const available: Data = {
  Name: 'Available',
  Type: 'ROUTABLE',
  StartTimestamp: clock('08:00:00'),
}
export const lunch: Data = { Name: 'Lunch', Type: 'CUSTOM', StartTimestamp: clock('11:00:00') }
export const offline: Data = { Name: 'Offline', Type: 'OFFLINE', StartTimestamp: clock('17:00:00') }

export const snapshot = (status: Data, ...contacts: Data[]): Data => ({
  AgentStatus: status,
  Configuration: { Username: 'ana', FirstName: 'Ana', RoutingProfile: { Name: 'Basic' } },
  Contacts: contacts,
})

export const agentEvent = (
  type: string,
  time: string,
  now: Data,
  before: Data | null = null,
): Data => ({
  ...{ AWSAccountId: '1', AgentARN: `${arn}/agent/a1`, InstanceARN: arn, Version: '2017-10-01' },
  ...{ EventId: `${type} ${time}`, EventTimestamp: clock(time), EventType: type },
  ...{ CurrentAgentSnapshot: now, PreviousAgentSnapshot: before },
})

/** A contact event, in the envelope of EventBridge. */
export const contactEvent = (type: string, time: string, says: Data = {}): Data => ({
  ...{ version: '0', id: `${type} ${time}`, source: 'aws.connect', account: '1' },
  ...{ 'detail-type': 'Amazon Connect Contact Event', time: clock(time), resources: [] },
  detail: {
    ...{ eventType: type, contactId: 'c1', channel: 'VOICE', instanceArn: arn },
    ...{ initiationMethod: 'INBOUND', initiationTimestamp: clock('09:59:00') },
    queueInfo: {
      queueArn: `${arn}/queue/q1`,
      queueType: 'STANDARD',
      enqueueTimestamp: clock(time),
    },
    ...says,
  },
})
