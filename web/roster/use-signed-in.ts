import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import * as roster from '../../shared/roster/contract.ts'
import { ask } from '../api/ask.ts'
import { type Me } from './me.ts'

/** After signing in: forgets what a signed-out browser knew, and goes where one wanted to. */
export function useSignedIn(then: string): (me: Me) => Promise<void> {
  const client = useQueryClient()
  const router = useRouter()
  return async (me) => {
    client.clear()
    client.setQueryData(ask(roster.me).queryKey, me)
    await router.navigate({ href: then })
  }
}
