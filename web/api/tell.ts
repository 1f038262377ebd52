import {
  type AnyCommand,
  type BodyOf,
  type ParamsOf,
  type ReplyOf,
} from '../../shared/wire/endpoint.ts'
import { addressOf } from './address-of.ts'
import { type NeededOrNot } from './needed-or-not.ts'
import { send } from './send.ts'

/** What a command needs: parameters and a body, where it has any. */
export type Told<E extends AnyCommand> = NeededOrNot<'params', ParamsOf<E>> &
  NeededOrNot<'body', BodyOf<E>>

/**
 * Tells the server to change something and gives back its reply.
 * @throws Refused
 * @param patienceSeconds how long to wait for work that takes longer than an answer usually may
 * @example await tell(reflections.record, { params: { callId }, body })
 */
export async function tell<E extends AnyCommand>(
  endpoint: E,
  told: Told<E>,
  patienceSeconds?: number,
): Promise<ReplyOf<E>> {
  const { params, body } = told as { params?: Record<string, unknown>; body?: unknown }
  const address = addressOf(endpoint, params)
  return (await send(address, {
    ...{ method: endpoint.method, body: body ?? {} },
    ...(patienceSeconds !== undefined && { patienceSeconds }),
  })) as ReplyOf<E>
}
