import { type StandingLabel } from '../../shared/balance/standing-label.ts'
import { type Look } from '../charts/mark-shape.tsx'

type StandingLook = { look: Look; colour: string; name: string }

/** How a label is drawn: by form first, then by colour; never by a rank. */
export const standingLooks: Readonly<Record<StandingLabel, StandingLook>> = {
  clearly_above: { look: 'up', colour: 'var(--outcome-resolved)', name: 'clearly above' },
  no_clear_difference: { look: 'full', colour: 'var(--ws-ink-soft)', name: 'in line' },
  clearly_below: { look: 'down', colour: 'var(--outcome-not-resolved)', name: 'clearly below' },
  not_enough_calls: { look: 'hollow', colour: 'var(--ws-open)', name: 'not enough calls' },
}
