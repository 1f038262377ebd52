import { type Look } from './mark-shape.tsx'

type Interval = { low: number; high: number }

/** One person: where they stand, and how sure both is. */
export type TimeOutcomeMark = {
  key: string
  name: string
  /** Doublings of the usual: 0 is the usual, 1 twice, -1 half. */
  time: Interval & { at: number }
  /** A share, 0 to 1. */
  rate: Interval & { at: number }
  look: Look
  colour: string
  words: string
  href: string
}

export type TimeOutcomeDrawing = {
  marks: readonly TimeOutcomeMark[]
  /** The share that is usual; null where none is known. */
  usualRate: number | null
  /** What is ordinary; `time` null where too few are drawn to say. */
  ordinary: { time: Interval | null; rate: Interval } | null
}
