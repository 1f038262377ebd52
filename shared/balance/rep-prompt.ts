import { type TimeIndex } from './time-index.ts'
import { type StandingLabel } from './standing-label.ts'

/** What to look at first with a rep whose calls clearly stay resolved less often. */
export type RepPrompt = 'rushed' | 'lacks_support'

/**
 * Which calls should be looked at together first? Only with `clearly_below`: where the time index
 * lies below 1 with its whole interval, the hurried ones; where above, the long unsolved ones.
 * Null otherwise: in every other row the time is displayed and nothing is suggested.
 * Source: METHOD 6.
 */
export function repPrompt(
  label: StandingLabel,
  time: Pick<TimeIndex, 'low' | 'high'>,
): RepPrompt | null {
  if (label !== 'clearly_below') return null
  if (time.high < 1) return 'rushed'
  return time.low > 1 ? 'lacks_support' : null
}
