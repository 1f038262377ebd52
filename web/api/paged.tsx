import { Button } from '@mantine/core'
import {
  type InfiniteData,
  useInfiniteQuery,
  type UseInfiniteQueryOptions,
} from '@tanstack/react-query'
import { type ReactNode } from 'react'
import { type PageOf } from '../../shared/wire/page.ts'
import { words } from '../ui/words.ts'
import { Answer } from './answer.tsx'
import { type Refused } from './refused.ts'

type Asked<Item> = UseInfiniteQueryOptions<
  PageOf<Item>,
  Refused,
  InfiniteData<PageOf<Item>, string | null>,
  readonly unknown[],
  string | null
>

/** A list in pages: all items so far, and a button for the next ones. */
export function Paged<Item>({
  asks,
  lines,
  children,
}: {
  asks: Asked<Item>
  lines?: number
  children: (items: Item[]) => ReactNode
}) {
  const list = useInfiniteQuery(asks)
  return (
    <Answer to={list} {...(lines !== undefined && { lines })}>
      {({ pages }) => (
        <>
          {children(pages.flatMap(({ items }) => items))}
          {list.hasNextPage && (
            <Button
              variant="default"
              mt="md"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {words.more}
            </Button>
          )}
        </>
      )}
    </Answer>
  )
}
