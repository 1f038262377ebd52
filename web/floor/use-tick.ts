import { useEffect, useState } from 'react'

/** The browser's time in epoch milliseconds, unmoved when somebody sets its clock. */
export const browserNow = (): number => performance.timeOrigin + performance.now()

/** That time, anew every second. */
export function useTick(milliseconds = 1_000): number {
  const [now, setNow] = useState(browserNow)
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(browserNow())
    }, milliseconds)
    return () => {
      clearInterval(timer)
    }
  }, [milliseconds])
  return now
}
