import { type LegRecord } from './call-record.ts'

type Parts = Pick<LegRecord, 'talkSeconds' | 'holdSeconds' | 'wrapSeconds' | 'talkIncludesHold'>

/**
 * Handle time of a leg in whole seconds: talk + hold + wrap of what is known, hold only where
 * talk does not hold it already. Null where nothing at all is known: null is never 0.
 */
export function handleSeconds(leg: Parts): number | null {
  const hold = leg.talkIncludesHold === true ? null : leg.holdSeconds
  if (leg.talkSeconds == null && hold == null && leg.wrapSeconds == null) return null
  return (leg.talkSeconds ?? 0) + (hold ?? 0) + (leg.wrapSeconds ?? 0)
}
