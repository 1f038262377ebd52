import { type RowRefusal } from '../../row-outcome.ts'
import { type QueueEvent } from './queue-event.ts'
import { refusal } from './refusal.ts'

/**
 * A duration among the parameters of an event, in whole seconds. Null where the version of
 * Asterisk doesn't say it, and where it is below zero: then its clock was set back meanwhile.
 */
export function secondsIn(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null
}

/** Why an event can't be read whose parameters at these places are to be numbers. */
export function unreadable(
  event: QueueEvent,
  places: readonly number[],
  field: string,
): RowRefusal | null {
  const found = places.find((place) => !/^(-?\d{1,9})?$/.test(event.data[place] ?? ''))
  if (found === undefined) return null
  const said = (event.data[found] ?? '').slice(0, 60)
  return refusal(
    'field_invalid',
    field,
    `"${said}" stands where ${event.name} has a number (parameter ${found + 1}); correct the line.`,
    event.callid,
  )
}
