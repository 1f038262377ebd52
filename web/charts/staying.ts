/** How many are left by a day, and how sure that is. */
export type StayingDay = {
  day: number
  share: number
  low: number
  high: number
  /** Said when the day is pointed at or has the focus. */
  words: string
}
