import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openWorld } from '../world/open-world.ts'
import { balanceOf } from './balance-of.ts'
import { anyDurations, withDurations } from './durations.ts'
import { backdrop, chanceCalls, recordsOf, resolvedLegs, runs } from './small-worlds.ts'
import {
  coachingTold,
  ledgersTold,
  linesTold,
  placeOf,
  recognizedTold,
  repsTold,
  standingsTold,
} from './told.ts'

const world = await openWorld('2026-03-02T09:00:00Z')
const chance = chanceCalls({ min: 3, max: 20 })
const few = runs(3)

/** A world with its balance, and what of it counts as resolved. */
async function opened(some: Parameters<typeof recordsOf>[0]) {
  const calls = [...backdrop, ...some]
  const records = recordsOf(calls)
  const resolved = resolvedLegs(calls)
  const isResolved = (_: unknown, record: { externalId: string }, legNo: number): boolean =>
    resolved.has(`${record.externalId}/${legNo}`)
  return { records, isResolved, ...(await balanceOf(world, records)) }
}

it('T1: no duration reaches a standing, with the reference as it is or built anew', async () => {
  await fc.assert(
    fc.asyncProperty(chance, anyDurations, async (some, durations) => {
      const { records, reader, take, rebuild, version } = await opened(some)
      const standings = await standingsTold(reader)
      expect(Object.keys(standings)).toHaveLength(5)
      await take(...withDurations(records, durations))
      expect(await version()).toBe(1)
      expect(await standingsTold(reader)).toEqual(standings)
      expect(await rebuild()).toBe(2)
      expect(await standingsTold(reader)).toEqual(standings)
    }),
    few,
  )
})

it("T1c: a rep's own resolved durations leave their own list alone in a new version", async () => {
  await fc.assert(
    fc.asyncProperty(chance, anyDurations, async (some, durations) => {
      const { records, isResolved, reader, take, rebuild } = await opened(some)
      const ana = (await repsTold(reader, 'same_issue_7d')).find(({ rep }) => rep.name === 'ana')!
      const only = { rep: ana.rep.id }
      const coaching = await coachingTold(reader, only)
      await take(
        ...withDurations(
          records,
          durations,
          (leg, record, legNo) => leg.rep === 'ana' && isResolved(leg, record, legNo),
        ),
      )
      await rebuild()
      expect(await coachingTold(reader, only)).toEqual(coaching)
    }),
    few,
  )
})

it('T7: a recognized leg that takes longer is still recognized, or its time is in doubt', async () => {
  const longer = fc.array(
    fc.record({
      talkSeconds: fc.oneof(fc.integer({ min: 1680, max: 14_400 }), fc.constant(14_401)),
    }),
    { minLength: 7, maxLength: 7 },
  )
  await fc.assert(
    fc.asyncProperty(chance, longer, async (some, durations) => {
      const { records, isResolved, reader, take } = await opened(some)
      const before = await recognizedTold(reader)
      const coaching = await coachingTold(reader)
      expect(before.map(({ reasons }) => reasons).flat()).toContain('extra_mile')
      const changed = withDurations(
        records,
        durations,
        (leg, record, legNo) => (leg.talkSeconds ?? 0) <= 1680 && isResolved(leg, record, legNo),
      )
      await take(...changed)
      const inDoubt = new Set(
        (await linesTold(reader)).flatMap((line) => (line.time.isSuspect ? [placeOf(line)] : [])),
      )
      const after = new Map(
        (await recognizedTold(reader)).map((each) => [each.place, each.reasons]),
      )
      for (const { place, reasons } of before) {
        const kept = inDoubt.has(place) ? reasons.filter((why) => why !== 'extra_mile') : reasons
        expect(after.get(place) ?? []).toEqual(expect.arrayContaining(kept))
      }
      expect(await coachingTold(reader)).toEqual(coaching)
    }),
    few,
  )
})

it('T1b, T8, T9: resolved legs of other lengths move no list, no ledger, no standing, no order', async () => {
  await fc.assert(
    fc.asyncProperty(chance, anyDurations, async (some, durations) => {
      const { records, isResolved, reader, take, version } = await opened(some)
      const told = async () => ({
        coaching: await coachingTold(reader),
        ledgers: await ledgersTold(reader),
        standings: await standingsTold(reader),
      })
      const before = await told()
      expect(before.coaching).not.toEqual([])
      expect(before.ledgers['ana']).not.toBeNull()
      const recognized = await recognizedTold(reader)
      await take(...withDurations(records, durations, isResolved))
      expect(await version()).toBe(1)
      expect(await told()).toEqual(before)
      const after = await recognizedTold(reader)
      const orderOf = (one: typeof after, other: typeof after) =>
        one
          .filter(({ place }) => other.some((each) => each.place === place))
          .map(({ place, secondsAvoided }) => [place, secondsAvoided])
      expect(orderOf(after, recognized)).toEqual(orderOf(recognized, after))
    }),
    few,
  )
})
