/** How a channel was called. */
export type CallerProfile = {
  callerNumber: string | null
  dialled: string | null
  context: string | null
}

/** One channel's record. Instants are epoch milliseconds; null: never. */
export type ChannelLeg = {
  kind: 'leg'
  uuid: string
  startedAt: number
  answeredAt: number | null
  bridgedAt: number | null
  endedAt: number | null
  /** member: the customer in a queue; agent: who answered them; null: no queue. */
  side: string | null
  /** How long this channel's party held the other; null: not written. */
  holdMilliseconds: number | null
  /** Seen from the switch: it made this channel. */
  isOutgoing: boolean
  profile: CallerProfile
  /** A channel variable, decoded; null where it is empty or missing. */
  variable: (name: string) => string | null
}

/** An event that says how a queue let a caller go. Its instants are whole seconds, but the first. */
export type QueueEnd = {
  kind: 'queueEnd'
  /** The customer's channel. */
  member: string
  createdAt: number | null
  joinedAt: number | null
  calledAt: number | null
  answeredAt: number | null
  /** When the rep's part was over. */
  leftAt: number | null
  endedAt: number | null
  queue: string | null
  rep: string | null
  /** Why nobody was found: TIMEOUT, EXIT_WITH_KEY, BREAK_OUT, … */
  cancelReason: string | null
  callerNumber: string | null
  dialled: string | null
  variable: (name: string) => string | null
}

export type Told =
  | ChannelLeg
  | QueueEnd
  /** Well-formed, and of no use for a record; the rule it is ignored under. */
  | { kind: 'other'; rule: string }
  | { kind: 'unreadable'; field: string | null; message: string }

/** The customer's channel, or the caller's: which call a document tells of. */
export function callOf(told: ChannelLeg | QueueEnd): string {
  if (told.kind === 'queueEnd') return told.member
  const { side, uuid, variable, isOutgoing } = told
  if (side === 'member') return uuid
  if (side === 'agent') return variable('cc_member_session_uuid') ?? uuid
  const made = variable('originating_leg_uuid') ?? variable('call_uuid')
  return made ?? (isOutgoing ? variable('bridge_uuid') : null) ?? uuid
}
