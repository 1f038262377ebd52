import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createTeam, teams } from '../../shared/roster/contract.ts'
import { ask } from '../../web/api/ask.ts'
import { askAll } from '../../web/api/ask-all.ts'
import { isWorthRetrying, makeQueryClient } from '../../web/api/query-client.ts'
import { Refused } from '../../web/api/refused.ts'
import { answerSecondsLimit, send } from '../../web/api/send.ts'
import { tell } from '../../web/api/tell.ts'

const fetching = vi.fn<typeof fetch>()

beforeEach(() => {
  vi.stubGlobal('fetch', fetching)
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  fetching.mockReset()
})

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )

describe('an answer', () => {
  test('is the JSON of the reply', async () => {
    fetching.mockResolvedValue(json({ id: 1, name: 'Support' }))
    await expect(tell(createTeam, { body: { name: 'Support' } })).resolves.toEqual({
      id: 1,
      name: 'Support',
    })
    const [address, request] = fetching.mock.calls[0]!
    expect(address).toBe('/api/teams')
    expect(request).toMatchObject({ method: 'POST', body: '{"name":"Support"}' })
  })

  test('may be empty', async () => {
    fetching.mockResolvedValue(new Response(null, { status: 204 }))
    await expect(send('/api/x', { method: 'DELETE' })).resolves.toEqual({})
  })

  test('of all pages is asked page after page, in order', async () => {
    fetching.mockResolvedValueOnce(json({ items: [1, 2], next: 'two' }))
    fetching.mockResolvedValueOnce(json({ items: [3], next: null }))
    await expect(makeQueryClient().query(askAll(teams))).resolves.toEqual([1, 2, 3])
    expect(fetching.mock.calls.map(([address]) => address)).toEqual([
      '/api/teams?limit=200',
      '/api/teams?limit=200&after=two',
    ])
  })
})

describe('a refusal', () => {
  test('of the server keeps its reason, number and fields', async () => {
    const problem = {
      kind: 'malformed',
      reason: 'malformed_request',
      message: 'name is required.',
      requestId: 'req-1',
      fields: [{ field: 'name', message: 'name is required.' }],
    }
    fetching.mockResolvedValue(json(problem, 400))
    const error = await failureOf(send('/api/x', { method: 'POST', body: {} }))
    expect(error).toBeInstanceOf(Refused)
    expect(error).toMatchObject({
      reason: 'malformed_request',
      requestId: 'req-1',
      fields: problem.fields,
    })
  })

  test.each([
    ['a page of a proxy', new Response('<html>', { status: 502 })],
    ['a reason nobody knows', json({ reason: 'moon_is_full' }, 400)],
    ['an inherited name as reason', json({ reason: 'toString' }, 400)],
    ['half an answer', new Response('{"items":[', { status: 200 })],
  ])('%s is an answer we cannot read', async (_, response) => {
    fetching.mockResolvedValue(response)
    const error = await failureOf(send('/api/x', { method: 'GET' }))
    expect(error).toMatchObject({ name: 'Refused', reason: 'unreadable_answer' })
  })

  test('says when there is no connection', async () => {
    fetching.mockRejectedValue(new TypeError('fetch failed'))
    const error = await failureOf(send('/api/x', { method: 'GET' }))
    expect(error).toMatchObject({ name: 'Refused', reason: 'no_connection', requestId: null })
  })

  test('says when the server is too slow', async () => {
    const patience = AbortSignal.abort(new DOMException('late', 'TimeoutError'))
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience)
    fetching.mockImplementation((_, request) => Promise.reject(request!.signal!.reason as Error))
    const error = await failureOf(send('/api/x', { method: 'GET' }))
    expect(error).toMatchObject({ name: 'Refused', reason: 'too_slow' })
    expect(timeout).toHaveBeenCalledWith(answerSecondsLimit * 1_000)
    timeout.mockRestore()
  })

  test('waits longer for work that is known to take long', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout')
    fetching.mockResolvedValue(json({ id: 1, name: 'Support' }))
    await tell(createTeam, { body: { name: 'Support' } }, 900)
    expect(timeout).toHaveBeenCalledWith(900_000)
    timeout.mockRestore()
  })

  test('is not made of a request that was cancelled', async () => {
    fetching.mockImplementation((_, request) => Promise.reject(request!.signal!.reason as Error))
    const signal = AbortSignal.abort()
    const error = await failureOf(send('/api/x', { method: 'GET', signal }))
    expect(error).not.toBeInstanceOf(Refused)
    expect(error).toMatchObject({ name: 'AbortError' })
  })
})

test('the key of a question follows from endpoint and parameters', () => {
  expect(ask(teams).queryKey).toEqual(['/api/teams', 'one', {}, {}])
  expect(ask(teams, { query: { limit: 3 } }).queryKey).toEqual([
    '/api/teams',
    'one',
    {},
    { limit: 3 },
  ])
})

test('only trouble that passes by itself is tried again', () => {
  const isTriedAgain = (reason: Refused['reason']) =>
    isWorthRetrying(new Refused({ reason, message: '' }))
  expect(
    (['no_connection', 'too_slow', 'too_busy', 'starting_up', 'database_unreachable'] as const).map(
      isTriedAgain,
    ),
  ).toEqual([true, true, true, true, true])
  expect(
    (['not_signed_in', 'call_unknown', 'bug', 'unreadable_answer', 'name_taken'] as const).map(
      isTriedAgain,
    ),
  ).toEqual([false, false, false, false, false])
  expect(isWorthRetrying(new Error('a bug of ours'))).toBe(false)
})
