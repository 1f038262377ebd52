import { type UseQueryResult } from '@tanstack/react-query'
import { type ReactNode } from 'react'
import { Loading } from '../ui/loading.tsx'
import { Failure } from './failure.tsx'

/** A question's three states: what is coming, what went wrong, or the answer itself. */
export function Answer<T>({
  to,
  lines,
  children,
}: {
  to: Pick<UseQueryResult<T>, 'data' | 'error' | 'isFetching'> & { refetch: () => unknown }
  /** How many lines the answer will take, for the shape shown until then. */
  lines?: number
  children: (answer: T) => ReactNode
}) {
  if (to.data !== undefined) return children(to.data)
  if (to.error) {
    return (
      <Failure
        error={to.error}
        onRetry={() => {
          void to.refetch()
        }}
      />
    )
  }
  return <Loading {...(lines !== undefined && { lines })} />
}
