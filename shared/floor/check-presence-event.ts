import { Compile } from 'typebox/compile'
import { instantOf } from '../calls/instant.ts'
import { earliestStart } from '../calls/check-call-record.ts'
import {
  aheadMillisecondsLimit,
  AliveEvent,
  LineEvent,
  type PresenceEvent,
  RepEvent,
} from './presence.ts'

export type EventProblem = { field: string | null; message: string }
export type CheckedEvent =
  { event: PresenceEvent; at: number; problem: null } | { event: null; problem: EventProblem }

const shapes = { rep: Compile(RepEvent), call: Compile(LineEvent), alive: Compile(AliveEvent) }

/**
 * Checks one event's shape and that it has happened already.
 *
 * @param now epoch milliseconds of receipt
 */
export function checkPresenceEvent(value: unknown, now: number): CheckedEvent {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : null
  if (kind !== 'rep' && kind !== 'call' && kind !== 'alive') {
    return refused('kind', 'kind must be "rep", "call" or "alive", in an object of its own.')
  }
  const shape = shapes[kind]
  if (!shape.Check(value)) {
    const [error] = shape.Errors(value)
    const field = fieldOf(error)
    return refused(field, `${field ?? 'The event'} ${error?.message ?? 'is malformed'}.`)
  }
  const at = instantOf(value.at)
  if (Number.isNaN(at)) {
    return refused('at', 'at must be a date and time with its offset, as 2026-03-09T14:02:11Z.')
  }
  if (at < earliestStart) {
    return refused('at', 'at lies before 1980; correct the clock of the source.')
  }
  if (at > now + aheadMillisecondsLimit) {
    return refused(
      'at',
      'at lies more than five minutes ahead; correct the clock or the time zone of the source.',
    )
  }
  return { event: value, at, problem: null }
}

type ShapeError = ReturnType<(typeof shapes)['rep']['Errors']>[number]

function fieldOf(error: ShapeError | undefined): string | null {
  if (error === undefined) return null
  if (error.keyword === 'required') return error.params.requiredProperties[0] ?? null
  if (error.keyword === 'additionalProperties') return error.params.additionalProperties[0] ?? null
  return error.instancePath.slice(1) || null
}

const refused = (field: string | null, message: string): CheckedEvent => ({
  event: null,
  problem: { field, message },
})
