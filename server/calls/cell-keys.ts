import { type CaseMix } from '../../shared/balance/case-mix.ts'
import { type Links } from '../../shared/calls/link-customer.ts'
import { type CellKeys } from './cell-store.ts'

/** The finest cell a leg falls in, by what makes a kind of call in this organization. */
export const cellKeysOf = (
  caseMix: CaseMix,
  known: Pick<CellKeys, 'queue' | 'issue' | 'audience' | 'language'>,
  links: Links,
): CellKeys => ({
  queue: known.queue,
  issue: known.issue,
  audience: caseMix.audience ? known.audience : null,
  language: caseMix.language ? known.language : null,
  position: positionStep(caseMix, links),
  frequency: frequencyStep(caseMix, links),
})

/** Third attempts and later ones, or whatever the organization counts to, are one kind of call. */
export const positionStep = ({ positionUpTo }: CaseMix, links: Links): number =>
  Math.min(links.position ?? 1, positionUpTo)

/** None or one call before, two to five, six and more (METHOD 2.1). */
export const frequencyStep = (caseMix: CaseMix, { callerFrequency }: Links): number => {
  if (caseMix.frequencyDays === null || callerFrequency <= 1) return 0
  return callerFrequency <= 5 ? 1 : 2
}
