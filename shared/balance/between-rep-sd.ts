import { clamp } from '../measure/clamp.ts'
import { exactSum } from '../measure/exact-sum.ts'
import { quantile } from '../measure/quantile.ts'
import { type Standing } from './standing.ts'

/** A rep's z is only worth counting where chance alone leaves room for this much. */
const varianceNeeded = 5
const repsNeeded = 8
const tauWithFewReps = 0.3
const tauLeast = 0.1
const tauMost = 1
/** E[z²] of a standard normal winsorized at its 10 % and 90 % quantiles. */
const winsorizedSquare = 0.6786545589528744

export type BetweenRepSd = {
  /** How many reps had calls enough to count. */
  reps: number
  tau: number
  /** Null with fewer than 8 reps: then τ is the default. */
  estimate: {
    zLow: number
    zHigh: number
    q: number
    /** Overdispersion: above 3, unmeasured differences between calls are likely; say so. */
    phi: number
    tauSquared: number
  } | null
}

/**
 * How much do reps really differ, beyond chance? τ, the standard deviation of θ between reps: from
 * z = (O - E) / √V winsorized at 10 % and 90 %, Q = Σ z² / 0.678655 and
 * τ² = max(0, (Q - (R - 1)) / (ΣV - ΣV² / ΣV)), held within 0.10..1.00; 0.30 with fewer than 8
 * reps of V ≥ 5. Used by the *next* reference version, so nobody's current calls move it.
 * Example: τ 0.315580, φ 3.923375 for ten reps. Source: METHOD 3.4 (V4).
 */
export function betweenRepSd(
  reps: readonly Pick<Standing, 'resolved' | 'expected' | 'variance'>[],
): BetweenRepSd {
  const counted = reps.filter(({ variance }) => variance >= varianceNeeded)
  const zScores = counted.map((rep) => (rep.resolved - rep.expected) / Math.sqrt(rep.variance))
  const zLow = quantile(zScores, 0.1)
  const zHigh = quantile(zScores, 0.9)
  if (counted.length < repsNeeded || zLow === null || zHigh === null)
    return { reps: counted.length, tau: tauWithFewReps, estimate: null }
  const q = exactSum(zScores.map((z) => clamp(z, zLow, zHigh) ** 2)) / winsorizedSquare
  const variances = exactSum(counted.map(({ variance }) => variance))
  const squares = exactSum(counted.map(({ variance }) => variance * variance))
  const tauSquared = Math.max(0, (q - (counted.length - 1)) / (variances - squares / variances))
  return {
    reps: counted.length,
    tau: clamp(Math.sqrt(tauSquared), tauLeast, tauMost),
    estimate: { zLow, zHigh, q, phi: q / counted.length, tauSquared },
  }
}
