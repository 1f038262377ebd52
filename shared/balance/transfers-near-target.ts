import { poissonUpperTail } from '../measure/poisson-upper-tail.ts'

/** Transfers, and the seconds during which a call could have been transferred. */
export type TransferExposure = { transfers: number; atRiskSeconds: number }

export type TransfersNearTarget = { expected: number; ratio: number; probability: number }

/**
 * Are calls handed on more often when a target is near? D3, for a queue or team: transfers per
 * second at risk in [T - 30 s, T), against the 60 s on each side; `probability` is that of as
 * many or more by chance (Poisson). Null where nothing can be expected.
 * Example: 34 where 12.682927 are expected, ratio 2.680769, probability below 0.000002.
 * Source: METHOD 7 (V13).
 */
export function transfersNearTarget(
  near: TransferExposure,
  around: TransferExposure,
): TransfersNearTarget | null {
  if (around.atRiskSeconds === 0) return null
  const expected = (near.atRiskSeconds * around.transfers) / around.atRiskSeconds
  if (expected === 0) return null
  return {
    expected,
    ratio: near.transfers / expected,
    probability: poissonUpperTail(near.transfers, expected),
  }
}
