/** A clock that says what it was last set to. */
export type Clock = {
  /** Epoch milliseconds. */
  now: () => number
  set: (instant: string | number) => void
  pass: (seconds: number) => void
}

export function openClock(startsAt: string): Clock {
  let at = Date.parse(startsAt)
  return {
    now: () => at,
    set: (instant) => {
      at = typeof instant === 'number' ? instant : Date.parse(instant)
    },
    pass: (seconds) => {
      at += seconds * 1000
    },
  }
}
