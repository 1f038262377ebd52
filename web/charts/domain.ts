/** Steps between ticks that people can count with. */
const stepsPerPower = [1, 2, 5, 10]
const ticksMost = 7

/**
 * Ticks at round numbers that hold all values, `least` on both sides of 0 at the least.
 *
 * @param values in the unit of the axis; none gives the least
 */
export function roundTicks(values: readonly number[], least: number): number[] {
  const low = values.reduce((lowest, value) => Math.min(lowest, value), -least)
  const high = values.reduce((highest, value) => Math.max(highest, value), least)
  const step = roundStep(high - low)
  const from = Math.floor(low / step)
  const to = Math.ceil(high / step)
  return Array.from({ length: to - from + 1 }, (_, place) => (from + place) * step)
}

/** The smallest round step with which a span needs few ticks. */
export function roundStep(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / ticksMost))
  const factor = stepsPerPower.find((one) => span / (one * power) <= ticksMost) ?? 10
  return factor * power
}

/** The first and the last tick. */
export const domainOf = (ticks: readonly number[]): [low: number, high: number] => [
  ticks[0] ?? 0,
  ticks.at(-1) ?? 1,
]
