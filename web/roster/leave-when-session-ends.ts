import { type QueryClient } from '@tanstack/react-query'
import * as roster from '../../shared/roster/contract.ts'
import { ask, keyOf } from '../api/ask.ts'
import { Refused } from '../api/refused.ts'

/**
 * A session can end while a page is open. The first answer that says so makes the router ask
 * again who is signed in, which leads to the sign-in page and back here afterwards.
 */
export function leaveWhenSessionEnds(
  client: QueryClient,
  router: { invalidate: () => Promise<void> },
): void {
  const meHash = JSON.stringify(ask(roster.me).queryKey)
  const end = () => {
    client.removeQueries({ queryKey: keyOf(roster.me) })
    void router.invalidate()
  }
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'error') return
    if (isSessionOver(event.action.error) && event.query.queryHash !== meHash) end()
  })
  client.getMutationCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'error') return
    if (isSessionOver(event.action.error)) end()
  })
}

const isSessionOver = (error: unknown) =>
  error instanceof Refused && error.reason === 'not_signed_in'
