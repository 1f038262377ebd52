/** Somebody who takes calls, as Aircall knows them. */
export type AircallUser = { id: string; name: string | null; email: string | null }

/** A call as it stood when an event was sent. Instants are epoch milliseconds. */
export type AircallCall = {
  id: string
  direction: 'inbound' | 'outbound'
  startedAt: number
  answeredAt: number | null
  endedAt: number | null
  /** The customer's number. */
  digits: string | null
  /** Who has the call, or had it last. */
  user: AircallUser | null
  /** The name of the center's number. */
  line: string | null
  teams: readonly string[]
  tags: readonly string[]
  isMissed: boolean
  /** Both are filled by a transfer that failed, too. */
  transferredBy: AircallUser | null
  transferredTo: AircallUser | null
  /** The page of the recording, for people who may sign in there. */
  asset: string | null
}

/** An event that a call's record is made of: one of the call, or a user's wrap-up. */
export type AircallEvent =
  | { about: 'call'; name: string; at: number; call: AircallCall }
  | { about: 'wrap'; name: 'user.wut_start' | 'user.wut_end'; at: number; user: AircallUser }

export type AircallCallEvent = Extract<AircallEvent, { about: 'call' }>
export type AircallWrapEvent = Extract<AircallEvent, { about: 'wrap' }>

export type AircallReading =
  | { kind: 'event'; event: AircallEvent }
  /** Well-formed, and of no use for a record; the rule it is ignored under. */
  | { kind: 'other'; rule: string }
  | { kind: 'unreadable'; field: string | null; message: string }
