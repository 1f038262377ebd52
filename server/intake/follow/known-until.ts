import { type SavedBook } from '../adapters/asterisk-queue-log/call-book.ts'
import { menuSecondsLimit, toldStart } from '../adapters/asterisk-queue-log/record-of.ts'

/**
 * Up to when all calls have been told: no record is still to come of a call that began before. A
 * log tells of a call when it enters a queue, up to an hour of menus after it began.
 *
 * @returns epoch milliseconds; null while the log has told nothing
 */
export function knownUntil({ clock, calls }: SavedBook): number | null {
  if (clock === 0) return null
  const starts = calls
    .filter((call) => call.state !== 'told')
    .map((call) => toldStart(call, null) ?? call.enteredAt ?? call.firstAt)
  return starts.reduce((least, start) => Math.min(least, start), clock - menuSecondsLimit) * 1000
}
