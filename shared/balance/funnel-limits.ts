import { type Interval } from '../measure/interval.ts'
import { z95, z998 } from '../measure/z-score.ts'
import { type Standing } from './standing.ts'

export type FunnelLimits = { sd: number; within95: Interval; within998: Interval }

/**
 * How far from 0 may `excessPerHundred` lie by chance alone? ± 1.96 and ± 3.09 times 100 √V / n;
 * with `tau` above 0 the wider, overdispersed limits from V + τ² V². Drawn for the point's own V
 * and n; the color is the label, never a rank. Null without legs.
 * Example: n 120, V 25.2: ± 8.199118 and ± 12.927369. Source: METHOD 3.5 (V15).
 */
export function funnelLimits(
  { legs, variance }: Pick<Standing, 'legs' | 'variance'>,
  tau = 0,
): FunnelLimits | null {
  if (legs === 0) return null
  const sd = (100 * Math.sqrt(variance + tau * tau * variance * variance)) / legs
  const within = (z: number) => ({ low: -z * sd, high: z * sd })
  return { sd, within95: within(z95), within998: within(z998) }
}
