import { clockSkewSecondsLimit, earliestStart } from '../../../shared/calls/check-call-record.ts'
import { nameLength, type PresenceEvent, reasonLength } from '../../../shared/floor/presence.ts'
import { type AdapterSettings } from '../adapters/adapter.ts'

type Settings = Pick<AdapterSettings, 'source' | 'now'>
type RepEvent = Extract<PresenceEvent, { kind: 'rep' }>
type LineEvent = Extract<PresenceEvent, { kind: 'call' }>

/** A word on a rep; `at` in epoch milliseconds. What is not known is null or left out. */
export type SaidOfRep = {
  rep: string | null
  state: RepEvent['state']
  at: number | null
  reason?: string | null
  queue?: string | null
  call?: string | null
}

/** A word on a customer's call; `at` in epoch milliseconds. */
export type SaidOfCall = {
  call: string | null
  state: LineEvent['state']
  at: number | null
  queue: string | null
  customer?: string | null
}

/** What says who, what and when becomes an event of the floor; what lacks one of them is none. */
export function repWord(said: SaidOfRep, { source, now }: Settings): PresenceEvent[] {
  const { rep, state, reason, queue, call } = said
  const at = instantOf(said.at, now)
  if (!isName(rep) || at === null) return []
  const why = reason?.replaceAll('\0', '').slice(0, reasonLength) ?? ''
  const event: RepEvent = {
    ...{ kind: 'rep', source, at, rep, state },
    ...(why === '' ? {} : { reason: why }),
    ...(isName(queue) ? { queue } : {}),
    ...(isName(call) ? { call } : {}),
  }
  return [event]
}

export function lineWord(said: SaidOfCall, { source, now }: Settings): PresenceEvent[] {
  const { call, state, queue, customer } = said
  const at = instantOf(said.at, now)
  if (!isName(call) || !isName(queue) || at === null) return []
  const event: LineEvent = {
    ...{ kind: 'call', source, at, call, state, queue },
    ...(isName(customer) ? { customer } : {}),
  }
  return [event]
}

/** The source is there, whatever else could be told. */
export function aliveWord(at: number | null, { source, now }: Settings): PresenceEvent[] {
  const text = instantOf(at, now)
  return text === null ? [] : [{ kind: 'alive', source, at: text }]
}

const isName = (text: string | null | undefined): text is string =>
  typeof text === 'string' && text !== '' && text.length <= nameLength && !text.includes('\0')

/**
 * An instant of the past. Of a phone system whose clock is ahead it is when it was heard: else what
 * it says would hold against everything that is said before that instant has come.
 */
function instantOf(at: number | null, now: number): string | null {
  const isUsable = at !== null && at >= earliestStart && at <= now + clockSkewSecondsLimit * 1000
  return isUsable ? new Date(Math.min(at, now)).toISOString() : null
}
