import { roundStep } from './domain.ts'
import { type TimeOutcomeDrawing } from './time-outcome.ts'

/** Two thirds to one and a half times the usual is always shown. */
const doublingsLeast = Math.log2(1.5)
/** Beyond this an interval runs out of the drawing: it says no more. */
const doublingsMost = 2
/** On an axis this wide only whole doublings have room for their ticks. */
const wideFrom = 1.2
/** Room so that an outermost mark is not cut off. */
const margin = 0.06

/** The same distance on both sides of the usual: neither side of an axis of time is the good one. */
export function timeDomain({
  marks,
}: Pick<TimeOutcomeDrawing, 'marks'>): [low: number, high: number] {
  const reach = marks.reduce(
    (most, { time }) => Math.max(most, Math.abs(time.low), Math.abs(time.high)),
    doublingsLeast,
  )
  const limit = Math.min(reach, doublingsMost) + margin
  return [-limit, limit]
}

const ratios: readonly (readonly [ratio: number, said: string])[] = [
  [1 / 4, '¼×'],
  [1 / 3, '⅓×'],
  [1 / 2, '½×'],
  [2 / 3, '⅔×'],
  [4 / 5, '⅘×'],
  [1, '1×'],
  [5 / 4, '1¼×'],
  [3 / 2, '1½×'],
  [2, '2×'],
  [3, '3×'],
  [4, '4×'],
]

/** Ticks at ratios people know, symmetric on a logarithmic axis. */
export const timeTicks = ([low, high]: readonly [number, number]): number[] =>
  ratios
    .map(([ratio]) => Math.log2(ratio))
    .filter((tick) => tick >= low && tick <= high && (high <= wideFrom || Number.isInteger(tick)))

/** A tick as people read it: ½×, ⅔×, 1×, 1½×. */
export const sayTimeTick = (doublings: number): string =>
  ratios.find(([ratio]) => Math.abs(Math.log2(ratio) - doublings) < 1e-9)?.[1] ?? ''

/** Shares from the lowest to the highest end of an interval, at round steps within 0 and 1. */
export function rateTicks({ marks, usualRate, ordinary }: TimeOutcomeDrawing): number[] {
  const ends = [
    ...marks.flatMap(({ rate }) => [rate.low, rate.high]),
    ...(usualRate === null ? [] : [usualRate]),
    ...(ordinary === null ? [] : [ordinary.rate.low, ordinary.rate.high]),
  ]
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const step = Math.max(roundStep(Math.max(high - low, 0.05)), 0.01)
  /* Where all is one value, one step around it is the axis. */
  const from = Math.max(Math.min(Math.floor(low / step), Math.round(1 / step) - 1), 0)
  const to = Math.max(Math.ceil(Math.min(high, 1) / step - 1e-9), from + 1)
  return Array.from({ length: to - from + 1 }, (_, place) =>
    Math.min(Number(((from + place) * step).toFixed(4)), 1),
  )
}
