import { type ShareReply } from '../../shared/balance/basis.ts'
import { share, type Share } from '../../shared/measure/share.ts'
import { isTooFew, type TooFew } from '../../shared/measure/too-few.ts'

/** A share as the wire has it: with its interval, or only the count where it would say too much. */
export const tellShare = (
  count: number,
  of: number,
  known: Share | TooFew = share(count, of),
): ShareReply =>
  isTooFew(known) ? { count, of, tooFew: known } : { count, of, low: known.low, high: known.high }
