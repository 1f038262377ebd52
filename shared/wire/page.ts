import { Type, type TSchema } from 'typebox'

/** How many items a list gives at most, whatever is asked. */
export const itemsPerPageLimit = 200
export const itemsPerPageDefault = 50

export const PageQuery = {
  /** Opaque place to go on from, as given in the page before. */
  after: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: itemsPerPageLimit, default: itemsPerPageDefault }),
  ),
}

/** One page of a list; `next` is null on the last one. */
export const Page = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), next: Type.Union([Type.String(), Type.Null()]) })

export type PageOf<Item> = { items: Item[]; next: string | null }
