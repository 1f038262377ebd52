import { exactSum } from '../measure/exact-sum.ts'
import { type Interval } from '../measure/interval.ts'
import { type TooFew } from '../measure/too-few.ts'
import { z95 } from '../measure/z-score.ts'

const chainsNeeded = 2

export type HandleTimePerResolution = Interval & {
  closedChains: number
  meanSeconds: number
  standardErrorSeconds: number
}

/**
 * What does a *resolution* cost in handle time, over all calls it took? Mean of the totals of
 * closed chains (every leg of every call, promised call-backs included), with SE = sd / √J.
 * The efficiency target that replaces average handle time, for a team, queue or issue, never for
 * one rep. Withheld under two chains. Example: 657.857143 s, SE 269.668794, on seven chains.
 * Source: METHOD 5 (V7).
 */
export const handleTimePerResolution = (
  chainTotalSeconds: readonly number[],
): HandleTimePerResolution | TooFew =>
  handleTimePerResolutionOfSums({
    closedChains: chainTotalSeconds.length,
    secondsSum: exactSum(chainTotalSeconds),
    secondsSquareSum: exactSum(chainTotalSeconds.map((total) => total ** 2)),
  })

/** Totals of closed chains as a store keeps them. */
export type ChainSums = { closedChains: number; secondsSum: number; secondsSquareSum: number }

/** The same where the totals of chains have been added up already. */
export function handleTimePerResolutionOfSums({
  closedChains,
  secondsSum,
  secondsSquareSum,
}: ChainSums): HandleTimePerResolution | TooFew {
  if (closedChains < chainsNeeded) return { have: closedChains, need: chainsNeeded }
  const meanSeconds = secondsSum / closedChains
  const squares = Math.max(0, secondsSquareSum - secondsSum * meanSeconds)
  const standardErrorSeconds = Math.sqrt(squares / (closedChains - 1) / closedChains)
  return {
    closedChains,
    meanSeconds,
    standardErrorSeconds,
    low: meanSeconds - z95 * standardErrorSeconds,
    high: meanSeconds + z95 * standardErrorSeconds,
  }
}
