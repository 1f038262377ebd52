import { type WindowStatus } from '../calls/words.ts'

/** All in one unit, seconds since 1970 or any other; starts only, never an end. */
export type WindowTimes = {
  startedAt: number
  /** Start of the next inbound call by the same customer about the same issue, if any. */
  nextSameIssueAt: number | null
  window: number
  /** Up to here every feed is complete; not the clock. */
  watermarkAt: number
}

/**
 * Did the customer come back about the same issue within the window? Measured start to start: from
 * the end, a longer call would move its own window. `not_resolved` as soon as the return is seen,
 * `resolved` once the window is closed without one, `open` before, `unlinkable` where nobody knows
 * who called. Example: a return after exactly 7 days is outside. Source: METHOD 4.1 (V7).
 */
export function windowStatus(linkable: boolean, times: WindowTimes): WindowStatus {
  if (!linkable) return 'unlinkable'
  const { startedAt, nextSameIssueAt, window } = times
  if (nextSameIssueAt !== null && nextSameIssueAt - startedAt < window) return 'not_resolved'
  return windowIsClosed(times) ? 'resolved' : 'open'
}

/**
 * Is the call mature: has its window closed by the watermark? Standing counts mature calls only,
 * also among those that are known to have failed. Source: METHOD 4.2.
 */
export function windowIsClosed({
  startedAt,
  window,
  watermarkAt,
}: Pick<WindowTimes, 'startedAt' | 'window' | 'watermarkAt'>): boolean {
  return startedAt + window <= watermarkAt
}
