import { describe, expect, it } from 'vitest'
import { type CallPage } from '../../shared/calls/call-page.ts'
import * as calls from '../../shared/calls/contract.ts'
import { sayLeg } from '../../shared/calls/say-leg.ts'
import { type Caller } from '../world/caller.ts'
import { type Center } from '../world/center.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord, legRecord } from '../world/records.ts'
import { withAnswers } from './vectors/known-answers.ts'

const world = await openWorld('2026-03-30T09:00:00Z')
const day = 86_400_000
const today = Date.parse('2026-03-16T10:00:00Z')
const peers = ['ana', 'bo', 'cy', 'dee']

/** A call about the internet, one leg, so many days before today. */
const oneCall = (rep: string, seconds: number, daysAgo: number, customer?: string) =>
  callRecord({
    ...{ queue: 'tech', issue: 'no_internet' },
    ...(customer === undefined ? {} : { customer }),
    startedAt: new Date(today - daysAgo * day).toISOString(),
    externalId: `${rep} ${seconds} ${customer ?? ''} ${daysAgo}`,
    legs: [legRecord({ rep, talkSeconds: seconds })],
  })

/** Four colleagues have handled calls of these lengths, long enough ago. */
const peerCalls = (seconds: readonly number[]) =>
  seconds.map((each, place) => oneCall(peers[place % peers.length]!, each, 20 + (place % 5)))

async function pageOf(center: Center, reader: Caller, id: string): Promise<CallPage> {
  return reader.ask(calls.show, { params: { callId: await center.callId(id) } })
}

withAnswers('V8_quadrant', (answers) => {
  const opened = (async () => {
    const center = await world.center()
    await center.deliver(...peerCalls(answers.peer_handle))
    const own = answers.rows.flatMap(({ h }) => [
      oneCall('me', h, 20, `resolved ${h}`),
      oneCall('me', h, 20, `not_resolved ${h}`),
      oneCall('me', 30, 18, `not_resolved ${h}`),
      oneCall('me', h, 1, `open ${h}`),
    ])
    await center.deliver(...own)
    await center.completeUntil(today)
    await world.house.balance.lookAtAll()
    return { center, reader: await center.key('read') }
  })()

  describe.each(answers.rows)('a call of $h seconds', (row) => {
    it.each([
      ['resolved', 20],
      ['not_resolved', 20],
      ['open', 1],
    ] as const)('that is %s', async (outcome, daysAgo) => {
      const { center, reader } = await opened
      const page = await pageOf(center, reader, `me ${row.h} ${outcome} ${row.h} ${daysAgo}`)
      const { time, percentile } = page.legs[0]!
      expect(percentile).toBeCloseTo(row.percentile, 6)
      expect(time).toMatchObject({
        handleSeconds: row.h,
        timeClass: row.time_class,
        class: row[outcome],
        usual: { calls: answers.peer_handle.length, version: 1 },
      })
      if (time === null || !('medianSeconds' in time.usual)) throw new Error('not compared')
      expect(time.usual.medianSeconds).toBeCloseTo(answers.median, 6)
      expect(time.usual.lowSeconds).toBeCloseTo(answers.p20, 6)
      expect(time.usual.highSeconds).toBeCloseTo(answers.p80, 6)
    })
  })

  it('places them on the plane by outcome and ratio, and says what is usual', async () => {
    const { center, reader } = await opened
    const me = await center.callId(`me 1680 resolved 1680 20`)
    const plane = await reader.ask(calls.plane)
    const dot = plane.dots?.find(({ callId }) => callId === me)
    expect(dot).toMatchObject({ outcome: 'resolved', class: 'extra_mile', handleSeconds: 1680 })
    expect(dot?.ratio).toBeCloseTo(1680 / answers.median, 6)
    expect(plane.placed).toBe(plane.legs)
  })

  it('METHOD 0: the long third call, on day 0 and on day 7', async () => {
    const center = await world.center()
    const reader = await center.key('read')
    await center.deliver(
      ...peerCalls(answers.peer_handle),
      oneCall('ana', 150, 5, 'the customer'),
      oneCall('bo', 200, 2, 'the customer'),
      oneCall('rita', 1680, 0, 'the customer'),
    )
    await world.house.balance.lookAtAll()
    const say = (page: CallPage) =>
      sayLeg(page.legs[0]!.time!, page.legs[0]!.percentile, (at) => at.slice(0, 10))

    const first = await pageOf(center, reader, 'rita 1680 the customer 0')
    expect(say(first)).toBe(
      '28 min; calls like this usually take 3 min 45 s – 17 min 1 s (middle 60 %), this one is longer than 92 % of them. Outcome not known before 2026-03-23.',
    )
    expect(first).toMatchObject({ position: 3, outcome: { outcome: 'open' } })
    expect(first.chain.map(({ windowStatus }) => windowStatus)).toEqual([
      ...['not_resolved', 'not_resolved', 'open'],
    ])

    await center.completeUntil(today + 7 * day - 1000)
    expect((await pageOf(center, reader, 'rita 1680 the customer 0')).legs[0]!.time!.class).toBe(
      'outcome_pending',
    )
    await center.completeUntil(today + 7 * day)
    const last = await pageOf(center, reader, 'rita 1680 the customer 0')
    expect(say(last)).toMatch(/Extra mile: long for its kind, and the customer did not have to/)
    const classes = ['ana 150 the customer 5', 'bo 200 the customer 2'].map(
      async (id) => (await pageOf(center, reader, id)).legs[0]!.time!.class,
    )
    expect(await Promise.all(classes)).toEqual(['hurried', 'hurried'])
  })
})

it('compares nobody while fewer than four reps or thirty calls of others are known', async () => {
  const center = await world.center()
  const reader = await center.key('read')
  const some = (reps: readonly string[], each: number) =>
    reps.flatMap((rep) => Array.from({ length: each }, (_, place) => oneCall(rep, 100 + place, 20)))
  await center.deliver(...some(['ana', 'bo', 'cy'], 30))
  await center.completeUntil(today)
  await world.house.balance.lookAtAll()
  const first = await reader.ask(calls.list)
  expect(first.items[0]?.time).toMatchObject({
    timeClass: 'no_reference',
    usual: { tooFew: { have: 3, need: 4 } },
  })
  expect((await reader.ask(calls.plane)).placed).toBe(0)
})
