import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endings } from '../../shared/calls/words.ts'
import { type RepStanding } from '../../shared/balance/rep-standing.ts'
import { type Standing } from '../../shared/balance/standing.ts'
import { measures } from '../../shared/balance/words.ts'
import * as balance from '../../shared/balance/contract.ts'
import { recordOf } from '../calls/model-worlds.ts'
import { openWorld } from '../world/open-world.ts'
import { type Center } from '../world/center.ts'
import { phone } from '../world/records.ts'
import { requestOf } from '../world/request-of.ts'
import { balanceOf } from './balance-of.ts'
import { type ModelCall } from './model-of-linking.ts'
import { addUpBy, modelChains, modelLegs, placeKey } from './model-of-sums.ts'
import { modelExpectations, modelStanding } from './model-of-standing.ts'
import { backdrop, chanceCalls, day, dayZero, recordsOf, reps, runs } from './small-worlds.ts'
import { spansAndDays, storedBands, storedChains, storedDays } from './stored-sums.ts'
import { expectAlike } from './told.ts'

const world = await openWorld('2026-03-20T09:00:00Z')

/** What may happen to a center's records between two looks. */
type Event =
  | { kind: 'arrive'; share: number }
  | { kind: 'correct'; which: number; facts: Omit<ModelCall, 'id'> }
  | { kind: 'complete'; days: number }
  | { kind: 'another source'; days: number }
  | { kind: 'look' }

const facts = chanceCalls({ min: 1, max: 1 }).map(([call]) => {
  const { id, ...rest } = call!
  return rest
})
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constant('arrive' as const),
    share: fc.double({ min: 0.1, max: 1, noNaN: true }),
  }),
  fc.record({ kind: fc.constant('correct' as const), which: fc.nat(), facts }),
  fc.record({ kind: fc.constant('complete' as const), days: fc.integer({ min: 9, max: 70 }) }),
  fc.record({
    kind: fc.constant('another source' as const),
    days: fc.integer({ min: 5, max: 30 }),
  }),
  fc.constant({ kind: 'look' as const }),
)

/** A chain over two weeks with a promised call-back, so that much hangs together. */
const longChain: ModelCall[] = [0, 3, 8, 14].map((days, place) => ({
  ...{ id: `chain ${place}`, customer: 'chained', issue: 'net', direction: 'inbound' as const },
  startedAt: dayZero + days * day,
  legs: [
    { rep: reps[place]!, handleSeconds: 100 * (place + 1), ending: endings[0], neutral: false },
  ],
}))
const callBack: ModelCall = {
  ...{ ...longChain[3]!, id: 'call-back', direction: 'outbound' },
  startedAt: dayZero + 16 * day,
}

const common = [...backdrop.slice(0, 24), ...longChain, callBack]

/** Another phone system knows other people, whatever it calls them. */
const knownElsewhere = (call: ModelCall, source: string): ModelCall => ({
  ...call,
  legs: call.legs.map((leg) => ({ ...leg, rep: `${leg.rep} of ${source}` })),
})

async function play(calls: readonly ModelCall[], events: readonly Event[]) {
  const center = await world.center()
  const known = new Map<string, { call: ModelCall; source: string }>()
  const waiting = [...calls]
  let version = 1
  const take = async (given: readonly ModelCall[], source = phone) => {
    version += 1
    const some = source === phone ? given : given.map((call) => knownElsewhere(call, source))
    for (const call of some) known.set(call.id, { call, source })
    await center.deliver(...some.map((call) => recordOf(call, { version, source })))
  }
  const happens = async (each: Event): Promise<void> => {
    switch (each.kind) {
      case 'arrive':
        return take(waiting.splice(0, Math.ceil(each.share * waiting.length)))
      case 'correct': {
        const { call, source } = [...known.values()][each.which % known.size]!
        return take([{ ...each.facts, id: call.id }], source)
      }
      case 'complete':
        return center.completeUntil((dayZero + each.days * day) * 1000)
      case 'another source':
        return take(
          [
            {
              ...longChain[0]!,
              id: `a call of ${each.days} ${version}`,
              startedAt: dayZero + each.days * day,
            },
          ],
          `old phone ${each.days}`,
        )
      case 'look':
        return world.house.balance.lookAtAll()
    }
  }
  await take(waiting.splice(0, 20))
  for (const each of events) await happens(each)
  await take(waiting)
  await world.house.balance.lookAtAll()
  return { center, calls: [...known.values()].map(({ call }) => call) }
}

/** Lets everything rest on the last records, in a version of its own where one can be built. */
async function settle(center: Center): Promise<{ from: string; to: string } | null> {
  const admin = await center.person('admin')
  const { status, body } = await admin.send(requestOf(balance.rebuild, { body: {} }))
  return status === 200 ? (body as { from: string; to: string }) : null
}

it('sums, expectations and standings are those of the model, whatever came when', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...common.keys()], { minLength: 20 }),
      chanceCalls({ min: 3, max: 15 }),
      fc.array(event, { minLength: 3, maxLength: 10 }),
      async (places, chance, events) => {
        const some = places.map((place) => common[place]!)
        const { center, calls } = await play([...some, ...chance], events)
        const reference = await settle(center)
        const reader = await center.key('read')
        const told = await reader.ask(balance.reps)
        const times = { window: 7 * day, watermarkAt: Date.parse(told.watermark!) / 1000 }
        const legs = modelLegs(calls, times)
        expect(await storedDays(world.database, center.id)).toEqual(addUpBy(legs, placeKey))
        expect(await storedChains(world.database, center.id)).toEqual(modelChains(calls, times))
        const { kept, added } = await spansAndDays(world.database, center.id)
        expect(kept).toEqual(added)
        if (reference === null) return
        const inReference = legs.filter(
          (leg) => leg.day >= reference.from && leg.day <= reference.to,
        )
        for (const { rep, path, ...band } of await storedBands(world.database, center.id)) {
          expectAlike(band, modelExpectations(inReference, rep, path))
        }
        for (const measure of measures) {
          const { reps: standings, tau } = await reader.ask(balance.reps, { query: { measure } })
          const evaluated = legs.filter((leg) => leg.day >= told.from!)
          const given = { evaluated, reference: inReference, tau }
          for (const each of standings)
            expectStanding(each, modelStanding(given, each.rep.name, measure))
        }
        const before = await storedState(center)
        await world.house.balance.lookAtAll()
        expect(await storedState(center)).toEqual(before)
      },
    ),
    runs(6),
  )
})

function expectStanding(told: RepStanding, model: Standing): void {
  const { legs, resolved, expected, median, low, high, label, reliability, moreNeeded } = model
  expect(told).toMatchObject({ mature: legs, resolved, label, moreNeeded })
  expectAlike(told.effect, { median, low, high })
  expectAlike(told, { expected, reliability })
  expectAlike(told, { pAbove: model.probabilityAbove, pBelow: model.probabilityBelow })
}

/** Where the sums stand, and everything they hold. */
const storedState = async (center: Center) => [
  ...(await world.database.reading`
    select revision, version, watermark from balance_state where organization_id = ${center.id}`),
  await storedDays(world.database, center.id),
  await storedChains(world.database, center.id),
  await spansAndDays(world.database, center.id),
]

describe('a chain is told anew', () => {
  const watermarkAt = dayZero + 60 * day
  const times = { window: 7 * day, watermarkAt }
  const [first, second, , last] = longChain as [ModelCall, ModelCall, ModelCall, ModelCall]
  const lateCallBack = { ...callBack, startedAt: dayZero + 18 * day }
  it.each([
    [
      'when an early call took longer',
      [],
      { ...second, legs: [{ ...second.legs[0]!, handleSeconds: 999 }] },
    ],
    ['when another rep began it', [], { ...first, legs: [{ ...first.legs[0]!, rep: 'eli' }] }],
    ['when a promised call-back comes late', [], lateCallBack],
    [
      'when a call-back turns out to be to somebody else',
      [lateCallBack],
      { ...lateCallBack, customer: 'else' },
    ],
    ['when a call in it was about something else', [], { ...second, issue: 'bill' }],
    ['when its first call was somebody else’s', [], { ...first, customer: 'else' }],
    ['when nobody was there for the last call', [], { ...last, legs: [] }],
  ])('%s', async (_, also, correction) => {
    const { center, take } = await balanceOf(world, recordsOf([...longChain, ...also]), watermarkAt)
    await take(...recordsOf([correction], 2))
    const unchanged = [...longChain, ...also].filter(({ id }) => id !== correction.id)
    const chains = modelChains([...unchanged, correction], times)
    expect(await storedChains(world.database, center.id)).toEqual(chains)
  })

  it('when its window closes on a day on which nobody took a call', async () => {
    const center = await world.center()
    const calls = [first, { ...second, legs: [] }]
    await center.deliver(...recordsOf(calls))
    await world.house.balance.lookAtAll()
    await center.completeUntil(watermarkAt * 1000)
    await world.house.balance.lookAtAll()
    expect(await storedChains(world.database, center.id)).toEqual(modelChains(calls, times))
  })
})
