import { type AircallCallEvent } from './event.ts'
import { type Stint } from './stints.ts'

/**
 * Milliseconds of hold within a stint, from the times of call.hold and call.unhold. Null where
 * none is told of, because such events may not have been ordered, and where an end has no
 * beginning.
 *
 * @param events of one call, in the order of time
 */
export function holdWithin(stint: Stint, events: readonly AircallCallEvent[]): number | null {
  const { from, until } = stint
  if (from === null || until === null) return null
  let since: number | null = null
  let sum: number | null = null
  for (const { name, at } of events) {
    if (at < from || at > until) continue
    if (name === 'call.hold') since ??= at
    if (name !== 'call.unhold') continue
    if (since === null) return null
    sum = (sum ?? 0) + at - since
    since = null
  }
  return since === null ? sum : (sum ?? 0) + until - since
}
