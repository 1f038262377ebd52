import { backOff } from './back-off.ts'

/** Others' legs at one level of a path, with the sum of their `microLog`. */
export type TimeSums = { legs: number; microLogSum: number }

/**
 * How long do colleagues need for this kind of call? Their mean log handle time in nats, widest
 * level first, backed off. e to its power is the typical time in seconds. It describes; no
 * standing contains it. Null where nobody else has a leg.
 * Example: 5.518363 nats, a typical 249 s. Source: METHOD 2.3 (V2, router minus A).
 */
export function expectedLog(levels: readonly TimeSums[]): number | null {
  return backOff(levels.map(({ legs, microLogSum }) => ({ count: legs, sum: microLogSum / 1e6 })))
}
