import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type AnyCommand, type AnyQuestion, type ReplyOf } from '../../shared/wire/endpoint.ts'
import { keyOf } from './ask.ts'
import { type Refused } from './refused.ts'
import { tell, type Told } from './tell.ts'

/**
 * A command as a mutation. `renews` names the questions whose answers it changes; they are
 * asked again before `onDone` runs. `patienceSeconds` is for work that takes long.
 */
export function useTell<E extends AnyCommand>(
  endpoint: E,
  {
    renews = [],
    onDone,
    patienceSeconds,
  }: {
    renews?: readonly Pick<AnyQuestion, 'path'>[]
    onDone?: (reply: ReplyOf<E>, told: Told<E>) => void | Promise<void>
    patienceSeconds?: number
  } = {},
) {
  const client = useQueryClient()
  return useMutation<ReplyOf<E>, Refused, Told<E>>({
    mutationFn: (told) => tell(endpoint, told, patienceSeconds),
    onSuccess: async (reply, told) => {
      await Promise.all(
        renews.map((question) => client.invalidateQueries({ queryKey: keyOf(question) })),
      )
      await onDone?.(reply, told)
    },
  })
}
