import { type LegRecord } from './call-record.ts'

type Parts = Pick<LegRecord, 'talkSeconds' | 'holdSeconds' | 'wrapSeconds' | 'talkIncludesHold'>

/**
 * Handle time of a leg in whole seconds: talk + hold + wrap of what is known, hold only where
 * talk does not hold it already. Null where nothing at all is known: null is never 0.
 */
export function handleSeconds(leg: Parts): number | null {
  const hold = leg.talkIncludesHold === true ? null : leg.holdSeconds
  const known = [leg.talkSeconds, hold, leg.wrapSeconds].filter((part) => part != null)
  return known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0)
}
