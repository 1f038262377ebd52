type Json = Record<string, unknown>

/** An instant of one call: seconds after it began, also with a fraction. */
export const after = (seconds: number): string =>
  new Date(Date.parse('2026-02-02T09:00:00Z') + seconds * 1000).toISOString()

/** `[type, from, to]` in seconds, and what else a test says. */
export const segment = (type: string, from: number, to: number | null, says: Json = {}): Json => ({
  ...{ segmentType: type, segmentStart: after(from), conference: false },
  ...(to === null ? {} : { segmentEnd: after(to) }),
  ...says,
})

/** Metrics in milliseconds, by name. */
export const metrics = (values: Record<string, number>): Json[] =>
  Object.entries(values).map(([name, value]) => ({ name, value, emitDate: after(0) }))

export const session = (
  segments: Json[],
  values: Record<string, number>,
  says: Json = {},
): Json => ({
  ...{ sessionId: 's', mediaType: 'voice', direction: 'inbound', peerId: 'customer' },
  ...{ segments, metrics: metrics(values) },
  ...says,
})

export const party = (purpose: string, sessions: Json[], says: Json = {}): Json => ({
  ...{ participantId: `${purpose} party`, purpose, sessions },
  ...says,
})

export const customer = (to: number, says: Json = {}, partySays: Json = {}): Json =>
  party(
    'customer',
    [
      session(
        [segment('interact', 0, to, { disconnectType: 'endpoint' })],
        {},
        { ...{ sessionId: 'customer', peerId: 'menu', ani: 'tel:+4930123456' }, ...says },
      ),
    ],
    partySays,
  )

export const menu = party('ivr', [
  session([segment('ivr', 0, 20, { disconnectType: 'transfer' })], { tIvr: 20_000 }),
])

export const queue = (to: number, values: Record<string, number> = { tAcd: 40_000 }): Json =>
  party(
    'acd',
    [session([segment('interact', 20, to, { queueId: 'q1', disconnectType: 'transfer' })], values)],
    { participantName: 'Support' },
  )

/** A rep who answered after a minute. */
export const rep = (
  userId: string,
  says: { values?: Record<string, number>; end?: Json } & Json = {},
) => {
  const { values, end, from = 60, to = 360, ...others } = says
  const [begin, until] = [Number(from), Number(to)]
  const q = { queueId: 'q1' }
  return party(
    'agent',
    [
      session(
        [
          segment('alert', begin - 5, begin, q),
          segment('interact', begin, until, { ...q, disconnectType: 'peer', ...end }),
          segment('wrapup', until, until + 30, { ...q, wrapUpCode: `code of ${userId}` }),
        ],
        values ?? {
          ...{ tAlert: 5_000, tAnswered: 40_000, tTalk: (until - begin) * 1000 },
          ...{ tAcw: 30_000, tHandle: (until - begin + 30) * 1000 },
        },
        { sessionId: `session of ${userId}`, ...others },
      ),
    ],
    { userId },
  )
}

/** A conversation with everything a call needs; what a test is about is said by the test. */
export const conversation = (participants: Json[], says: Json = {}): Json => ({
  ...{ conversationId: 'a', conversationStart: after(0), conversationEnd: after(390) },
  ...{ originatingDirection: 'inbound', participants },
  ...says,
})
