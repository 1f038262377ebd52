import { type HelpReason } from '../../shared/floor/contract.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import { sayCount } from '../ui/say-count.ts'
import { sayWait } from './say-floor.ts'

/**
 * Why somebody may be glad of help, with what it is measured by: "Waiting for 3 min; nine of ten
 * waits in Billing are over in 1 min 40 s, 212 calls."
 *
 * @param now epoch milliseconds, by the server's clock
 */
export function sayReason(reason: HelpReason, queue: string | null, now: number): string {
  if (reason.kind === 'called_before') return sayCalledBefore(reason.times)
  const lasted = sayWait(Math.max(0, Math.floor((now - reason.since) / 1_000)))
  const usual = `${sayDuration(reason.usualSeconds)}, ${sayCount(reason.calls)} calls.`
  const where = queue === null ? '' : ` in ${queue}`
  return reason.kind === 'long_on_hold'
    ? `On hold for ${lasted}; in nine of ten calls with a hold${where} all of it is over in ${usual}`
    : `Waiting for ${lasted}; nine of ten waits${where} are over in ${usual}`
}

const sayCalledBefore = (times: number): string =>
  `This customer has called ${sayCount(times)} ${times === 1 ? 'time' : 'times'} before, not long ago; it may help to look at the calls together.`
