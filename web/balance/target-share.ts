import { type ShareReply } from '../../shared/balance/basis.ts'
import { sayShare } from '../../shared/measure/say-share.ts'

/** A share as a person may read it; what is nearly nothing or everything is not said to be it. */
export function sayPart({ count, of }: Pick<ShareReply, 'count' | 'of'>): string {
  const said = sayShare(count, of)
  if (said === '0 %' && count > 0) return 'under 1 %'
  return said === '100 %' && count < of ? 'over 99 %' : said
}

/** Both ends stay on one line: a line may break after a dash, even before an unbroken space. */
const dash = '\u00a0–\u2060\u00a0'

/** "5 – 26 %", where a share lies about 95 times of 100; null where it is withheld. */
export function sayReach(share: ShareReply): string | null {
  if ('tooFew' in share) return null
  const [low, high] = [100 * share.low, 100 * share.high]
  const digits = Math.round(low) === Math.round(high) ? 1 : 0
  return `${low.toFixed(digits)}${dash}${high.toFixed(digits)} %`
}
