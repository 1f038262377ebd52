import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type AnyCommand, type AnyQuestion, type ReplyOf } from '../../shared/wire/endpoint.ts'
import { keyOf } from './ask.ts'
import { type Refused } from './refused.ts'
import { tell, type Told } from './tell.ts'

/**
 * A command as a mutation. `renews` names the questions whose answers it changes; they are
 * asked again before `onDone` runs.
 */
export function useTell<E extends AnyCommand>(
  endpoint: E,
  {
    renews = [],
    onDone,
  }: {
    renews?: readonly Pick<AnyQuestion, 'path'>[]
    onDone?: (reply: ReplyOf<E>, told: Told<E>) => void | Promise<void>
  } = {},
) {
  const client = useQueryClient()
  return useMutation<ReplyOf<E>, Refused, Told<E>>({
    mutationFn: (told) => tell(endpoint, told),
    onSuccess: async (reply, told) => {
      await Promise.all(
        renews.map((question) => client.invalidateQueries({ queryKey: keyOf(question) })),
      )
      await onDone?.(reply, told)
    },
  })
}
