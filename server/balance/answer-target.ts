import { bunching } from '../../shared/balance/bunching.ts'
import { type Distribution, type Target } from '../../shared/balance/contract.ts'
import { type TargetGroup } from '../../shared/balance/group-replies.ts'
import { returnsAcrossTarget } from '../../shared/balance/returns-across-target.ts'
import { targetRealism } from '../../shared/balance/target-realism.ts'
import { transfersNearTarget } from '../../shared/balance/transfers-near-target.ts'
import { percentageNeeds } from '../../shared/measure/share.ts'
import { type SecondsRow } from './seconds-store.ts'
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

type Kind = 'resolved' | 'notResolved' | 'handedOn' | 'open'
const mature: readonly Kind[] = ['resolved', 'notResolved', 'handedOn']

/** Legs of some kinds that took [from, until) seconds. */
const countIn = (row: SecondsRow, kinds: readonly Kind[], from: number, until: number): number =>
  row.seconds.reduce((sum, seconds, place) => {
    if (seconds < from || seconds >= until) return sum
    return kinds.reduce((inner, kind) => inner + (row[kind][place] ?? 0), sum)
  }, 0)

/** What a target would mean for the calls of each group (METHOD 7). */
export const tellTarget = (rows: readonly SecondsRow[], seconds: number): Target['groups'] =>
  rows.flatMap((row) => {
    const outcomes = {
      resolved: countIn(row, ['resolved'], 0, Infinity),
      notResolved: countIn(row, ['notResolved'], 0, Infinity),
      handedOn: countIn(row, ['handedOn'], 0, Infinity),
    }
    const legs = outcomes.resolved + outcomes.notResolved + outcomes.handedOn
    if (legs === 0) return []
    return [
      {
        ...{ key: row.key, name: row.key, legs, outcomes },
        ...realismOf(row, seconds),
        bunching: bunchingOf(row, seconds),
        returnsAcross: returnsOf(row, seconds),
        handOnsNear: handOnsOf(row, seconds),
      },
    ]
  })

function realismOf(row: SecondsRow, target: number) {
  const side = (from: number, until: number) => ({
    legs: countIn(row, mature, from, until),
    resolved: countIn(row, ['resolved'], from, until),
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

function bunchingOf(row: SecondsRow, target: number): TargetGroup['bunching'] {
  const below = Math.min(fittedBelowSeconds, Math.floor(target / binSeconds) * binSeconds)
  const fromSeconds = target - below
  const bins = (below + fittedAboveSeconds) / binSeconds
  const counts = Array.from({ length: bins }, (_, place) => {
    const from = fromSeconds + place * binSeconds
    return countIn(row, mature, from, from + binSeconds)
  })
  const found = bunching({ fromSeconds, widthSeconds: binSeconds, counts }, target)
  if (!found) return null
  const { observed, fitted, z, ratio, flagged } = found
  return { observed, fitted, z, ratio, flagged }
}

function returnsOf(row: SecondsRow, target: number): TargetGroup['returnsAcross'] {
  const side = (from: number, until: number) => ({
    count: countIn(row, ['notResolved'], from, until),
    of: countIn(row, ['resolved', 'notResolved'], from, until),
  })
  const under = side(target - nearSeconds, target)
  const over = side(target, target + nearSeconds)
  const isEnough = Math.min(under.of, over.of) >= percentageNeeds
  return isEnough ? returnsAcrossTarget(under, over) : null
}

function handOnsOf(row: SecondsRow, target: number): TargetGroup['handOnsNear'] {
  const exposure = (from: number, until: number) => ({
    transfers: countIn(row, ['handedOn'], from, until),
    atRiskSeconds: row.seconds.reduce((sum, seconds, place) => {
      const legs = mature.reduce((inner, kind) => inner + (row[kind][place] ?? 0), 0)
      return sum + legs * Math.max(0, Math.min(seconds, until) - from)
    }, 0),
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
  row: SecondsRow | undefined,
): Pick<Distribution, 'legs' | 'stepSeconds' | 'steps'> {
  const stepSeconds = distributionStepSeconds
  if (!row) return { legs: 0, stepSeconds, steps: [] }
  const longest = Math.max(0, ...row.seconds)
  const length = Math.min(distributionStepsLimit, Math.floor(longest / stepSeconds) + 1)
  const steps = Array.from({ length }, (_, place) => {
    const fromSeconds = place * stepSeconds
    const until = place === length - 1 ? Infinity : fromSeconds + stepSeconds
    const count = (kind: Kind) => countIn(row, [kind], fromSeconds, until)
    return {
      fromSeconds,
      outcomes: {
        ...{ resolved: count('resolved'), notResolved: count('notResolved') },
        ...{ handedOn: count('handedOn'), open: count('open') },
      },
    }
  })
  return { legs: countIn(row, [...mature, 'open'], 0, Infinity), stepSeconds, steps }
}
