import { type Ending } from './words.ts'

/**
 * Did this leg hand the customer on? Yes where it ended by a transfer, and where another leg
 * followed; no for a rep who stayed to the end in a conference. A leg that handed the call on does
 * not share in its being resolved (METHOD 4.1). `ending` is null where the source did not say.
 */
export function handedOn(ending: Ending | null, isLastLeg: boolean): boolean {
  if (ending === 'conference') return false
  return !isLastLeg || ending === 'blind_transfer' || ending === 'attended_transfer'
}
