import {
  type AnyQuestion,
  type ParamsOf,
  type QueryOf,
  type ReplyOf,
} from '../../shared/wire/endpoint.ts'
import { itemsPerPageLimit, type PageOf } from '../../shared/wire/page.ts'
import { ask, type Api, type Speaker } from './api.ts'

type ItemOf<E extends AnyQuestion> = ReplyOf<E> extends PageOf<infer Item> ? Item : never

/** All items of a list, page by page. Only for lists that are short by nature. */
export async function everyItem<E extends AnyQuestion>(
  api: Api,
  speaker: Speaker,
  endpoint: E,
  given: { params: ParamsOf<E>; query: QueryOf<E> },
): Promise<ItemOf<E>[]> {
  const items: ItemOf<E>[] = []
  let after: string | null = null
  do {
    const query = { ...given.query, limit: itemsPerPageLimit, ...(after === null ? {} : { after }) }
    const page = (await ask(api, speaker, endpoint, { ...given, query })) as PageOf<ItemOf<E>>
    items.push(...page.items)
    after = page.next
  } while (after !== null)
  return items
}
