import { useRouteContext } from '@tanstack/react-router'
import type * as roster from '../../shared/roster/contract.ts'
import { type ReplyOf } from '../../shared/wire/endpoint.ts'

/** Who is signed in, as the server knows them: a person, or a display on the wall. */
export type Me = ReplyOf<typeof roster.me>

/** Only for pages behind the sign-in: their route has asked already. */
export function useMe(): Me {
  return useRouteContext({ from: '/signed-in', select: ({ me }): Me => me })
}

/** The account of whoever looks at a page of a rep's own; no display is let onto one. */
export function useUserId(): string {
  const { userId } = useMe()
  if (userId === null) throw new Error('A display has no pages of its own.')
  return userId
}
