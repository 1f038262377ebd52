import { type PresenceEvent } from '../../../shared/floor/presence.ts'
import { externalIdOf, source } from './as-record.ts'
import { dayOf } from './calendar.ts'
import { partEndsAt, talkEndsAt, type Part } from './conversation.ts'
import { rotaOf, type Shift } from './rota.ts'
import { type SimulatedCall } from './simulated-call.ts'
import { type World } from './world.ts'

type RepState = Extract<PresenceEvent, { kind: 'rep' }>['state']
type LineState = Extract<PresenceEvent, { kind: 'call' }>['state']
/** Seconds since 1970, and what happens then. */
type Moment = { at: number; event: PresenceEvent }

/** A shift lasts no longer, so whoever works now began since. */
const shiftSecondsLimit = 12 * 3_600

/**
 * What the phone system says of the floor between two instants, in order: who begins and ends a
 * shift, who waits, who talks, holds and wraps up.
 *
 * @param after seconds since 1970, excluded
 * @param until seconds since 1970, included
 */
export function presenceBetween(
  world: World,
  days: (day: number) => readonly SimulatedCall[],
  after: number,
  until: number,
): PresenceEvent[] {
  const moments: Moment[] = []
  for (let day = dayOf(after - shiftSecondsLimit); day <= dayOf(until); day += 1) {
    const calls = days(day)
    const shifts = rotaOf(world.seed, world.people, day, world.firstDay)
    const shiftOf = (part: Part) => shifts[part.rep.place] ?? null
    for (const call of calls) moments.push(...momentsOf(call, shiftOf))
    const parts = calls.flatMap((call) => call.answered?.parts ?? [])
    for (const { place, alias } of world.people) {
      const shift = shifts[place]
      if (!shift) continue
      moments.push(repMoment(shift.from, alias, 'available'))
      const isBusy = parts.some(
        (part) =>
          part.rep.place === place &&
          part.answeredAt <= shift.until &&
          partEndsAt(part) > shift.until,
      )
      if (!isBusy) moments.push(repMoment(shift.until, alias, 'signed_out'))
    }
  }
  return moments
    .filter(({ at }) => at > after && at <= until)
    .sort((a, b) => a.at - b.at)
    .map(({ event }) => event)
}

/** What is still so at an instant: the last word on each rep, and on each call that is there. */
export function presenceAt(
  world: World,
  days: (day: number) => readonly SimulatedCall[],
  now: number,
): PresenceEvent[] {
  const last = new Map<string, PresenceEvent>()
  for (const event of presenceBetween(world, days, now - shiftSecondsLimit, now)) {
    if (event.kind === 'alive') continue
    const key = event.kind === 'rep' ? `rep ${event.rep}` : `call ${event.call}`
    // The last word stands last, so that all of them stay in order of time.
    last.delete(key)
    last.set(key, event)
  }
  return [...last.values()].filter(
    (event) => event.kind === 'rep' || (event.kind === 'call' && isThere(event.state)),
  )
}

const isThere = (state: LineState): boolean => state === 'waiting' || state === 'answered'

function momentsOf(call: SimulatedCall, shiftOf: (part: Part) => Shift | null): Moment[] {
  const { attempt, answered, ivrSeconds, queueSeconds, endsAt } = call
  const name = externalIdOf(call)
  const queue = attempt.queue.name
  const line = (at: number, state: LineState): Moment => {
    const { account } = attempt.customer
    const event: PresenceEvent = {
      ...{ kind: 'call', source, at: instant(at), call: name, state, queue },
      ...(account === null ? {} : { customer: account }),
    }
    return { at, event }
  }
  const waitsFrom = attempt.at + (ivrSeconds ?? 0)
  const waits = queueSeconds === null ? [] : [line(waitsFrom, 'waiting')]
  if (!answered) return [...waits, line(endsAt, 'abandoned')]
  const [first] = answered.parts
  const parts = answered.parts.flatMap((part) => {
    const onCall = { queue, call: name }
    const { alias } = part.rep
    const heldFrom = part.answeredAt + Math.floor(part.times.talk / 2)
    const held =
      part.times.hold > 0
        ? [
            repMoment(heldFrom, alias, 'holding', onCall),
            repMoment(heldFrom + part.times.hold, alias, 'talking', onCall),
          ]
        : []
    const shift = shiftOf(part)
    const isOver = shift !== null && partEndsAt(part) > shift.until
    return [
      repMoment(part.answeredAt, alias, 'talking', onCall),
      ...held,
      repMoment(talkEndsAt(part), alias, 'wrapping_up'),
      repMoment(partEndsAt(part), alias, isOver ? 'signed_out' : 'available'),
    ]
  })
  return [...waits, line(first.answeredAt, 'answered'), ...parts, line(endsAt, 'ended')]
}

const repMoment = (
  at: number,
  rep: string,
  state: RepState,
  on: { queue?: string; call?: string } = {},
): Moment => ({ at, event: { kind: 'rep', source, at: instant(at), rep, state, ...on } })

const instant = (seconds: number): string => new Date(seconds * 1_000).toISOString()
