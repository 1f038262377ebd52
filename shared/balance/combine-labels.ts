import { type StandingLabel } from './standing-label.ts'

/**
 * What is said of a rep over both measures? Below if either the 7-day same-issue label or the
 * 24-hour any-issue label is; otherwise the 7-day label. A quick brush-off thus shows even where
 * the issue was typed anew. Source: METHOD 3.3 (V4).
 */
export function combineLabels(sevenDay: StandingLabel, fastReturn: StandingLabel): StandingLabel {
  return fastReturn === 'clearly_below' ? fastReturn : sevenDay
}
