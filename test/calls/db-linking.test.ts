import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ModelCall } from '../balance/model-of-linking.ts'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import { type Center } from '../world/center.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord } from '../world/records.ts'
import { linkedState } from './linked-state.ts'
import { modelState } from './model-state.ts'
import { callFacts, dayZero, modelWorld, recordOf } from './model-worlds.ts'

const day = 86_400
const times = { window: 7 * day, watermarkAt: dayZero + 46 * day }
const world = await openWorld('2026-03-02T09:00:00Z')

/** All records say the same watermark, whatever the calls are. */
async function settle(center: Center): Promise<void> {
  await center.completeUntil(times.watermarkAt * 1000)
}

const inBatches = (records: readonly CallRecord[], sizes: readonly number[]): CallRecord[][] => {
  const left = [...records]
  const batches: CallRecord[][] = []
  for (let next = 0; left.length > 0; next += 1) {
    batches.push(left.splice(0, sizes[next % sizes.length]))
  }
  return batches
}

/** A state in which a source had a call before it knew better. */
type Stale = { of: number; facts: Omit<ModelCall, 'id'>; version: number; claim: boolean }

const stale: fc.Arbitrary<Stale> = fc.record({
  of: fc.nat(),
  facts: callFacts,
  version: fc.integer({ min: 1, max: 4 }),
  claim: fc.boolean(),
})
const deliveries = modelWorld({ min: 1, max: 14 }).chain((calls) =>
  fc.record({
    calls: fc.constant(calls),
    stale: fc.uniqueArray(stale, {
      maxLength: 8,
      selector: ({ of, version }) => `${of % calls.length} ${version}`,
    }),
    again: fc.subarray(calls),
    order: fc.infiniteStream(fc.nat()),
    sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
  }),
)

it('T10: says the same in any order of arrival, with duplicates and stale versions', async () => {
  await fc.assert(
    fc.asyncProperty(deliveries, async ({ calls, stale: olds, again, order, sizes }) => {
      const center = await world.center()
      const records = [
        ...[...calls, ...again].map((call) => recordOf(call, { version: 5 })),
        ...olds.map(({ of, facts, version, claim }) =>
          recordOf(
            { ...facts, id: calls[of % calls.length]!.id },
            { version, declaredResolution: claim ? 'resolved' : null },
          ),
        ),
      ]
      const shuffled = records
        .map((record) => ({ record, rank: order.next().value as number }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ record }) => record)
      for (const batch of inBatches(shuffled, sizes)) await center.deliver(...batch)
      await center.deliver(callRecord({ customer: null, externalId: 'last' }))
      await settle(center)
      const state = await linkedState(world.database, center.id)
      state.delete('last')
      expect(state).toEqual(modelState(calls, times))
    }),
    { numRuns: 60 },
  )
})

it('a late call changes what it should and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(modelWorld({ min: 2, max: 16 }), async ([late, ...calls]) => {
      const center = await world.center()
      await center.deliver(callRecord({ customer: null, externalId: 'first' }))
      await center.deliver(...calls.map((call) => recordOf(call)))
      await settle(center)
      const before = await linkedState(world.database, center.id)
      await center.deliver(recordOf(late!))
      const after = await linkedState(world.database, center.id)
      const changed = calls.filter(
        ({ id }) => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id)),
      )
      expect(changed.every(({ customer }) => customer === late!.customer)).toBe(true)
      for (const state of [before, after]) state.delete('first')
      expect(before).toEqual(modelState(calls, times))
      expect(after).toEqual(modelState([late!, ...calls], times))
    }),
    { numRuns: 60 },
  )
})

it('a corrected customer or issue leaves the old chain and joins the new one', async () => {
  await fc.assert(
    fc.asyncProperty(
      modelWorld({ min: 2, max: 12 }),
      callFacts,
      async ([corrected, ...calls], facts) => {
        const center = await world.center()
        await center.deliver(
          ...[corrected!, ...calls].map((call) => recordOf(call, { version: 1 })),
        )
        const better = { ...facts, id: corrected!.id }
        await center.deliver(
          recordOf(better, { version: 2 }),
          callRecord({ customer: null, externalId: 'last' }),
        )
        await settle(center)
        const state = await linkedState(world.database, center.id)
        state.delete('last')
        expect(state).toEqual(modelState([better, ...calls], times))
      },
    ),
    { numRuns: 40 },
  )
})
