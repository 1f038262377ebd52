import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as balance from '../../shared/balance/contract.ts'
import { openWorld } from '../world/open-world.ts'
import { balanceOf } from './balance-of.ts'
import { linkCalls, type ModelCall } from './model-of-linking.ts'
import {
  backdrop,
  chanceCalls,
  day,
  dayZero,
  recordsOf,
  reps,
  simpleCall,
  watermarkAt,
  runs,
} from './small-worlds.ts'
import { storedBands } from './stored-sums.ts'
import { standingsTold } from './told.ts'

const world = await openWorld('2026-03-02T09:00:00Z')
const chance = chanceCalls({ min: 3, max: 20 })
const few = runs(2)

/** Calls of new customers, a few of whom come back to somebody else. */
const furtherCalls = (rep: string, others: string): fc.Arbitrary<ModelCall[]> =>
  fc
    .array(
      fc.record({
        issue: fc.constantFrom('net', 'bill'),
        hours: fc.integer({ min: 0, max: 200 }),
        seconds: fc.integer({ min: 0, max: 20_000 }),
        isBack: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((facts) =>
      facts.flatMap(({ issue, hours, seconds, isBack }, place) => {
        const startedAt = dayZero + hours * 3600
        const call = simpleCall(rep, { id: `further ${place}`, issue, startedAt }, seconds)
        const back = {
          ...simpleCall(others, call),
          id: `back ${place}`,
          startedAt: startedAt + day,
        }
        return isBack ? [call, back] : [call]
      }),
    )

it("T15: a rep's own calls change nothing that is expected of them", async () => {
  await fc.assert(
    fc.asyncProperty(chance, furtherCalls('ana', 'ana'), async (some, further) => {
      const { center, take, rebuild } = await balanceOf(world, recordsOf([...backdrop, ...some]))
      const bandsOfAna = async () =>
        (await storedBands(world.database, center.id)).filter(({ rep }) => rep === 'ana')
      const before = await bandsOfAna()
      expect(before.length).toBeGreaterThan(2)
      await take(...recordsOf(further))
      await rebuild()
      expect(await bandsOfAna()).toEqual(expect.arrayContaining(before))
    }),
    few,
  )
})

it('T17: other names move nothing but the names', async () => {
  await fc.assert(
    fc.asyncProperty(
      chance,
      fc.shuffledSubarray([...reps], { minLength: reps.length }),
      async (some, names) => {
        const nameOf = new Map<string, string>(reps.map((rep, place) => [rep, names[place]!]))
        const calls = [...backdrop, ...some]
        const renamed = calls.map((call) => ({
          ...call,
          legs: call.legs.map((leg) => ({ ...leg, rep: nameOf.get(leg.rep)! })),
        }))
        const one = await balanceOf(world, recordsOf(calls))
        const other = await balanceOf(world, recordsOf(renamed))
        const standings = await standingsTold(other.reader)
        for (const [rep, standing] of Object.entries(await standingsTold(one.reader))) {
          expect(standings[nameOf.get(rep)!]).toEqual(standing)
        }
      },
    ),
    few,
  )
})

it('T18: who has no counted call is told the prior, and eight failures of eight do not tell', async () => {
  const ofZoe = simpleCall('zoe', { id: 'of zoe', startedAt: dayZero, direction: 'outbound' })
  const failures = Array.from({ length: 8 }, (_, place): ModelCall[] => {
    const call = simpleCall('fay', { id: `of fay ${place}`, startedAt: dayZero + place * day })
    return [
      call,
      { ...call, id: `${call.id} again`, startedAt: call.startedAt + 2 * day, legs: [] },
    ]
  }).flat()
  const { reader } = await balanceOf(world, recordsOf([...backdrop, ofZoe, ...failures]))
  const { zoe, fay } = await standingsTold(reader)
  expect(zoe?.same_issue_7d).toMatchObject({ mature: 0, label: 'not_enough_calls' })
  expect(zoe?.same_issue_7d.effect.median).toBeCloseTo(0, 12)
  expect(zoe?.same_issue_7d.effect.high).toBeCloseTo(0.588095, 6)
  expect(zoe?.same_issue_7d.reliability).toBeCloseTo(0, 12)
  expect(fay?.same_issue_7d).toMatchObject({ mature: 8, resolved: 0, label: 'not_enough_calls' })
  expect(fay?.same_issue_7d.effect.median).toBeLessThan(0)
})

it('T20: what chains took adds up to all linkable handle time and attached call-backs', async () => {
  await fc.assert(
    fc.asyncProperty(chance, async (some) => {
      const calls = [...backdrop, ...some]
      const { reader } = await balanceOf(world, recordsOf(calls))
      const { chains } = linkCalls(calls, { window: 7 * day, watermarkAt })
      const inChains = new Set(
        chains.flatMap(({ callIds, outboundIds }) => [...callIds, ...outboundIds]),
      )
      const isLinkable = ({ direction, customer, issue }: ModelCall) =>
        direction === 'inbound' && customer !== null && issue !== null
      const counted = calls.filter((call) => isLinkable(call) || inChains.has(call.id))
      const seconds = counted
        .flatMap(({ legs }) => legs)
        .reduce((sum, { handleSeconds }) => sum + handleSeconds, 0)
      for (const by of ['queue', 'issue'] as const) {
        const { groups } = await reader.ask(balance.resolution, { query: { by } })
        const told = groups.map(({ outcomes, handleTimePerResolution: each }) => {
          if ('tooFew' in each) throw new Error('the backdrop has chains enough')
          return { open: outcomes.open, seconds: each.count * each.meanSeconds }
        })
        expect(told.every(({ open }) => open === 0)).toBe(true)
        expect(told.reduce((sum, each) => sum + each.seconds, 0)).toBeCloseTo(seconds, 6)
      }
    }),
    few,
  )
})

it("T21: other reps' calls with other customers move nobody while the reference stands", async () => {
  await fc.assert(
    fc.asyncProperty(chance, furtherCalls('bo', 'cy'), async (some, further) => {
      const { reader, take, version } = await balanceOf(world, recordsOf([...backdrop, ...some]))
      const before = await standingsTold(reader)
      await take(...recordsOf(further))
      const after = await standingsTold(reader)
      expect(await version()).toBe(1)
      expect(after['bo']).not.toEqual(before['bo'])
      for (const rep of ['ana', 'dee', 'eli']) expect(after[rep]).toEqual(before[rep])
    }),
    few,
  )
})
