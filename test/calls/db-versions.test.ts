import { describe, expect, it } from 'vitest'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import * as calls from '../../shared/calls/contract.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord, legRecord } from '../world/records.ts'

const world = await openWorld()

const one = (says: Partial<CallRecord>) => callRecord({ externalId: 'one', customer: 'A', ...says })

describe('a call that is delivered again', () => {
  const versions = [
    ['with the same facts', { version: 1 }, { version: 1 }, 'unchanged'],
    ['with the same facts and no version', {}, {}, 'unchanged'],
    ['with the same facts, absent written as null', {}, { audience: null }, 'unchanged'],
    ['with the same facts under a higher version', { version: 1 }, { version: 2 }, 'unchanged'],
    ['with the same facts under a lower version', { version: 2 }, { version: 1 }, 'unchanged'],
    ['changed, under a higher version', { version: 1 }, { version: 2, queue: 'b' }, 'superseded'],
    ['changed, the first time with a version', {}, { version: 1, queue: 'b' }, 'superseded'],
    ['changed, without versions', {}, { queue: 'b' }, 'superseded'],
    ['changed, under a lower version', { version: 2 }, { version: 1, queue: 'b' }, 'stale_version'],
    [
      'changed, under the same version',
      { version: 1 },
      { version: 1, queue: 'b' },
      'version_conflict',
    ],
  ] as const

  describe.each([
    ['in one request', true],
    ['in two requests', false],
  ])('%s', (_, isTogether) => {
    it.each(versions)('%s', async (__, first, second, becomes) => {
      const center = await world.center()
      const records = [one(first), one(second)] as const
      const replies = isTogether
        ? [await center.deliver(...records)]
        : [await center.deliver(records[0]), await center.deliver(records[1])]
      const sum = (of: 'accepted' | 'unchanged' | 'superseded') =>
        replies.reduce((total, reply) => total + reply[of], 0)
      const refused = replies.flatMap((reply) => reply.refused)
      expect({
        ...{
          accepted: sum('accepted'),
          unchanged: sum('unchanged'),
          superseded: sum('superseded'),
        },
        refused: refused.map(({ reason, index, field }) => ({ reason, index, field })),
      }).toEqual({
        accepted: 1,
        unchanged: becomes === 'unchanged' ? 1 : 0,
        superseded: becomes === 'superseded' ? 1 : 0,
        refused: becomes.includes('_')
          ? [{ reason: becomes, index: isTogether ? 1 : 0, field: 'version' }]
          : [],
      })
      const admin = await center.key('read')
      const { items } = await admin.ask(calls.list)
      expect(items.map((item) => item.queue)).toEqual([becomes === 'superseded' ? 'b' : 'support'])
    })
  })

  it('keeps its number, so that links to it go on working', async () => {
    const center = await world.center()
    await center.deliver(one({ version: 1 }), callRecord())
    const callId = await center.callId('one')
    await center.deliver(one({ version: 2, queue: 'b' }))
    const reader = await center.key('read')
    const page = await reader.ask(calls.show, { params: { callId } })
    expect(page).toMatchObject({ externalId: 'one', version: 2, queue: 'b' })
  })

  it('is another call where another source sends it', async () => {
    const center = await world.center()
    const reply = await center.deliver(one({}), one({ source: 'other phone' }))
    expect(reply).toMatchObject({ accepted: 2 })
  })
})

it('joins the stints of one rep in a call into one leg', async () => {
  const center = await world.center()
  await center.deliver(
    callRecord({
      legs: [
        legRecord({ rep: 'ana', talkSeconds: 100, holdSeconds: 20, ending: 'blind_transfer' }),
        legRecord({ rep: 'bo', talkSeconds: 30, ending: 'blind_transfer' }),
        legRecord({ rep: 'ana', talkSeconds: 50, wrapSeconds: 5, ending: 'completed' }),
      ],
    }),
  )
  const reader = await center.key('read')
  const { items } = await reader.ask(calls.list)
  expect(
    items.map(({ rep, legNo, time }) => [rep.name, legNo, time.handleSeconds, time.class]).sort(),
  ).toEqual([
    ['ana', 2, 175, 'outcome_pending'],
    ['bo', 1, 30, 'handed_on'],
  ])
})

describe('characters the database can not hold', () => {
  const nul = '\u0000'
  it.each([
    ['a name', { queue: `a${nul}` }, 'queue'],
    ['the customer', { customer: nul }, 'customer'],
    ['the external id', { externalId: `x${nul}y` }, 'externalId'],
    ['the source', { source: `x${nul}` }, 'source'],
    ['a rep', { legs: [legRecord({ rep: nul })] }, 'legs.0.rep'],
    ['a disposition', { disposition: { label: nul } }, 'disposition.label'],
    ['an address', { recordingUrl: `https://a/${nul}` }, 'recordingUrl'],
    ['the name of a field', { [`a${nul}`]: 1 }, `a${nul}`],
  ])('in %s cost only that record', async (_, says, field) => {
    const center = await world.center()
    const reply = await center.deliver(callRecord(), callRecord(says as Partial<CallRecord>))
    expect(reply).toMatchObject({ accepted: 1, refused: [{ index: 1, field }] })
  })

  it('outside any text cost only that record', async () => {
    const center = await world.center()
    const key = await center.key('calls:write')
    const payload = `[${JSON.stringify(callRecord())},{"a":${nul}}]`
    const answered = await key.send({ method: 'POST', url: '/api/calls', payload })
    expect(answered).toMatchObject({
      status: 200,
      body: { accepted: 1, refused: [{ index: 1, reason: 'malformed_json' }] },
    })
  })

  it('half a surrogate pair is stored as the sign for what is unreadable', async () => {
    const center = await world.center()
    const reply = await center.deliver(callRecord({ queue: 'a\ud800b' }))
    expect(reply).toMatchObject({ accepted: 1 })
    const { items } = await (await center.key('read')).ask(calls.list)
    expect(items[0]?.queue).toBe('a\ufffdb')
  })
})

describe('a record that can not be so', () => {
  it.each([
    [
      'starts more than a day ahead',
      { startedAt: '2026-03-03T09:00:01Z' },
      'in_the_future',
      'startedAt',
    ],
    [
      'starts on a day that does not exist',
      { startedAt: '2026-02-29T09:00:00Z' },
      'field_invalid',
      'startedAt',
    ],
    ['has no time zone', { startedAt: '2026-02-02T09:00:00' }, 'field_invalid', 'startedAt'],
    ['ends before it starts', { endedAt: '2026-02-02T08:59:58Z' }, 'inconsistent', 'endedAt'],
    [
      'has a leg that ends before it is answered',
      {
        legs: [legRecord({ answeredAt: '2026-02-02T09:05:00Z', endedAt: '2026-02-02T09:04:00Z' })],
      },
      'inconsistent',
      'legs.0.endedAt',
    ],
    [
      'has a score outside its scale',
      { csat: { score: 6, min: 1, max: 5 } },
      'inconsistent',
      'csat',
    ],
  ] as const)('%s', async (_, says, reason, field) => {
    const center = await world.center()
    const reply = await center.deliver(callRecord(says as Partial<CallRecord>))
    expect(reply).toMatchObject({ accepted: 0, refused: [{ index: 0, reason, field }] })
  })

  it('but a clock that is a day ahead is forgiven', async () => {
    const center = await world.center()
    const reply = await center.deliver(callRecord({ startedAt: '2026-03-03T09:00:00Z' }))
    expect(reply).toMatchObject({ accepted: 1, refused: [] })
  })
})
