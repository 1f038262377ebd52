import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as balance from '../../shared/balance/contract.ts'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import { recordOf } from '../calls/model-worlds.ts'
import { type Caller } from '../world/caller.ts'
import { openWorld } from '../world/open-world.ts'
import { balanceOf } from './balance-of.ts'
import {
  backdrop,
  chanceCalls,
  dayZero,
  day,
  recordsOf,
  reps,
  simpleCall,
  watermarkAt,
  runs,
} from './small-worlds.ts'
import { expectAlike, ledgersTold, standingsTold } from './told.ts'

const world = await openWorld('2026-03-02T09:00:00Z')
const chance = chanceCalls({ min: 3, max: 20 })
const few = runs(2)

/** What groups and targets are told, without the version they rest on. */
async function groupsTold(reader: Caller) {
  const [queues, issues] = await Promise.all(
    (['queue', 'issue'] as const).map((by) => reader.ask(balance.resolution, { query: { by } })),
  )
  const target = await reader.ask(balance.target, { query: { by: 'issue', seconds: 300 } })
  const known = await reader.ask(balance.outcomesInTime)
  const { mature, curve, notLinkable } = known
  return {
    resolution: [queues!.groups, issues!.groups],
    ...{ target: target.groups, known: { mature, curve, notLinkable } },
  }
}

/** A state in which a source had a call before it knew better. */
const stale = fc.record({ of: fc.nat(), facts: chanceCalls({ min: 1, max: 1 }) })

it('T10: answers are the same in any order of arrival, with duplicates and stale versions', async () => {
  await fc.assert(
    fc.asyncProperty(
      chance,
      fc.array(stale, { maxLength: 6 }),
      fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
      fc.array(fc.integer({ min: 30, max: 70 }), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (some, olds, ranks, sizes, isLookedAtBetween) => {
        const calls = [...backdrop, ...some]
        const records = recordsOf(calls, 5)
        const inOrder = await balanceOf(world, records)
        const outdated = olds.map(({ of, facts }, place) =>
          recordOf({ ...facts[0]!, id: calls[of % calls.length]!.id }, { version: place % 5 }),
        )
        const shuffled = [...records, ...records.slice(0, 10), ...outdated]
          .map((record, place) => ({ record, rank: ranks[place % ranks.length]! * (place + 1) }))
          .sort((a, b) => (a.rank % 1009) - (b.rank % 1009))
          .map(({ record }) => record)
        const [first, ...rest] = inBatches(shuffled, sizes)
        const other = await balanceOf(world, first!)
        for (const batch of rest) {
          await (isLookedAtBetween ? other.take(...batch) : other.center.deliver(...batch))
        }
        await other.take()
        for (const each of [inOrder, other]) await each.rebuild()
        expect(await standingsTold(other.reader)).toEqual(await standingsTold(inOrder.reader))
        expect(await groupsTold(other.reader)).toEqual(await groupsTold(inOrder.reader))
        const [ledgers, expected] = [
          await ledgersTold(other.reader),
          await ledgersTold(inOrder.reader),
        ]
        for (const [rep, ledger] of Object.entries(expected)) {
          expectAlike(ledgers[rep] ?? {}, ledger ?? {})
        }
      },
    ),
    few,
  )
})

function inBatches(records: readonly CallRecord[], sizes: readonly number[]): CallRecord[][] {
  const left = [...records]
  const batches: CallRecord[][] = []
  for (let next = 0; left.length > 0; next += 1) {
    batches.push(left.splice(0, sizes[next % sizes.length]))
  }
  return batches
}

it('T10: a trend against one baseline is the same in any order of arrival', async () => {
  const records = recordsOf(backdrop)
  const told = await Promise.all(
    [records, records.toReversed()].map(async (some) => {
      const center = await world.center()
      for (const batch of inBatches(some, [13])) await center.deliver(...batch)
      await center.completeUntil(watermarkAt * 1000)
      return center
    }),
  )
  await world.house.balance.lookAtAll()
  const [one, other] = await Promise.all(
    told.map(async (center) => (await center.key('read')).ask(balance.trend)),
  )
  expect(one!.weeks.length).toBeGreaterThan(1)
  for (const [place, week] of one!.weeks.entries()) expectAlike(other!.weeks[place]!, week)
})

it('T11: what has not matured changes nothing, failed already or not', async () => {
  const watermark = dayZero + 20 * day
  /** Calls of the last day, some of which are followed by another one. */
  const young = fc.array(
    fc.record({ seconds: fc.integer({ min: 1, max: day - 1 }), isBack: fc.boolean() }),
    { minLength: 1, maxLength: 4 },
  )
  await fc.assert(
    fc.asyncProperty(chance, young, async (some, calls) => {
      const { reader, take, rebuild } = await balanceOf(
        world,
        recordsOf([...backdrop, ...some]),
        watermark,
      )
      const before = await standingsTold(reader)
      const further = calls.flatMap(({ seconds, isBack }, place) => {
        const startedAt = watermark - seconds
        const call = simpleCall('ana', { id: `young ${place}`, startedAt })
        const back = { ...call, id: `${call.id} again`, startedAt: watermark }
        return isBack ? [call, back] : [call]
      })
      await take(...recordsOf(further))
      expect(await standingsTold(reader)).toEqual(before)
      await rebuild()
      expect(await standingsTold(reader)).toEqual(before)
    }),
    few,
  )
})

it('T11: what has failed already but not matured changes nothing', async () => {
  const watermark = dayZero + 20 * day
  const { reader, take } = await balanceOf(world, recordsOf(backdrop), watermark)
  const before = await standingsTold(reader)
  const failed = [1, 3, 5].flatMap((days) => {
    const call = simpleCall('ana', { id: `failed ${days}`, startedAt: watermark - days * day - 1 })
    return [call, { ...call, id: `${call.id} again`, startedAt: watermark - 3600, legs: [] }]
  })
  await take(...recordsOf(failed))
  const after = await standingsTold(reader)
  for (const rep of reps) expect(after[rep]?.same_issue_7d).toEqual(before[rep]?.same_issue_7d)
})

it('T11: a customer who calls after the window has closed changes nothing before it', async () => {
  const { reader, take } = await balanceOf(world, recordsOf(backdrop))
  const before = await standingsTold(reader)
  const customers = backdrop.slice(0, 8).map(({ customer }) => customer)
  const again = customers.map((customer, place) => ({
    ...simpleCall('bo', { id: `late ${place}`, startedAt: watermarkAt - 60, customer }),
    issue: place % 2 === 0 ? 'net' : 'bill',
  }))
  await take(...recordsOf(again))
  expect(await standingsTold(reader)).toEqual(before)
})

it('T12: while the records stand still nothing changes, whatever the clock says', async () => {
  const watermark = dayZero + 15 * day
  const { reader, version } = await balanceOf(world, recordsOf(backdrop), watermark)
  const told = async () => [
    await version(),
    await standingsTold(reader),
    await groupsTold(reader),
    await reader.ask(balance.trend),
    await reader.ask(balance.coaching),
    await reader.ask(balance.recognitions),
  ]
  const before = await told()
  world.clock.pass(60 * day)
  await world.house.balance.lookAtAll()
  expect(await told()).toEqual(before)
})
