/** Webhooks as Aircall sends them, written for the tests: call 41 of Ann, who is user 1. */
export const epoch = 1_760_000_000

type Data = Record<string, unknown>

export const user = (id: number, name = `Rep ${id}`): Data => ({
  id,
  name,
  email: `rep${id}@example.com`,
  wrap_up_time: 90,
})

const untilOf: Readonly<Record<string, Data>> = {
  'call.created': { status: 'initial', answered_at: null, ended_at: null },
  'call.ringing_on_agent': { status: 'initial', answered_at: null, ended_at: null },
  'call.agent_declined': { status: 'initial', answered_at: null, ended_at: null },
}
const overOf: ReadonlySet<string> = new Set([
  ...['call.hungup', 'call.ended', 'call.tagged', 'call.commented', 'call.summary_created'],
])

/** An event of call 41, which is answered after 10 seconds and ends after 60. */
export const aircallCall = (event: string, second: number, changes: Data = {}): Data => ({
  resource: 'call',
  event,
  timestamp: epoch + second,
  token: 'secret',
  data: {
    ...{ id: 41, direction: 'inbound', status: 'answered', missed_call_reason: null },
    ...{ started_at: epoch, answered_at: epoch + 10 },
    ended_at: overOf.has(event) ? epoch + 60 : null,
    ...{ raw_digits: '+49 30 555001', user: user(1, 'Ann'), number: { id: 5, name: 'Help line' } },
    ...{ teams: [], tags: [], comments: [], asset: null },
    ...untilOf[event],
    ...changes,
  },
})

export const aircallEvents = (): Data[] => [
  aircallCall('call.created', 0, { user: undefined }),
  aircallCall('call.answered', 10),
  aircallCall('call.ended', 90),
]

export const wrapUp = (edge: 'start' | 'end', second: number, id: number): Data => ({
  resource: 'user',
  event: `user.wut_${edge}`,
  timestamp: epoch + second,
  token: 'secret',
  data: user(id),
})
