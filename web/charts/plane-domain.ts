import { type PlaneDrawing } from './plane.ts'

/** A quarter to four times the usual is always shown. */
const doublingsLeast = 2
/** Beyond sixteen times more or less, marks stand at the edge: the distance says nothing more. */
export const doublingsMost = 4
/** Room so that a mark on the last tick is not cut off. */
const margin = 0.25

/** How far the axis reaches, in doublings, to hold every mark. */
export function planeDomain({ columns, dots }: PlaneDrawing): [low: number, high: number] {
  const lows = [...columns.map(({ at }) => at), ...dots.map(({ at }) => at)]
  const highs = [...columns.map(({ at, width }) => at + width), ...dots.map(({ at }) => at)]
  const low = lows.reduce((least, at) => Math.min(least, at), -doublingsLeast)
  const high = highs.reduce((most, at) => Math.max(most, at), doublingsLeast)
  return [
    Math.max(Math.floor(low), -doublingsMost) - margin,
    Math.min(Math.ceil(high), doublingsMost) + margin,
  ]
}

/** Whole doublings inside the domain, for ticks. */
export const planeTicks = ([low, high]: readonly [number, number]): number[] =>
  Array.from({ length: 2 * doublingsMost + 1 }, (_, place) => place - doublingsMost).filter(
    (tick) => tick >= low && tick <= high,
  )

const fractions: Readonly<Record<number, string>> = { 1: '½', 2: '¼', 3: '⅛', 4: '≤ ¹⁄₁₆' }

/** A tick as people read it: ¼×, ½×, 1×, 2×, 4×; the outermost ones hold what lies beyond. */
export function sayTick(doublings: number): string {
  if (doublings < 0) return `${fractions[-doublings] ?? ''}×`
  return doublings === doublingsMost ? `≥ ${2 ** doublings}×` : `${2 ** doublings}×`
}
