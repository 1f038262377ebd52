import { epochOf } from '../times.ts'
import { listOf, objectOf, textOf, type JsonObject } from '../json-values.ts'
import {
  type AircallCall,
  type AircallEvent,
  type AircallReading,
  type AircallUser,
} from './event.ts'

/**
 * Reads one webhook of Aircall. What is sent is { resource, event, timestamp, token, data }; some
 * collectors keep it under `body`, with headers beside it.
 */
export function readAircallEvent(document: unknown): AircallReading {
  const { event, name, data } = partsOf(document)
  if (!event || name === null || !data) {
    return no(null, 'This is no event of Aircall: it lacks event or data. Send webhooks unchanged.')
  }
  const at = epochOf(event['timestamp'], 'seconds')
  if (at === null) {
    return no(null, 'The event has no timestamp in epoch seconds. Send webhooks unchanged.')
  }
  if (name.startsWith('call.')) return readCallEvent(name, at, data)
  return readOtherEvent(name, at, data)
}

function partsOf(document: unknown) {
  const whole = objectOf(document)
  const event = whole && (objectOf(whole['body']) ?? whole)
  const name = textOf(event?.['event'])?.replace(/\.v\d+$/, '') ?? null
  return { event, name, data: objectOf(event?.['data']) }
}

/** Whether a user takes calls, and why not; null where the event leaves it open. */
export type AircallUserEvent = {
  name: string
  at: number
  user: AircallUser
  isAvailable: boolean | null
  reason: string | null
}

/** Reads a webhook that tells what a user is doing; null where it tells of something else. */
export function readAircallUser(document: unknown): AircallUserEvent | null {
  const { event, name, data } = partsOf(document)
  const at = epochOf(event?.['timestamp'], 'seconds')
  const user = userOf(data)
  if (name?.startsWith('user.') !== true || at === null || !data || !user) return null
  const status = textOf(data['availability_status'])
  const isAvailable =
    typeof data['available'] === 'boolean' ? data['available'] : isAvailableBy(status)
  const reason = textOf(data['substatus']) ?? (status === 'unavailable' ? null : status)
  return { name, at, user, isAvailable, reason: isAvailable === true ? null : reason }
}

/** `custom` follows the user's hours, so it says neither. */
const isAvailableBy = (status: string | null): boolean | null =>
  status === 'available' || status === 'unavailable' ? status === 'available' : null

const no = (field: string | null, message: string): AircallReading => ({
  kind: 'unreadable',
  field,
  message,
})

function readOtherEvent(name: string, at: number, data: JsonObject): AircallReading {
  if (name === 'user.wut_start' || name === 'user.wut_end') {
    const user = userOf(data)
    if (!user) return no(null, `${name} names no user. Send webhooks unchanged.`)
    return { kind: 'event', event: { about: 'wrap', name, at, user } }
  }
  if (name.startsWith('user.')) return { kind: 'other', rule: 'agent_state' }
  if (name.startsWith('number.')) return { kind: 'other', rule: 'number_change' }
  if (name.startsWith('contact.')) return { kind: 'other', rule: 'contact_change' }
  return { kind: 'other', rule: 'unknown_event' }
}

function readCallEvent(name: string, at: number, data: JsonObject): AircallReading {
  const id = textOf(data['id'])
  const direction = textOf(data['direction'])
  const startedAt = epochOf(data['started_at'], 'seconds')
  // Later kinds of events tell of a call without holding it, such as a transcript that is ready.
  if (direction === null && data['started_at'] === undefined) {
    return { kind: 'other', rule: 'unknown_event' }
  }
  if (id === null) return no('externalId', 'The call has no data.id. Send webhooks unchanged.')
  if (startedAt === null) {
    return no('startedAt', 'data.started_at is no time in epoch seconds. Send webhooks unchanged.')
  }
  if (direction !== 'inbound' && direction !== 'outbound') {
    return no(
      'direction',
      'data.direction is neither inbound nor outbound. Send webhooks unchanged.',
    )
  }
  const call: AircallCall = { id, direction, startedAt, ...restOf(data) }
  const event: AircallEvent = { about: 'call', name, at, call }
  return { kind: 'event', event }
}

function restOf(data: JsonObject): Omit<AircallCall, 'id' | 'direction' | 'startedAt'> {
  return {
    answeredAt: epochOf(data['answered_at'], 'seconds'),
    endedAt: epochOf(data['ended_at'], 'seconds'),
    digits: textOf(data['raw_digits']),
    user: userOf(data['user']),
    line: textOf(objectOf(data['number'])?.['name']),
    teams: namesIn(data['teams']),
    tags: namesIn(data['tags']),
    isMissed: data['missed_call_reason'] != null,
    transferredBy: userOf(data['transferred_by']),
    transferredTo: userOf(data['transferred_to']),
    asset: textOf(data['asset']),
  }
}

/** Whoever is nobody comes as null, as {}, or not at all. */
function userOf(value: unknown): AircallUser | null {
  const user = objectOf(value)
  const id = textOf(user?.['id'])
  if (!user || id === null) return null
  return { id, name: textOf(user['name']), email: textOf(user['email']) }
}

const namesIn = (value: unknown): string[] =>
  listOf(value).flatMap((each) => {
    const name = textOf(objectOf(each)?.['name'])
    return name === null ? [] : [name]
  })
