import { type Version } from './as-record.ts'
import { dayOf } from './calendar.ts'
import { type SimulatedCall } from './simulated-call.ts'

type DueCall = { call: SimulatedCall; version: Version }

/** No call lasts longer than this, so nothing due on a day began before the day before. */
const daysBack = 1

/**
 * What the phone system has to tell between two instants, in the order in which the calls began:
 * each call once, in the newest version there is by then.
 *
 * @param after seconds since 1970, excluded
 * @param until seconds since 1970, included
 */
export function* dueCalls(
  days: (day: number) => readonly SimulatedCall[],
  after: number,
  until: number,
): Generator<DueCall> {
  for (let day = dayOf(after) - daysBack; day <= dayOf(until); day += 1) {
    for (const call of days(day)) {
      const version = versionDue(call, after, until)
      if (version !== null) yield { call, version }
    }
  }
}

function versionDue(call: SimulatedCall, after: number, until: number): Version | null {
  const { knownAt, firstKnownAt } = call
  if (knownAt > after && knownAt <= until) return 'last'
  if (firstKnownAt === null || knownAt <= until) return null
  return firstKnownAt > after && firstKnownAt <= until ? 'first' : null
}
