import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import { claims } from '../../shared/calls/words.ts'
import { openWorld } from '../world/open-world.ts'
import { balanceOf } from './balance-of.ts'
import { type ModelCall } from './model-of-linking.ts'
import { backdrop, chanceCalls, day, dayZero, recordsOf, simpleCall, runs } from './small-worlds.ts'
import {
  coachingTold,
  linesTold,
  placeOf,
  recognizedTold,
  standingsTold,
  type Standing,
} from './told.ts'

const world = await openWorld('2026-03-02T09:00:00Z')
const chance = chanceCalls({ min: 3, max: 20 })
const few = runs(3)
const hour = 3600
const noon = dayZero + 8 * day + 12 * hour

/** A call of Ana's by a customer who has called about nothing else, some days after day 0. */
const anasCall = simpleCall('ana', { id: 'the call', startedAt: noon })
/** The same customer tries again and nobody answers: no leg of anybody's is added. */
const returnAfter = (call: ModelCall, seconds: number): ModelCall => ({
  ...call,
  ...{ id: `return to ${call.id}`, startedAt: call.startedAt + seconds, legs: [] },
})
const anyDelay = fc.integer({ min: 1, max: 7 * day - 1 })
const anyLength = fc.oneof(fc.constant(5), fc.integer({ min: 0, max: 20_000 }))

/** Every quantile lower, and what is said with it. */
function expectLower(now: Standing, before: Standing): void {
  for (const quantile of ['low', 'median', 'high'] as const) {
    expect(now.effect[quantile], quantile).toBeLessThan(before.effect[quantile])
  }
  expect(now.pAbove).toBeLessThanOrEqual(before.pAbove)
  expect(now.pBelow).toBeGreaterThanOrEqual(before.pBelow)
}

it('T2: what reps declare or type changes no standing and no recognition', async () => {
  const declared = fc.array(
    fc.record({
      declaredResolution: fc.option(fc.constantFrom(...claims)),
      disposition: fc.option(fc.record({ code: fc.constantFrom('R1', 'X9') })),
    }),
    { minLength: 30, maxLength: 30 },
  )
  await fc.assert(
    fc.asyncProperty(chance, declared, async (some, says) => {
      const records = recordsOf([...backdrop, ...some])
      const { reader, take, rebuild } = await balanceOf(world, records)
      const told = async () => [await standingsTold(reader), await recognizedTold(reader)]
      const before = await told()
      const sayingSo = records.map((record, place): CallRecord => ({
        ...record,
        version: 2,
        ...says[place % says.length],
      }))
      await take(...sayingSo)
      expect(await told()).toEqual(before)
      await rebuild()
      expect(await told()).toEqual(before)
    }),
    few,
  )
})

it('T3, T4: a call that turns out not to be resolved lowers its rep, however it was handled', async () => {
  await fc.assert(
    fc.asyncProperty(chance, anyDelay, anyLength, async (some, delay, length) => {
      const records = recordsOf([...backdrop, ...some, anasCall])
      const { reader, take, version } = await balanceOf(world, records)
      const before = (await standingsTold(reader))['ana']!
      const brushOff = simpleCall('ana', anasCall, length)
      await take(...recordsOf([brushOff], 2), ...recordsOf([returnAfter(anasCall, delay)]))
      const after = (await standingsTold(reader))['ana']!
      expectLower(after.same_issue_7d, before.same_issue_7d)
      if (delay < day) expectLower(after.return_24h, before.return_24h)
      else expect(after.return_24h.effect).toEqual(before.return_24h.effect)
      expect(await version()).toBe(1)
    }),
    few,
  )
})

it('T4: handing a call on lowers who would have resolved it', async () => {
  await fc.assert(
    fc.asyncProperty(chance, anyLength, async (some, length) => {
      const { reader, take } = await balanceOf(world, recordsOf([...backdrop, ...some, anasCall]))
      const before = (await standingsTold(reader))['ana']!
      const [own] = anasCall.legs
      const handedOn: ModelCall = {
        ...anasCall,
        legs: [
          { ...own!, ending: 'blind_transfer', handleSeconds: length },
          { ...own!, rep: 'bo' },
        ],
      }
      await take(...recordsOf([handedOn], 2))
      const after = (await standingsTold(reader))['ana']!
      expectLower(after.same_issue_7d, before.same_issue_7d)
    }),
    few,
  )
})

it('T4, T5: a further brush-off lowers, a further resolved call never does', async () => {
  await fc.assert(
    fc.asyncProperty(chance, anyDelay, anyLength, async (some, delay, length) => {
      const { reader, take, version } = await balanceOf(world, recordsOf([...backdrop, ...some]))
      const before = (await standingsTold(reader))['ana']!
      const further = simpleCall('ana', anasCall, length)
      await take(...recordsOf([further]))
      const resolved = (await standingsTold(reader))['ana']!
      expectLower(before.same_issue_7d, resolved.same_issue_7d)
      expectLower(before.return_24h, resolved.return_24h)
      await take(...recordsOf([returnAfter(further, delay)]))
      expectLower((await standingsTold(reader))['ana']!.same_issue_7d, before.same_issue_7d)
      expect(await version()).toBe(1)
    }),
    few,
  )
})

it('T5: an easy call resolved lowers nobody who did hard ones beyond what was expected', async () => {
  const four = ['bo', 'cy', 'dee', 'eli']
  const calls = (rep: string, issue: string, count: number, resolved: number): ModelCall[] =>
    Array.from({ length: count }, (_, place) => {
      const id = `${rep} ${issue} ${place}`
      const call = simpleCall(rep, { id, issue, startedAt: dayZero + place * hour })
      return place < resolved ? [call] : [call, returnAfter(call, 2 * day)]
    }).flat()
  const others = four.flatMap((rep) => [
    ...calls(rep, 'hard', 10, 1),
    ...calls(rep, 'easy', 10, 10),
  ])
  const { reader, take } = await balanceOf(
    world,
    recordsOf([...others, ...calls('ana', 'hard', 10, 8)]),
  )
  const before = (await standingsTold(reader))['ana']!.same_issue_7d
  await take(...recordsOf(calls('ana', 'easy', 1, 1)))
  const after = (await standingsTold(reader))['ana']!.same_issue_7d
  expect([before.mature, before.resolved, after.resolved]).toEqual([10, 8, 9])
  expect(after.resolved / after.expected).toBeLessThan(before.resolved / before.expected)
  expectLower(before, after)
})

it('T5: calls that do not count change nothing', async () => {
  const uncounted: Partial<ModelCall>[] = [
    { customer: null },
    { issue: null },
    { direction: 'outbound' },
    { legs: [{ ...anasCall.legs[0]!, neutral: true }] },
  ]
  await fc.assert(
    fc.asyncProperty(chance, fc.subarray(uncounted, { minLength: 2 }), async (some, says) => {
      const { reader, take, rebuild } = await balanceOf(world, recordsOf([...backdrop, ...some]))
      const before = await standingsTold(reader)
      const further = says.map((each, place) => ({
        ...simpleCall('ana', { id: `further ${place}`, startedAt: noon }),
        ...each,
      }))
      await take(...recordsOf(further))
      expect(await standingsTold(reader)).toEqual(before)
      await rebuild()
      expect(await standingsTold(reader)).toEqual(before)
    }),
    few,
  )
})

it('T6: words that judge stand only where the outcome is final, and lists hold no others', async () => {
  await fc.assert(
    fc.asyncProperty(chance, fc.integer({ min: 15, max: 18 }), async (some, days) => {
      const watermark = dayZero + days * day
      const { reader } = await balanceOf(world, recordsOf([...backdrop, ...some]), watermark)
      const lines = await linesTold(reader)
      for (const { time } of lines) {
        const { outcome, state } = time.outcome
        const word = state === 'final' ? outcome : 'open'
        expect([...wordsOf[word]]).toContain(time.class)
      }
      const isToTalkAbout = (said: string) => said === 'hurried' || said === 'needs_support'
      const toTalkAbout = lines.filter(({ time }) => isToTalkAbout(time.class))
      expect((await coachingTold(reader)).sort()).toEqual(
        toTalkAbout.map((line) => `${placeOf(line)} ${line.time.class}`).sort(),
      )
      const byPlace = new Map(lines.map((line) => [placeOf(line), line.time.class]))
      const recognized = await recognizedTold(reader)
      expect(recognized.length).toBeGreaterThan(0)
      for (const { place, reasons } of recognized) {
        expect(reasons.length).toBeGreaterThan(0)
        expect([...wordsOf.resolved]).toContain(byPlace.get(place))
      }
    }),
    few,
  )
})

const neutral = ['handed_on', 'not_linkable', 'not_counted']
const wordsOf = {
  open: new Set(['outcome_pending', ...neutral]),
  resolved: new Set(['efficient', 'solved', 'extra_mile', ...neutral]),
  not_resolved: new Set(['hurried', 'not_yet_solved', 'needs_support', ...neutral]),
}
