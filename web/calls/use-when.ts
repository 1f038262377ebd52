import { useMemo } from 'react'
import { useNow } from '../ui/now.tsx'
import { sayInstant } from '../ui/say-instant.ts'
import { sayDay } from './say-day.ts'

/** Days and moments as the viewer would say them now. */
export function useWhen() {
  const now = useNow()
  return useMemo(
    () => ({
      day: (instant: string) => sayDay(instant, now, 'long'),
      shortDay: (instant: string) => sayDay(instant, now, 'short'),
      moment: (instant: string) => sayInstant(new Date(instant), now),
    }),
    [now],
  )
}
