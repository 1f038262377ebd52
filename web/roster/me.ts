import { useRouteContext } from '@tanstack/react-router'
import type * as roster from '../../shared/roster/contract.ts'
import { type ReplyOf } from '../../shared/wire/endpoint.ts'

/** The signed-in person, as the server knows them. */
export type Me = ReplyOf<typeof roster.me>

/** Only for pages behind the sign-in: their route has asked already. */
export function useMe(): Me {
  return useRouteContext({ from: '/signed-in', select: ({ me }): Me => me })
}
