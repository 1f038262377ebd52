import { type RowRefusal } from '../../row-outcome.ts'
import { type Placed } from './local-times.ts'

const sentences = {
  ambiguous: 'occurs twice where the clocks were set back; export it with UTC to tell which',
  missing: 'never occurs, because the clocks were set forward; check the time zone',
  zone_unknown:
    'names no time zone, and no uniqueid beside it tells which; say the time zone of the phone system',
}

const reasons = {
  ambiguous: 'time_ambiguous',
  missing: 'time_missing',
  zone_unknown: 'field_invalid',
} as const

/** Why a written time can't be placed. */
export function placedRefusal(
  placed: Exclude<Placed, number>,
  text: string,
  externalId: string | null,
): RowRefusal {
  return {
    reason: reasons[placed],
    field: 'startedAt',
    message: `"${text}" ${sentences[placed]}.`,
    externalId,
  }
}
