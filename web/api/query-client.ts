import { QueryClient } from '@tanstack/react-query'
import { kindByReason, type RefusalReason } from '../../shared/wire/refusal.ts'
import { Refused } from './refused.ts'

/** An answer is shown this long without asking again when a person comes back to a page. */
const freshSeconds = 15
/** What no page shows any more is kept this long. */
const keptSeconds = 300
const retriesLimit = 2

/** Only trouble that passes by itself is tried again; a refusal is the answer. */
export function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof Refused)) return false
  if (error.reason === 'no_connection' || error.reason === 'too_slow') return true
  if (error.reason === 'unreadable_answer') return false
  return kindOf(error.reason) === 'unavailable'
}

const kindOf = (reason: RefusalReason) => kindByReason[reason]

export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: freshSeconds * 1_000,
        gcTime: keptSeconds * 1_000,
        retry: (failures, error) => failures < retriesLimit && isWorthRetrying(error),
      },
      mutations: { retry: false },
    },
  })
