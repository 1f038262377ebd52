/** A horizontal lane of the plane. How it is painted is said by its word, never by a length. */
export type PlaneLane = {
  key: string
  label: string
  look: 'filled' | 'angular' | 'hollow'
  /** A CSS colour. */
  colour: string
}

/** Something on the plane that can be pointed at: a column of many, or one alone. */
export type PlaneMark = {
  key: string
  lane: string
  /** Doublings of the usual: 0 is the usual, 1 twice, -1 half. */
  at: number
  /** Said when the mark is pointed at or has the focus. */
  words: string
}

export type PlaneColumn = PlaneMark & { width: number; count: number }
export type PlaneDot = PlaneMark & { href: string }

export type PlaneDrawing = {
  lanes: readonly PlaneLane[]
  /** The middle of what is usual, in doublings. */
  band: { low: number; high: number } | null
  columns: readonly PlaneColumn[]
  dots: readonly PlaneDot[]
}
