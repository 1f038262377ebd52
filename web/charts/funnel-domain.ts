import { roundStep, roundTicks } from './domain.ts'
import { type FunnelDrawing } from './funnel.ts'

const reachLeast = 5
/** Limits of a handful of calls would make everything else flat. */
const reachMost = 40

/** Ticks of the count, from 0 to beyond the largest mark. */
export function countTicks({ marks }: Pick<FunnelDrawing, 'marks'>): number[] {
  const most = marks.reduce((highest, { count }) => Math.max(highest, count), 10)
  const step = Math.max(roundStep(most), 1)
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, place) => place * step)
}

/** Ticks of the excess, which hold every mark and, within reason, its limits. */
export function excessTicks({ marks }: Pick<FunnelDrawing, 'marks'>): number[] {
  const limits = marks.map(({ within998 }) => Math.min(within998, reachMost))
  return roundTicks(
    [...marks.map(({ value }) => value), ...limits, ...limits.map((limit) => -limit)],
    reachLeast,
  )
}
