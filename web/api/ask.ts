import {
  infiniteQueryOptions,
  queryOptions,
  type InfiniteData,
  type QueryKey,
} from '@tanstack/react-query'
import {
  type AnyQuestion,
  type Endpoint,
  type ParamsOf,
  type QueryOf,
  type ReplyOf,
} from '../../shared/wire/endpoint.ts'
import { type PageOf } from '../../shared/wire/page.ts'
import { addressOf } from './address-of.ts'
import { type NeededOrNot } from './needed-or-not.ts'
import { type Refused } from './refused.ts'
import { send } from './send.ts'

/** What a question needs to be asked: parameters and query, where it has any. */
export type Given<E extends AnyQuestion> = NeededOrNot<'params', ParamsOf<E>> &
  NeededOrNot<'query', QueryOf<E>>
type GivenOf<E extends AnyQuestion> =
  Partial<Given<E>> extends Given<E> ? [given?: Given<E>] : [given: Given<E>]

/** The beginning of every key of an endpoint: what is invalidated when its answer changes. */
export const keyOf = (endpoint: Pick<Endpoint, 'path'>) => [endpoint.path] as const

/**
 * React Query's options for a question; the key follows from endpoint and parameters.
 * @example useQuery(ask(calls.show, { params: { callId } }))
 */
export function ask<E extends AnyQuestion>(endpoint: E, ...[given]: GivenOf<E>) {
  return queryOptions<ReplyOf<E>, Refused>({
    queryKey: [...keyOf(endpoint), 'one', given?.params ?? {}, given?.query ?? {}],
    queryFn: async ({ signal }) => {
      const address = addressOf(endpoint, given?.params, given?.query)
      return (await send(address, { method: endpoint.method, signal })) as ReplyOf<E>
    },
  })
}

/**
 * The same for a list that comes in pages: `useInfiniteQuery(askPages(calls.list, { query }))`.
 * `data.pages` are the pages so far, `fetchNextPage()` brings the next.
 */
export function askPages<E extends AnyQuestion>(endpoint: E, ...[given]: GivenOf<E>) {
  return infiniteQueryOptions<
    PageIn<E>,
    Refused,
    InfiniteData<PageIn<E>, string | null>,
    QueryKey,
    string | null
  >({
    queryKey: [...keyOf(endpoint), 'pages', given?.params ?? {}, given?.query ?? {}],
    queryFn: async ({ signal, pageParam }) => {
      const query = { ...given?.query, after: pageParam }
      const address = addressOf(endpoint, given?.params, query)
      return (await send(address, { method: endpoint.method, signal })) as PageIn<E>
    },
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
  })
}

type PageIn<E extends AnyQuestion> =
  ReplyOf<E> extends { items: (infer Item)[] } ? PageOf<Item> : never
