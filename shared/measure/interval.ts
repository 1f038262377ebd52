/** From `low` to `high`, both included, in the unit of the number it belongs to. */
export type Interval = { low: number; high: number }
