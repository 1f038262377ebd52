import { type Plane } from '../../shared/calls/contract.ts'
import { sayCount } from '../ui/say-count.ts'

/** How many calls have no place on the plane and why, in words; null where every one has. */
export function sayNotPlaced({ legs, placed, without }: Plane): string | null {
  const missing = legs - placed
  if (missing <= 0) return null
  const reasons = [
    { count: without.handedOn, words: 'handed on' },
    { count: without.notLinkable, words: 'without a customer or an issue to link them by' },
    { count: without.notCounted, words: 'outbound, internal, misrouted or cut off' },
    { count: without.reference, words: 'with too few comparable calls' },
    { count: without.time, words: 'without a recorded time' },
  ].filter(({ count }) => count > 0)
  const said = reasons.map(({ count, words }) => `${sayCount(count)} ${words}`).join(', ')
  const lead = `${sayCount(missing)} of ${sayCount(legs)} legs ${missing === 1 ? 'has' : 'have'} no place here`
  return said === '' ? `${lead}.` : `${lead}: ${said}.`
}
