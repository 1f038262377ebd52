import { clamp } from '../measure/clamp.ts'

/** Shorter legs count as this long, so that a leg of no seconds has a logarithm. */
const handleSecondsFloor = 5
/** Longer legs count as this long: four hours, beyond which an end was hardly registered. */
const handleSecondsCap = 14_400

/**
 * A leg's handle time on the scale on which handle times are even: whole millionths of a natural
 * logarithm. Integers, because sums of integers have the same bits in any order.
 * x = floor(10^6 ln(h held within 5..14400) + 0.5). Never used for an outcome.
 * Examples: 60 s is 4094345, 1680 s is 7426549. Source: METHOD 2.2 (V2).
 */
export function microLog(handleSeconds: number): number {
  const held = clamp(handleSeconds, handleSecondsFloor, handleSecondsCap)
  return Math.floor(1e6 * Math.log(held) + 0.5)
}
