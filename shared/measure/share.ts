import { type Interval } from './interval.ts'
import { type TooFew } from './too-few.ts'
import { wilsonInterval } from './wilson-interval.ts'

/** Below this many, a share is said as "6 of 8" and never as a percentage (METHOD 3.3). */
export const percentageNeeds = 10

export type Share = Interval & { share: number; count: number; of: number }

/**
 * Which share is `count` of `of`, and how sure is that? With its Wilson 95 % interval and the
 * count it rests on; withheld under ten. Example: 134 of 200 is 0.670000, from 0.602167 to
 * 0.731426. Source: METHOD 1 (V1).
 */
export function share(count: number, of: number): Share | TooFew {
  if (of < percentageNeeds) return { have: of, need: percentageNeeds }
  return { share: count / of, count, of, ...wilsonInterval(count, of) }
}
