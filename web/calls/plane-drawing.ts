import { type Plane } from '../../shared/calls/contract.ts'
import { classNames } from '../../shared/calls/class-names.ts'
import { outcomes, type Outcome } from '../../shared/calls/words.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import { doublingsMost } from '../charts/plane-domain.ts'
import { type PlaneColumn, type PlaneDrawing, type PlaneLane } from '../charts/plane.ts'
import { outcomeColour, outcomeNames } from './outcome-words.ts'
import { sayCount } from '../ui/say-count.ts'

const looks = { resolved: 'filled', not_resolved: 'angular', open: 'hollow' } as const

type Says = {
  /** An instant as a day and a time. */
  moment: (instant: string) => string
  /** Where a call's page is. */
  pathOf: (callId: number) => string
}

/** The plane of METHOD 8 as something to draw: three lanes, columns for many, dots for few. */
export function planeDrawing(plane: Plane, says: Says): PlaneDrawing {
  const columns = columnsOf(plane)
  return {
    lanes: outcomes.map((outcome) => laneOf(outcome, columns)),
    band: plane.band && { low: Math.log2(plane.band.low), high: Math.log2(plane.band.high) },
    columns,
    dots: (plane.dots ?? []).map((dot) => ({
      key: `${dot.callId}-${dot.legNo}`,
      lane: dot.outcome,
      at: Math.log2(dot.ratio),
      href: says.pathOf(dot.callId),
      words: `${classNames[dot.class]}: ${sayDuration(dot.handleSeconds)}, ${sayTimes(dot.ratio)} the usual. ${dot.rep.name}, ${says.moment(dot.startedAt)}. Enter opens the call.`,
    })),
  }
}

function laneOf(outcome: Outcome, columns: readonly PlaneColumn[]): PlaneLane {
  const own = columns.filter(({ lane }) => lane === outcome)
  const count = own.reduce((sum, column) => sum + column.count, 0)
  return {
    key: outcome,
    label: `${outcomeNames[outcome]} · ${sayCount(count)}`,
    look: looks[outcome],
    colour: outcomeColour(outcome),
  }
}

/** Steps beyond the axis are counted in its outermost columns, so that no call is lost. */
function columnsOf({ bins, stepLog2 }: Plane): PlaneColumn[] {
  const last = Math.round(doublingsMost / stepLog2)
  const byPlace = new Map<string, PlaneColumn>()
  for (const { outcome, step, count } of bins) {
    const kept = Math.min(Math.max(step, -last), last - 1)
    const key = `${outcome} ${kept}`
    const total = (byPlace.get(key)?.count ?? 0) + count
    byPlace.set(key, {
      key,
      lane: outcome,
      at: kept * stepLog2,
      width: stepLog2,
      count: total,
      words: `${outcomeNames[outcome]}, ${sayStep(kept, stepLog2, last)}: ${sayCount(total)} ${total === 1 ? 'call' : 'calls'}.`,
    })
  }
  return [...byPlace.values()]
}

/** The times of one step beside the usual: "1.2 to 1.4 times the usual time". */
export function sayStep(step: number, stepLog2: number, last: number): string {
  const [from, to] = [2 ** (step * stepLog2), 2 ** ((step + 1) * stepLog2)]
  if (step <= -last) return `less than ${sayTimes(to)} the usual time`
  if (step >= last - 1) return `more than ${sayTimes(from)} the usual time`
  return `${sayNumber(from)} to ${sayTimes(to)} the usual time`
}

/** Two digits are as much as a comparison with a middle supports. */
const sayNumber = (ratio: number) => String(Number(ratio.toPrecision(2)))
const sayTimes = (ratio: number) => `${sayNumber(ratio)} times`

/** Rows of the same numbers for who reads a table rather than a drawing. */
export function planeRows(plane: Plane): { label: string; counts: Record<Outcome, number> }[] {
  const last = Math.round(doublingsMost / plane.stepLog2)
  const columns = columnsOf(plane)
  const places = [...new Set(columns.map(({ at }) => at))].sort((one, other) => one - other)
  return places.map((at) => {
    const count = (lane: Outcome) =>
      columns.find((column) => column.at === at && column.lane === lane)?.count ?? 0
    return {
      label: sayStep(Math.round(at / plane.stepLog2), plane.stepLog2, last),
      counts: {
        resolved: count('resolved'),
        not_resolved: count('not_resolved'),
        open: count('open'),
      },
    }
  })
}
