import { queryOptions } from '@tanstack/react-query'
import { type AnyQuestion, type ReplyOf } from '../../shared/wire/endpoint.ts'
import { itemsPerPageLimit, type PageOf } from '../../shared/wire/page.ts'
import { addressOf } from './address-of.ts'
import { keyOf } from './ask.ts'
import { type Refused } from './refused.ts'
import { send } from './send.ts'

/** A choice among more than this many is no list a person can choose from. */
const itemsLimit = 5_000

type ItemOf<E extends AnyQuestion> = ReplyOf<E> extends { items: (infer Item)[] } ? Item : never

/**
 * Every item of a short list, page after page, for something to choose from.
 * @example useQuery(askAll(roster.teams))
 */
export function askAll<E extends AnyQuestion>(
  endpoint: E,
  query: Readonly<Record<string, unknown>> = {},
) {
  return queryOptions<ItemOf<E>[], Refused>({
    queryKey: [...keyOf(endpoint), 'all', query],
    queryFn: async ({ signal }) => {
      const items: ItemOf<E>[] = []
      let after: string | null = null
      do {
        const asked = { ...query, limit: itemsPerPageLimit, after }
        const address = addressOf(endpoint, {}, asked)
        const page = (await send(address, { method: 'GET', signal })) as PageOf<ItemOf<E>>
        items.push(...page.items)
        after = page.next
      } while (after !== null && items.length < itemsLimit)
      return items
    },
  })
}
