type Json = Record<string, unknown>

/** `14:05` or `14:05:30` of one day. */
export const at = (time: string): string => `2026-02-02T${time.length === 5 ? `${time}:00` : time}Z`

/** A contact record with everything a contact needs; what a test is about is said by the test. */
export function contact(says: Json = {}): Json {
  return {
    AWSContactTraceRecordFormatVersion: '2017-03-10',
    ContactId: 'a',
    Channel: 'VOICE',
    InitiationMethod: 'INBOUND',
    InitiationTimestamp: at('09:00'),
    ConnectedToSystemTimestamp: at('09:00'),
    DisconnectTimestamp: at('09:06'),
    DisconnectReason: 'CUSTOMER_DISCONNECT',
    LastUpdateTimestamp: at('09:08'),
    InitialContactId: null,
    PreviousContactId: null,
    NextContactId: null,
    CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+12025550101' },
    Queue: {
      Name: 'Support',
      EnqueueTimestamp: at('09:00:20'),
      DequeueTimestamp: at('09:01'),
      Duration: 40,
    },
    Agent: agent('ana', '09:01', '09:06'),
    Attributes: {},
    TransferCompletedTimestamp: null,
    TransferredToEndpoint: null,
    ...says,
  }
}

export const agent = (name: string, from: string, to: string, says: Json = {}): Json => ({
  Username: name,
  ConnectedToAgentTimestamp: at(from),
  AfterContactWorkStartTimestamp: at(to),
  AfterContactWorkDuration: 30,
  AgentInteractionDuration: (Date.parse(at(to)) - Date.parse(at(from))) / 1000,
  CustomerHoldDuration: 0,
  ...says,
})

/** A contact that continues the call of another one. */
export const following = (id: string, previous: string, says: Json = {}): Json =>
  contact({
    ...{ ContactId: id, InitiationMethod: 'TRANSFER', InitialContactId: 'a' },
    ...{ PreviousContactId: previous, InitiationTimestamp: at('09:05') },
    ...says,
  })
