import { useEffect, useState } from 'react'

const tickMilliseconds = 1_000

/** The browser's time in epoch milliseconds, unmoved when somebody sets its clock. */
export const browserNow = (): number => performance.timeOrigin + performance.now()

/** That time, anew every second. */
export function useTick(): number {
  const [now, setNow] = useState(browserNow)
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(browserNow())
    }, tickMilliseconds)
    return () => {
      clearInterval(timer)
    }
  }, [])
  return now
}
