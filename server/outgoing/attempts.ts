const minute = 60
const hour = 60 * minute

/** Seconds from one attempt to the next, as Standard Webhooks recommends; the first is at once. */
export const waitsSeconds: readonly number[] = [
  ...[5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour],
]
/** Waits differ by up to this share, so that many messages do not come back at once. */
const jitterShare = 0.2

/**
 * When a message that failed is tried again, in epoch milliseconds; null after the last attempt.
 *
 * @param attempts how many there have been
 * @param random from 0 up to 1
 */
export function nextAttemptAt(attempts: number, now: number, random: () => number): number | null {
  const wait = waitsSeconds[attempts - 1]
  if (wait === undefined) return null
  return now + Math.round(wait * 1000 * (1 + jitterShare * (2 * random() - 1)))
}
