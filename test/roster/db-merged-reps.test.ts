import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CallRecord,
  type LegRecord,
  type OfferRecord,
} from '../../shared/calls/call-record.ts'
import { endings } from '../../shared/calls/words.ts'
import * as balance from '../../shared/balance/contract.ts'
import * as roster from '../../shared/roster/contract.ts'
import * as matching from '../../shared/roster/matching-contract.ts'
import { backdrop, dayZero, day, recordsOf, runs, watermarkAt } from '../balance/small-worlds.ts'
import { type Caller } from '../world/caller.ts'
import { type Center } from '../world/center.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord, legRecord, phone } from '../world/records.ts'
import { keptOf } from './kept-of.ts'

const world = await openWorld('2026-03-20T09:00:00Z')

/** One person under two names, `ana` and `ana2`, among colleagues with one. */
const names = ['ana', 'ana2', 'ana', 'ana2', 'bo', 'cy'] as const

const seconds = fc.option(fc.integer({ min: 0, max: 900 }))
const leg: fc.Arbitrary<LegRecord> = fc
  .record({
    rep: fc.constantFrom(...names),
    queue: fc.constantFrom(null, null, 'support', 'second line'),
    talkSeconds: seconds,
    holdSeconds: seconds,
    wrapSeconds: seconds,
    ringSeconds: seconds,
    talkIncludesHold: fc.boolean(),
    ending: fc.option(fc.constantFrom(...endings)),
    neutral: fc.constantFrom(false, false, false, true),
  })
  .map((says) => legRecord(says))

const record = (place: number, version: number): fc.Arbitrary<CallRecord> =>
  fc
    .record({
      customer: fc.constantFrom('A', 'B', 'C', null),
      issue: fc.constantFrom('net', 'bill', null),
      queue: fc.constantFrom('support', 'support', null),
      at: fc.tuple(fc.constantFrom(0, 1, 3, 7, 8), fc.constantFrom(9, 10, 15)),
      legs: fc.array(leg, { minLength: 1, maxLength: 4 }),
      offers: fc.constantFrom<OfferRecord[]>([], [{ rep: 'ana2', result: 'no_answer' }]),
    })
    .map(({ at: [days, hours], ...says }) => {
      const startedAt = (dayZero + days * day + hours * 3600) * 1000
      return callRecord({
        ...says,
        ...{ externalId: `k${place}`, version, startedAt: new Date(startedAt).toISOString() },
        endedAt: new Date(startedAt + 7_200_000).toISOString(),
      })
    })

const everyday: CallRecord[] = recordsOf(backdrop).map((each, place) => ({
  ...each,
  legs: each.legs.map((one) => (one.rep === 'ana' && place % 2 ? { ...one, rep: 'ana2' } : one)),
}))

const chance = fc.tuple(...Array.from({ length: 14 }, (_, place) => record(place, 1)))
const corrections = fc.tuple(...[0, 3, 6].map((place) => record(place, 2)))

/** A center to which records come in parts, with whatever is done about names between them. */
async function play(
  parts: readonly (readonly CallRecord[])[],
  between: readonly ((center: Center, admin: Caller) => Promise<unknown>)[],
  begin: (admin: Caller) => Promise<unknown> = () => Promise.resolve(),
): Promise<Center> {
  const center = await world.center()
  const admin = await center.person('admin')
  await begin(admin)
  for (const [place, part] of parts.entries()) {
    const { refused } = await center.deliver(...part)
    expect(refused).toEqual([])
    await center.completeUntil(watermarkAt * 1000)
    await world.house.balance.lookAtAll()
    await between[place]?.(center, admin)
    await world.house.balance.lookAtAll()
  }
  // τ is that of the version before: both rest on versions of the same records.
  for (let time = 0; time < 2; time += 1) await admin.tell(balance.rebuild, { body: {} })
  return center
}

const repNamed = async (admin: Caller, name: string) => {
  const { items } = await admin.ask(roster.reps, { query: { limit: 200 } })
  return items.find((rep) => rep.name === name)!
}

const merge = async (_: Center, admin: Caller) => {
  const [from, into] = [await repNamed(admin, 'ana2'), await repNamed(admin, 'ana')]
  return admin.tell(matching.mergeReps, {
    params: { repId: from.id },
    body: { intoRepId: into.id },
  })
}

const undo = async (_: Center, admin: Caller) => {
  const [last] = (await admin.ask(matching.repChanges)).items
  return admin.tell(matching.undoRepChange, { params: { changeId: last!.id }, body: {} })
}

const split = async (_: Center, admin: Caller) => {
  const { aliases } = await repNamed(admin, 'ana')
  const { id } = aliases.find(({ alias }) => alias === 'ana2')!
  return admin.tell(matching.splitAlias, { params: { aliasId: id }, body: {} })
}

const nothing = () => Promise.resolve()
const oneFromTheStart = (admin: Caller) =>
  admin.tell(roster.createRep, {
    body: {
      name: 'ana',
      aliases: ['ana', 'ana2'].map((alias) => ({ source: phone, alias })),
    },
  })

const partsOf = (some: readonly CallRecord[], more: readonly CallRecord[], at: number) => [
  [...everyday, ...some.slice(0, at)],
  some.slice(at, at + 4),
  // Unchanged ones among them: they must leave what was joined alone.
  [...some.slice(at + 4), ...some.slice(0, 2), ...more],
]

const expectAlike = async (one: Center, other: Center, isBaselineSame = true) => {
  const [kept, expected] = await Promise.all([
    keptOf(world.database, one.id, isBaselineSame),
    keptOf(world.database, other.id, isBaselineSame),
  ])
  expect(kept).toEqual(expected)
  expect(expected['balance_day']!.length).toBeGreaterThan(10)
  expect(expected['standing']!.length).toBeGreaterThan(0)
}

describe('two reps who prove to be one', () => {
  it('have everything they would have had as one from the start', async () => {
    await fc.assert(
      fc.asyncProperty(chance, corrections, fc.nat({ max: 2 }), async (some, more, when) => {
        const parts = partsOf(some, more, 4 + when)
        const between = [nothing, nothing, nothing].map((each, at) => (at === when ? merge : each))
        const merged = await play(parts, between)
        const one = await play(parts, [], oneFromTheStart)
        await expectAlike(merged, one, when === 0)
      }),
      runs(4),
    )
  }, 240_000)

  it.each([
    ['the change is undone', undo],
    ['the name is split off', split],
  ])(
    'are two again, as if nothing had been done, when %s',
    async (_, back) => {
      await fc.assert(
        fc.asyncProperty(chance, corrections, async (some, more) => {
          const parts = partsOf(some, more, 5)
          const again = await play(parts, [merge, back, nothing])
          const never = await play(parts, [])
          await expectAlike(again, never, false)
        }),
        runs(2),
      )
    },
    240_000,
  )
})
