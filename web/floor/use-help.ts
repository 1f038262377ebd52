import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { help } from '../../shared/floor/contract.ts'
import { keyOf } from '../api/ask.ts'
import { browserNow } from './use-tick.ts'

/** A hold or a wait becomes a long one without anything happening: the list is asked for at least this often. */
export const askMillisecondsMost = 10_000
/** A floor can change four times a second; the list is asked for again at most this often. */
export const askMillisecondsLeast = 2_000

/** How long to wait before asking again, so that there are two seconds between. */
export const untilAsked = (lastAskedAt: number, now: number): number =>
  Math.max(0, askMillisecondsLeast - (now - lastAskedAt))

/**
 * Asks again who may be glad of help whenever that may have changed.
 *
 * @param revision anything that is another one whenever the list may be another one
 */
export function useRenewedHelp(revision: string): void {
  const client = useQueryClient()
  const lastAskedAt = useRef(-Infinity)
  useEffect(() => {
    const timer = setTimeout(
      () => {
        lastAskedAt.current = browserNow()
        void client.invalidateQueries({ queryKey: keyOf(help) })
      },
      untilAsked(lastAskedAt.current, browserNow()),
    )
    return () => {
      clearTimeout(timer)
    }
  }, [client, revision])
}
