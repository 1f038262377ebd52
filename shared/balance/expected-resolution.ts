import { clamp } from '../measure/clamp.ts'
import { backOff } from './back-off.ts'

/** Others' counted legs at one level of a path, and how many of them were resolved. */
export type OutcomeSums = { legs: number; resolved: number }

/** No kind of call is hopeless, and none is certain: what is expected stays inside. */
const leastExpected = 0.02
const mostExpected = 0.98

/**
 * How probable is it that a call of this kind is resolved, going by colleagues? Their share,
 * widest level first, backed off and held within 0.02..0.98. Null where nobody else has a counted
 * leg. Example: 0.630435. Source: METHOD 2.3 (V2, router minus A).
 */
export function expectedResolution(levels: readonly OutcomeSums[]): number | null {
  const p = backOff(levels.map(({ legs, resolved }) => ({ count: legs, sum: resolved })))
  return p === null ? null : clamp(p, leastExpected, mostExpected)
}
