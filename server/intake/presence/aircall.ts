import { nameLength, type PresenceEvent } from '../../../shared/floor/presence.ts'
import { type AdapterSettings } from '../adapters/adapter.ts'
import { queueOf, repName } from '../adapters/aircall/aircall-names.ts'
import { type AircallCall, type AircallUser } from '../adapters/aircall/event.ts'
import { readAircallEvent, readAircallUser } from '../adapters/aircall/read-event.ts'
import { outsideNumber } from '../adapters/outside-number.ts'
import { aliveWord, lineWord, repWord, type SaidOfRep } from './presence-words.ts'

/**
 * What one webhook of Aircall says of the floor (docs/floor-protocol.md has the table). A call that
 * comes in waits from its beginning: menu, queue and ring in one, as in its record.
 */
export function presenceInAircall(document: unknown, settings: AdapterSettings): PresenceEvent[] {
  const user = readAircallUser(document)
  if (user) return [...userWords(user, settings), ...aliveWord(user.at, settings)]
  const { kind, ...read } = readAircallEvent(document)
  if (kind !== 'event' || !('event' in read) || read.event.about !== 'call') return []
  const { name, at, call } = read.event
  return [
    ...repWords(name, at, call, settings),
    ...lineWords(name, at, call, settings),
    ...aliveWord(at, settings),
  ]
}

type UserEvent = NonNullable<ReturnType<typeof readAircallUser>>

function userWords({ name, at, user, isAvailable, reason }: UserEvent, settings: AdapterSettings) {
  const told = (state: SaidOfRep['state'], why: string | null = null): PresenceEvent[] =>
    repWord({ rep: nameOf(user, settings), state, at, reason: why }, settings)
  switch (name) {
    case 'user.opened':
      return told('available')
    case 'user.closed':
      return told('away', reason)
    case 'user.wut_start':
      return told('wrapping_up')
    case 'user.wut_end':
      return isAvailable === false ? told('away', reason) : told('available')
    case 'user.connected':
      // Who opens the app is there; whether they take calls, the event may leave open.
      if (isAvailable === null) return []
      return isAvailable ? told('available') : told('away', reason)
    case 'user.disconnected':
    case 'user.deleted':
      return told('signed_out')
    default:
      return []
  }
}

/** What a user does from an event on that names them. */
const states: Readonly<Record<string, SaidOfRep['state']>> = {
  'call.ringing_on_agent': 'ringing',
  'call.agent_declined': 'available',
  'call.answered': 'talking',
  'call.hold': 'holding',
  'call.unhold': 'talking',
  'call.hungup': 'available',
}

function repWords(
  name: string,
  at: number,
  call: AircallCall,
  settings: AdapterSettings,
): PresenceEvent[] {
  const place = { queue: lineOf(call, settings), call: call.id, at }
  const word = (user: AircallUser | null, state: SaidOfRep['state']): PresenceEvent[] => {
    const rep = user === null ? null : nameOf(user, settings)
    return repWord(state === 'available' ? { rep, state, at } : { ...place, rep, state }, settings)
  }
  // Somebody who calls out is on their phone, which rings at the other end.
  if (name === 'call.created')
    return call.direction === 'outbound' ? word(call.user, 'ringing') : []
  if (name === 'call.transferred' || name === 'call.external_transferred') {
    return word(call.transferredBy, 'available')
  }
  if (name === 'call.unsuccessful_transfer') {
    return call.answeredAt !== null && call.endedAt === null ? word(call.user, 'talking') : []
  }
  const state = states[name]
  return state === undefined ? [] : word(call.user, state)
}

/** Calls that customers make; one that was answered stays so while it is handed on. */
function lineWords(
  name: string,
  at: number,
  call: AircallCall,
  settings: AdapterSettings,
): PresenceEvent[] {
  if (call.direction !== 'inbound') return []
  const digits = call.digits === null ? null : outsideNumber(call.digits, settings.country)
  const line = { call: call.id, queue: lineOf(call, settings), customer: digits }
  if (call.endedAt !== null) {
    const state = call.answeredAt === null ? 'abandoned' : 'ended'
    return lineWord({ ...line, state, at: call.endedAt }, settings)
  }
  if (name === 'call.external_transferred') {
    return lineWord({ ...line, state: 'ended', at }, settings)
  }
  return call.answeredAt === null
    ? lineWord({ ...line, state: 'waiting', at: call.startedAt }, settings)
    : lineWord({ ...line, state: 'answered', at: call.answeredAt }, settings)
}

const nameOf = (user: AircallUser, { names }: AdapterSettings): string =>
  repName(user, names).slice(0, nameLength)

const lineOf = ({ line, teams, tags }: AircallCall, { names }: AdapterSettings): string | null =>
  queueOf({ line, teams, tags }, names)
