import { setTimeout as rest } from 'node:timers/promises'

/** A clock that goes on at a pace of its own, or stands still. */
export type MovingClock = {
  /** Epoch milliseconds. */
  now: () => number
  /** How many of its seconds pass in one of ours from here on. */
  setPace: (pace: number) => void
  pass: (seconds: number) => void
  /** Waits until so much has passed by this clock; ends early where the signal says stop. */
  wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

/** How often somebody who waits looks at the clock. */
const lookMilliseconds = 20

/** @param startsAt what it says at first; it stands still until it is given a pace */
export function openMovingClock(startsAt: string): MovingClock {
  let pace = 0
  let said = Date.parse(startsAt)
  let saidAt = performance.now()
  const now = (): number => Math.floor(said + (performance.now() - saidAt) * pace)
  const set = (instant: number): void => {
    said = instant
    saidAt = performance.now()
  }
  return {
    now,
    setPace: (next) => {
      set(now())
      pace = next
    },
    pass: (seconds) => {
      set(now() + seconds * 1_000)
    },
    wait: async (milliseconds, signal) => {
      const until = now() + milliseconds
      while (now() < until && signal?.aborted !== true) await rest(lookMilliseconds)
    },
  }
}
