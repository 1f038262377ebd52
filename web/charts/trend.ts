export type TrendWeek = {
  key: string
  /** On the axis: "9 Mar". */
  tick: string
  /** Null where there is too little for a point. */
  value: number | null
  /** Not everything of it is known yet. */
  isOpen: boolean
  /** Beyond the limits: a signal. */
  isOutside: boolean
  /** Said when the week is pointed at or has the focus. */
  words: string
}

export type TrendDrawing = {
  weeks: readonly TrendWeek[]
  limits: { mean: number; low: number; high: number } | null
  /** Says a value on the axis. */
  say: (value: number) => string
  xTitle: string
  yTitle: string
  /** What stands beside the lines. */
  names: { limit: string; open: string }
}
