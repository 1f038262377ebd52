import { beforeAll, describe, expect, it } from 'vitest'
import * as balance from '../../shared/balance/contract.ts'
import * as calls from '../../shared/calls/contract.ts'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import { type Center } from '../world/center.ts'
import { type Caller } from '../world/caller.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord, legRecord } from '../world/records.ts'
import { repsTold, type Standings, standingsTold } from './told.ts'

const world = await openWorld('2026-04-15T09:00:00Z')
const dayMilliseconds = 86_400_000
const today = Date.parse('2026-03-16T10:00:00Z')
const minutes = 60

/** What colleagues needed for calls of this kind, in seconds (METHOD 6, V8). */
const peerSeconds = [
  ...[150, 170, 175, 178, 179, 185, 200, 220, 240, 260, 280, 300, 320, 340, 360, 400, 420, 450],
  ...[480, 500, 540, 560, 600, 620, 660, 700, 720, 780, 840, 900, 960, 1020, 1100, 1200, 1320],
  ...[1500, 1620, 1800, 2100, 2700],
]
const peers = ['ana', 'bo', 'cy', 'dee']

const internetCall = (
  id: string,
  given: { rep: string; seconds: number; daysAgo: number; customer: string },
): CallRecord =>
  callRecord({
    ...{ externalId: id, customer: given.customer, queue: 'tech', issue: 'no_internet' },
    startedAt: new Date(today - given.daysAgo * dayMilliseconds).toISOString(),
    legs: [legRecord({ rep: given.rep, talkSeconds: given.seconds })],
  })

/** Every fourth of the colleagues' customers, and of Rita's, had to call again two days later. */
const before = [...peerSeconds.entries()].flatMap(([place, seconds]) => {
  const rep = place % 8 === 7 ? 'rita' : peers[place % 4]!
  const given = { rep, seconds, daysAgo: 30 - (place % 9), customer: `customer ${place}` }
  const again = { ...given, rep: peers[(place + 1) % 4]!, daysAgo: given.daysAgo - 2 }
  const first = internetCall(`peer ${place}`, given)
  return place % 4 === 3 ? [first, internetCall(`again ${place}`, again)] : [first]
})

/** The customer's first two calls, answered quickly, and the third, answered at length. */
const theCustomer = (thirdSeconds: number): CallRecord[] => [
  internetCall('first', { rep: 'ana', seconds: 150, daysAgo: 5, customer: 'X' }),
  internetCall('second', { rep: 'bo', seconds: 200, daysAgo: 2, customer: 'X' }),
  internetCall('third', { rep: 'rita', seconds: thirdSeconds, daysAgo: 0, customer: 'X' }),
]

type Scene = {
  center: Center
  reader: Caller
  /** On the day before the third call, on its day, and when its window has closed. */
  before: Standings
  dayZero: Standings
  daySeven: Standings
  listedOnDayZero: { recognized: number; toTalkAbout: string[] }
}

async function play(thirdSeconds: number): Promise<Scene> {
  const center = await world.center()
  const reader = await center.key('read')
  await center.deliver(...before, ...theCustomer(thirdSeconds).slice(0, 2))
  await center.completeUntil(today - 1000)
  await world.house.balance.lookAtAll()
  const beforeIt = await standingsTold(reader)
  await center.deliver(...theCustomer(thirdSeconds).slice(2))
  await world.house.balance.lookAtAll()
  const dayZero = await standingsTold(reader)
  const third = await center.callId('third')
  const recognized = await reader.ask(balance.recognitions, { query: { limit: 200 } })
  const coaching = await reader.ask(balance.coaching, { query: { limit: 200 } })
  await center.completeUntil(today + 7 * dayMilliseconds)
  await world.house.balance.lookAtAll()
  return {
    ...{ center, reader, dayZero, before: beforeIt },
    daySeven: await standingsTold(reader),
    listedOnDayZero: {
      recognized: recognized.items.filter(({ call }) => call.callId === third).length,
      toTalkAbout: coaching.items
        .filter(({ callId }) => callId === third)
        .map(({ rep }) => rep.name),
    },
  }
}

describe('METHOD 0: the third call, which takes 28 minutes', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await play(28 * minutes)
  })

  it('says nothing against anybody on day 0', () => {
    const { listedOnDayZero, dayZero } = scene
    expect(listedOnDayZero).toEqual({ recognized: 0, toTalkAbout: [] })
    expect(dayZero['rita']).toEqual(scene.before['rita'])
    expect(Object.keys(dayZero)).toHaveLength(5)
  })

  it('is recognized on day 7: long for its kind, and it ended a chain', async () => {
    const { items } = await scene.reader.ask(balance.recognitions, { query: { limit: 200 } })
    const third = await scene.center.callId('third')
    const recognition = items.find(({ call }) => call.callId === third)
    expect(recognition?.reasons).toEqual(['extra_mile', 'chain_ended'])
    expect(recognition?.call.rep.name).toBe('rita')
    expect(recognition?.call.time).toMatchObject({ class: 'extra_mile', handleSeconds: 1680 })
  })

  it('raises the standing of who took it, by one resolved call', () => {
    const { dayZero, daySeven } = scene
    const [was, is] = [dayZero['rita']!.same_issue_7d, daySeven['rita']!.same_issue_7d]
    expect([is.mature, is.resolved]).toEqual([was.mature + 1, was.resolved + 1])
    expect(is.effect.median).toBeGreaterThan(was.effect.median)
    expect(is.pBelow).toBeLessThan(was.pBelow)
  })

  it('leaves the two short calls before it as the ones that are not resolved', async () => {
    const coaching = await scene.reader.ask(balance.coaching, { query: { limit: 200 } })
    for (const [id, rep] of [
      ['first', 'ana'],
      ['second', 'bo'],
    ] as const) {
      const callId = await scene.center.callId(id)
      const line = coaching.items.find((each) => each.callId === callId)
      expect(line?.rep.name).toBe(rep)
      expect(line?.time).toMatchObject({ class: 'hurried', outcome: { outcome: 'not_resolved' } })
    }
  })

  it('says nothing of its length where reps are laid side by side', async () => {
    const rita = (await repsTold(scene.reader, 'same_issue_7d')).find(
      ({ rep }) => rep.name === 'rita',
    )
    expect(rita?.prompt).toBeNull()
    expect(rita?.classes.extra_mile).toBeGreaterThan(0)
  })

  it('ended no chain if the customer called again, though a supervisor found it resolved', async () => {
    const { center } = await play(28 * minutes)
    const third = await center.callId('third')
    const supervisor = await center.person('admin')
    const list = async () =>
      (await supervisor.ask(balance.recognitions, { query: { limit: 200 } })).items.map(
        ({ call }) => call.callId,
      )
    const note = 'Called back and asked.'
    await supervisor.tell(calls.verify, {
      params: { callId: third },
      body: { claim: 'resolved', note },
    })
    await world.house.balance.lookAtAll()
    expect(await list()).toContain(third)
    const fourth = { rep: 'cy', seconds: 90, daysAgo: -3, customer: 'X' }
    await center.deliver(internetCall('fourth', fourth))
    await world.house.balance.lookAtAll()
    expect(await list()).not.toContain(third)
  })

  it.each([3, 60])('could have taken %i minutes: no standing would differ', async (length) => {
    const other = await play(length * minutes)
    expect(other.before).toEqual(scene.before)
    expect(other.dayZero).toEqual(scene.dayZero)
    expect(other.daySeven).toEqual(scene.daySeven)
  })
})
