import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, test, vi } from 'vitest'
import { me, teams } from '../../shared/roster/contract.ts'
import { type RefusalReason } from '../../shared/wire/refusal.ts'
import { ask } from '../../web/api/ask.ts'
import { Refused } from '../../web/api/refused.ts'
import { leaveWhenSessionEnds } from '../../web/roster/leave-when-session-ends.ts'

const invalidate = vi.fn(() => Promise.resolve())
let client: QueryClient

const refusing = (reason: RefusalReason) => () =>
  Promise.reject(new Refused({ reason, message: 'no' }))
const isKnown = () => client.getQueryData(ask(me).queryKey) !== undefined

beforeEach(() => {
  invalidate.mockClear()
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  client.setQueryData(['/api/me', 'one', {}, {}], { name: 'Kim' })
  leaveWhenSessionEnds(client, { invalidate })
})

test('an answer that says the session is over forgets who it was and asks the router', async () => {
  const queryFn = refusing('not_signed_in')
  await client.query({ queryKey: ask(teams).queryKey, queryFn }).catch(() => undefined)
  expect(isKnown()).toBe(false)
  expect(invalidate).toHaveBeenCalledTimes(1)
})

test('so does a command', async () => {
  const mutationFn = refusing('not_signed_in')
  await new MutationObserver(client, { mutationFn }).mutate().catch(() => undefined)
  expect(isKnown()).toBe(false)
  expect(invalidate).toHaveBeenCalledTimes(1)
})

test('wrong credentials and other refusals end nothing', async () => {
  for (const reason of ['wrong_credentials', 'role_not_allowed', 'bug'] as const) {
    await client.query({ queryKey: [reason], queryFn: refusing(reason) }).catch(() => undefined)
  }
  expect(isKnown()).toBe(true)
  expect(invalidate).not.toHaveBeenCalled()
})

test('the question who is signed in answers for itself', async () => {
  client.clear()
  const queryFn = refusing('not_signed_in')
  await client.query({ queryKey: ask(me).queryKey, queryFn }).catch(() => undefined)
  expect(invalidate).not.toHaveBeenCalled()
})
