import { useQuery } from '@tanstack/react-query'
import { watch } from '../../shared/floor/contract.ts'
import { type Watching } from '../../shared/floor/watching.ts'
import { ask } from '../api/ask.ts'
import { sentenceFor } from '../api/sentences.ts'
import { floorWords } from './words.ts'

/** Most connections that are lost are back at the first or second attempt. */
const failuresLeast = 2

/**
 * Why the floor cannot be watched, in a sentence; null while it can, or nobody knows yet. A browser
 * does not tell why a WebSocket was refused, so after a second failure the same is asked the plain
 * way, once for each attempt. If it is the session that has ended, that leads to the sign-in.
 */
export function useTrouble({ phase, failures }: Watching): string | null {
  const isFailing = failures >= failuresLeast
  const { error, isSuccess } = useQuery({
    ...ask(watch),
    enabled: isFailing && phase === 'waiting',
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  if (!isFailing) return null
  if (error) return sentenceFor(error)
  return isSuccess ? floorWords.blocked : null
}
