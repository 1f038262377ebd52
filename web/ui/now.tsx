import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'

/** "Today" and "yesterday" stay right on a page that is left open. */
const tickSeconds = 30

const Now = createContext<Date | null>(null)

/** Gives the pages the time; the clock itself is read in main.tsx only. */
export function NowProvider({ clock, children }: { clock: () => Date; children: ReactNode }) {
  const [now, setNow] = useState(clock)
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(clock())
    }, tickSeconds * 1_000)
    return () => {
      clearInterval(timer)
    }
  }, [clock])
  return <Now value={now}>{children}</Now>
}

export function useNow(): Date {
  const now = useContext(Now)
  if (!now) throw new Error('useNow needs a NowProvider above it.')
  return now
}
