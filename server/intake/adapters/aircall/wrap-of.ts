import { type AircallWrapEvent } from './event.ts'
import { type Stint } from './stints.ts'

/** Wrap-up begins with the end of a stint; what tells of both may be apart by this much. */
export const wrapToleranceMilliseconds = 3_000

export type Wrap = {
  /** Null while it goes on, or its end was not sent. */
  milliseconds: number | null
  events: readonly AircallWrapEvent[]
}

/**
 * The wrap-up that followed a stint: what really passed between the user's wut_start and wut_end,
 * not the setting that limits it. Null where none was sent.
 *
 * @param wraps events of any users, in the order of time
 */
export function wrapOf({ user, until }: Stint, wraps: readonly AircallWrapEvent[]): Wrap | null {
  if (until === null) return null
  const own = wraps.filter((event) => event.user.id === user.id)
  const start = own.find(
    ({ name, at }) =>
      name === 'user.wut_start' && Math.abs(at - until) <= wrapToleranceMilliseconds,
  )
  if (!start) return null
  const next = own.find(({ name, at }) => name === 'user.wut_start' && at > start.at)
  const end = own.find(
    ({ name, at }) => name === 'user.wut_end' && at >= start.at && !(next && at > next.at),
  )
  return { milliseconds: end ? end.at - start.at : null, events: end ? [start, end] : [start] }
}
