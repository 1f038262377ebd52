import { type QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { type Role } from '../../shared/roster/role.ts'
import * as roster from '../../shared/roster/contract.ts'
import { ask } from '../api/ask.ts'
import { Refused } from '../api/refused.ts'
import { paths } from '../paths.ts'
import { type Me } from './me.ts'

/**
 * Asks who is signed in; whoever is not goes to the sign-in page, or to the first run. A display
 * that was removed has nobody in front of it to sign in: it shows a new code.
 */
export async function enter(client: QueryClient, wanted: string): Promise<Me> {
  try {
    return await client.query({ ...ask(roster.me), staleTime: 'static' })
  } catch (error) {
    if (error instanceof Refused && error.reason === 'not_signed_in') await leave(client, wanted)
    throw error
  }
}

async function leave(client: QueryClient, wanted: string): Promise<void> {
  const { needsFirstAdmin, isDisplay } = await client.query({
    ...ask(roster.setup),
    staleTime: 'static',
  })
  if (needsFirstAdmin) redirect({ to: paths.firstRun, throw: true })
  if (isDisplay) redirect({ to: paths.pair, throw: true })
  const search = wanted === paths.home ? {} : { then: wanted }
  redirect({ to: paths.signIn, search, throw: true })
}

/** Says in words that a page is for others, instead of leaving it to the server. */
export function mustBe(me: Me, roles: readonly Role[]): void {
  if (roles.includes(me.role)) return
  throw new Refused({ reason: 'role_not_allowed', message: `This page is for ${roles.join()}.` })
}

/** Where each role begins. */
export const firstPath = {
  rep: paths.myCalls,
  supervisor: paths.calls,
  admin: paths.calls,
  floor: paths.floor,
} as const satisfies Record<Role, string>
