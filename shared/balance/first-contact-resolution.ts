import { share, type Share } from '../measure/share.ts'
import { type TooFew } from '../measure/too-few.ts'

export type FirstContactResolution = { gross: Share | TooFew; net: Share | TooFew }

/**
 * Which share of issues is resolved by the first contact? Of mature first contacts: gross over
 * all of them, net without those nobody could resolve at first level. Net is information only: the
 * code that excludes a call is typed by the person measured. Each is withheld under ten.
 * Example: 134 of 200, 20 not resolvable: gross 0.670000, net 0.744444. Source: METHOD 1 (V1).
 */
export function firstContactResolution(firstContacts: {
  mature: number
  resolved: number
  notResolvable: number
}): FirstContactResolution {
  const { mature, resolved, notResolvable } = firstContacts
  return { gross: share(resolved, mature), net: share(resolved, mature - notResolvable) }
}
