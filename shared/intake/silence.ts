/**
 * After this long without a record somebody should look at a source. Longer than a night, so that
 * a center that closes in the evening is not told every morning; a weekend is worth a calm line.
 */
export const silentHoursLimit = 24

/**
 * Since when nothing has come from a source: the instant of what was received last, once that is
 * longer ago than `silentHoursLimit`. Null while it sends, where it has ended, and where nothing
 * has come yet. A silent source holds its watermark, so later outcomes stay open. Of one that is
 * cut off, because its connections are disabled, nobody has to wait to know it.
 *
 * @param lastReceivedAt ISO 8601
 * @param now epoch milliseconds
 */
export function silentSince(
  {
    lastReceivedAt,
    isEnded,
    isCutOff = false,
  }: { lastReceivedAt: string | null; isEnded: boolean; isCutOff?: boolean },
  now: number,
): string | null {
  if (isEnded || lastReceivedAt === null) return null
  if (isCutOff) return lastReceivedAt
  const silentMilliseconds = now - Date.parse(lastReceivedAt)
  return silentMilliseconds > silentHoursLimit * 3_600_000 ? lastReceivedAt : null
}
