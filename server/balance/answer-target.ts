import { bunching } from '../../shared/balance/bunching.ts'
import { type Distribution, type Target } from '../../shared/balance/contract.ts'
import { type TargetGroup } from '../../shared/balance/group-replies.ts'
import { returnsAcrossTarget } from '../../shared/balance/returns-across-target.ts'
import { targetRealism } from '../../shared/balance/target-realism.ts'
import { transfersNearTarget } from '../../shared/balance/transfers-near-target.ts'
import { percentageNeeds } from '../../shared/measure/share.ts'
import { type Kind, type LegsBySeconds, mature } from './legs-by-seconds.ts'
import { tellShare } from './tell-share.ts'

/** Bins of D1, and how far around the target a curve is fitted to them. */
const binSeconds = 10
const fittedBelowSeconds = 120
const fittedAboveSeconds = 240
/** What counts as just under and just over a target, and as around it for hand-ons. */
const nearSeconds = 30
const aroundSeconds = 60
/** Hand-ons are flagged where chance would hardly ever bring as many. */
const handOnsProbability = 0.001
const handOnsRatio = 1.2
const distributionStepSeconds = 30
const distributionStepsLimit = 60

/** What a target would mean for the calls of each group (METHOD 7). */
export const tellTarget = (groups: readonly LegsBySeconds[], seconds: number): Target['groups'] =>
  groups.flatMap((group) => {
    const outcomes = {
      resolved: group.count(['resolved'], 0, Infinity),
      notResolved: group.count(['notResolved'], 0, Infinity),
      handedOn: group.count(['handedOn'], 0, Infinity),
    }
    const legs = outcomes.resolved + outcomes.notResolved + outcomes.handedOn
    if (legs === 0) return []
    return [
      {
        ...{ key: group.key, name: group.key, legs, outcomes },
        ...realismOf(group, seconds),
        bunching: bunchingOf(group, seconds),
        returnsAcross: returnsOf(group, seconds),
        handOnsNear: handOnsOf(group, seconds),
      },
    ]
  })

function realismOf(group: LegsBySeconds, target: number) {
  const side = (from: number, until: number) => ({
    legs: group.count(mature, from, until),
    resolved: group.count(['resolved'], from, until),
  })
  const realism = targetRealism(side(0, target + 1), side(target + 1, Infinity))
  const within = side(0, target + 1)
  const beyond = side(target + 1, Infinity)
  return {
    within: tellShare(within.legs, within.legs + beyond.legs, realism.within),
    resolvedWithin: tellShare(within.resolved, within.legs, realism.resolvedWithin),
    resolvedBeyond: tellShare(beyond.resolved, beyond.legs, realism.resolvedBeyond),
  }
}

function bunchingOf(group: LegsBySeconds, target: number): TargetGroup['bunching'] {
  const below = Math.min(fittedBelowSeconds, Math.floor(target / binSeconds) * binSeconds)
  const fromSeconds = target - below
  const bins = (below + fittedAboveSeconds) / binSeconds
  const counts = Array.from({ length: bins }, (_, place) => {
    const from = fromSeconds + place * binSeconds
    return group.count(mature, from, from + binSeconds)
  })
  const found = bunching({ fromSeconds, widthSeconds: binSeconds, counts }, target)
  if (!found) return null
  const { observed, fitted, z, ratio, flagged } = found
  return { observed, fitted, z, ratio, flagged }
}

function returnsOf(group: LegsBySeconds, target: number): TargetGroup['returnsAcross'] {
  const side = (from: number, until: number) => ({
    count: group.count(['notResolved'], from, until),
    of: group.count(['resolved', 'notResolved'], from, until),
  })
  const under = side(target - nearSeconds, target)
  const over = side(target, target + nearSeconds)
  const isEnough = Math.min(under.of, over.of) >= percentageNeeds
  return isEnough ? returnsAcrossTarget(under, over) : null
}

function handOnsOf(group: LegsBySeconds, target: number): TargetGroup['handOnsNear'] {
  const exposure = (from: number, until: number) => ({
    transfers: group.count(['handedOn'], from, until),
    atRiskSeconds: group.secondsIn(mature, from, until),
  })
  const near = exposure(target - nearSeconds, target)
  const before = exposure(Math.max(0, target - nearSeconds - aroundSeconds), target - nearSeconds)
  const after = exposure(target, target + aroundSeconds)
  const found = transfersNearTarget(near, {
    transfers: before.transfers + after.transfers,
    atRiskSeconds: before.atRiskSeconds + after.atRiskSeconds,
  })
  if (!found) return null
  const { expected, ratio, probability } = found
  return {
    ...{ observed: near.transfers, expected, probability },
    flagged: probability < handOnsProbability && ratio >= handOnsRatio,
  }
}

/** How long the legs of a group took, in steps, stacked by what became of them. */
export function tellDistribution(
  group: LegsBySeconds | undefined,
): Pick<Distribution, 'legs' | 'stepSeconds' | 'steps'> {
  const stepSeconds = distributionStepSeconds
  if (!group) return { legs: 0, stepSeconds, steps: [] }
  const longest = group.longest()
  const length = Math.min(distributionStepsLimit, Math.floor(longest / stepSeconds) + 1)
  const steps = Array.from({ length }, (_, place) => {
    const fromSeconds = place * stepSeconds
    const until = place === length - 1 ? Infinity : fromSeconds + stepSeconds
    const count = (kind: Kind) => group.count([kind], fromSeconds, until)
    return {
      fromSeconds,
      outcomes: {
        ...{ resolved: count('resolved'), notResolved: count('notResolved') },
        ...{ handedOn: count('handedOn'), open: count('open') },
      },
    }
  })
  return { legs: group.count([...mature, 'open'], 0, Infinity), stepSeconds, steps }
}
