import { logBin } from '../../shared/balance/log-bin.ts'
import { microLog } from '../../shared/balance/micro-log.ts'
import { modelState } from '../calls/model-state.ts'
import { linkCalls, type ModelCall } from './model-of-linking.ts'

type Times = { window: number; watermarkAt: number }

/** What the rows of `balance_day` hold; whole numbers. */
export type DaySums = {
  legs: number
  timed: number
  microLogSum: number
  microLogSquareSum: number
  bins: number[]
  counted: number
  resolved: number
  dayCounted: number
  dayStayed: number
  aged: number
  agedNotResolved: number
  downstreamSum: number
  downstreamSquareSum: number
}

/** Where a leg is counted: day, rep and the keys of the finest kind, queue and issue first. */
export type DayPlace = { day: string; rep: string; path: readonly string[] }
type DayRow = DayPlace & DaySums

const agedSeconds = 30 * 86_400
const dayOfSeconds = (at: number): string => new Date(at * 1000).toISOString().slice(0, 10)

/** Every leg, with what of it is counted (METHOD 2.2); calls without a queue said are `support`. */
export function modelLegs(calls: readonly ModelCall[], times: Times): DayRow[] {
  const state = modelState(calls, times)
  const linked = linkCalls(calls, times).calls
  return calls.flatMap((call) =>
    call.legs.map((leg, place): DayRow => {
      const { kind, y, yFast } = state.get(call.id)!.legs[place]!
      const isLinkable =
        call.direction === 'inbound' && call.customer !== null && call.issue !== null
      const isMature = call.startedAt + times.window <= times.watermarkAt
      const isAged = isMature && call.startedAt + agedSeconds <= times.watermarkAt
      const isTimed = isLinkable && isMature
      const x = isTimed ? microLog(leg.handleSeconds) : 0
      const stayed = isLinkable ? yFast : null
      const isUnresolved = isAged && y === 0
      const downstream = isUnresolved ? linked.get(call.id)!.legs[place]!.downstreamSeconds : 0
      return {
        day: dayOfSeconds(call.startedAt),
        rep: leg.rep,
        path: ['support', call.issue ?? '-', kind.join('/')],
        ...{ legs: 1, timed: Number(isTimed), microLogSum: x, microLogSquareSum: x * x },
        bins: isTimed ? [logBin(leg.handleSeconds)] : [],
        ...{ counted: Number(y !== null), resolved: y ?? 0 },
        ...{ dayCounted: Number(stayed !== null), dayStayed: stayed ?? 0 },
        ...{ aged: Number(isAged && y !== null), agedNotResolved: Number(isUnresolved) },
        ...{ downstreamSum: downstream, downstreamSquareSum: downstream * downstream },
      }
    }),
  )
}

/** Rows added up that are one by a key, in the order of the key. */
export function addUpBy<Row extends DaySums>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): [key: string, sums: DaySums][] {
  const groups = new Map<string, DaySums>()
  for (const row of rows) groups.set(keyOf(row), plus(groups.get(keyOf(row)) ?? nothing, row))
  return byKey(groups)
}

const nothing: DaySums = {
  ...{ legs: 0, timed: 0, microLogSum: 0, microLogSquareSum: 0, bins: [] },
  ...{ counted: 0, resolved: 0, dayCounted: 0, dayStayed: 0, aged: 0, agedNotResolved: 0 },
  ...{ downstreamSum: 0, downstreamSquareSum: 0 },
}

function plus(a: DaySums, b: DaySums): DaySums {
  return {
    legs: a.legs + b.legs,
    timed: a.timed + b.timed,
    microLogSum: a.microLogSum + b.microLogSum,
    microLogSquareSum: a.microLogSquareSum + b.microLogSquareSum,
    bins: [...a.bins, ...b.bins].sort((one, other) => one - other),
    counted: a.counted + b.counted,
    resolved: a.resolved + b.resolved,
    dayCounted: a.dayCounted + b.dayCounted,
    dayStayed: a.dayStayed + b.dayStayed,
    aged: a.aged + b.aged,
    agedNotResolved: a.agedNotResolved + b.agedNotResolved,
    downstreamSum: a.downstreamSum + b.downstreamSum,
    downstreamSquareSum: a.downstreamSquareSum + b.downstreamSquareSum,
  }
}

export const placeKey = ({ day, rep, path }: DayPlace): string => `${day} ${rep} ${path.join(' ')}`

export type ChainSums = {
  closed: number
  open: number
  contacts: number
  secondsSum: number
  secondsSquareSum: number
}

/** Chains by the day of their last call, under the rep and issue of their first leg. */
export function modelChains(
  calls: readonly ModelCall[],
  times: Times,
): [key: string, sums: ChainSums][] {
  const byId = new Map(calls.map((call) => [call.id, call]))
  const chains = linkCalls(calls, times).chains.flatMap((chain) => {
    const inbound = chain.callIds.map((id) => byId.get(id)!)
    const all = [...inbound, ...chain.outboundIds.map((id) => byId.get(id)!)]
    const first = all
      .toSorted((a, b) => a.startedAt - b.startedAt)
      .find(({ legs }) => legs.length > 0)
    if (!first) return []
    const last = inbound.at(-1)!
    const isClosed = chain.closed
    const seconds = isClosed ? chain.totalSeconds : 0
    const key = `${dayOfSeconds(last.startedAt)} ${first.legs[0]!.rep} support ${last.issue ?? '-'}`
    const sums: ChainSums = {
      ...{ closed: Number(isClosed), open: Number(!isClosed) },
      contacts: isClosed ? inbound.length : 0,
      ...{ secondsSum: seconds, secondsSquareSum: seconds * seconds },
    }
    return [{ key, sums }]
  })
  const groups = new Map<string, ChainSums>()
  for (const { key, sums } of chains) {
    const held = groups.get(key)
    groups.set(key, held ? plusChains(held, sums) : sums)
  }
  return byKey(groups)
}

const plusChains = (a: ChainSums, b: ChainSums): ChainSums => ({
  closed: a.closed + b.closed,
  open: a.open + b.open,
  contacts: a.contacts + b.contacts,
  secondsSum: a.secondsSum + b.secondsSum,
  secondsSquareSum: a.secondsSquareSum + b.secondsSquareSum,
})

const byKey = <Sums>(groups: ReadonlyMap<string, Sums>): [string, Sums][] =>
  [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
