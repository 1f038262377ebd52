/** Lines beyond this no longer raise a version; the last line's time still does. */
const linesCountedLimit = 999

/**
 * Orders what is read of one call at different times: of a log that grew in between, the later
 * reading wins; of two ends of one log that was cut, the one that knows more lines. A higher
 * edition says the same log anew, after a setting was changed; what was enriched from CDRs
 * outranks what was not.
 *
 * @param told lastAt in seconds since 1970 and how many lines or rows tell of the call
 */
export const recordVersion = (
  told: Told,
  reading: { edition: number; isEnriched: boolean },
): number => placeOf(told) * 200 + reading.edition * 2 + (reading.isEnriched ? 1 : 0)

/**
 * The same of a call that CDRs alone tell. It lies below whatever a queue_log says of that call,
 * which knows who answered and for how long.
 */
export const cdrVersion = (told: Told, edition: number): number => placeOf(told) * 100 + edition

type Told = { lastAt: number; lines: number }

const placeOf = ({ lastAt, lines }: Told): number =>
  lastAt * (linesCountedLimit + 1) + Math.min(lines, linesCountedLimit)
