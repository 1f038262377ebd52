import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as balance from '../../shared/balance/contract.ts'
import { kaplanMeier, type ReturnObservation } from '../../shared/balance/kaplan-meier.ts'
import { type Ending } from '../../shared/calls/words.ts'
import { openWorld } from '../world/open-world.ts'
import { recordOf } from '../calls/model-worlds.ts'
import { balanceOf } from './balance-of.ts'
import { linkCalls, type ModelCall } from './model-of-linking.ts'
import { backdrop, chanceCalls, day, dayZero, recordsOf, runs } from './small-worlds.ts'
import { withAnswers } from './vectors/known-answers.ts'

const world = await openWorld('2026-03-02T09:00:00Z')

/** Legs that stayed with their rep: complete days so far, and the day of the return. */
function observations(calls: readonly ModelCall[], watermarkAt: number): ReturnObservation[] {
  const linked = linkCalls(calls, { window: 7 * day, watermarkAt }).calls
  const startOf = new Map(calls.map(({ id, startedAt }) => [id, startedAt]))
  return calls.flatMap((call) => {
    const link = linked.get(call.id)
    if (!link || link.status === 'unlinkable' || call.startedAt > watermarkAt) return []
    const gap = link.nextId === null ? null : startOf.get(link.nextId)! - call.startedAt
    const eventDay = gap === null || gap >= 7 * day ? null : Math.floor(gap / day) + 1
    const completeDays = Math.min(7, Math.floor((watermarkAt - call.startedAt) / day))
    const stayed = call.legs.filter(
      ({ neutral, ending }, place) =>
        !neutral &&
        (ending === 'conference' ||
          (place === call.legs.length - 1 && ending?.includes('transfer') !== true)),
    )
    return stayed.map(() => ({ eventDay, completeDays }))
  })
}

it('how many stay without a return is told as Kaplan and Meier have it', async () => {
  await fc.assert(
    fc.asyncProperty(
      chanceCalls({ min: 3, max: 20 }),
      fc.integer({ min: 14 * 24, max: 18 * 24 }),
      async (some, hours) => {
        const calls = [...backdrop, ...some].filter(
          ({ startedAt }) => startedAt <= dayZero + hours * 3600,
        )
        const watermarkAt = dayZero + hours * 3600
        const { reader } = await balanceOf(world, recordsOf(calls), watermarkAt)
        const { curve, mature } = await reader.ask(balance.outcomesInTime)
        const expected = kaplanMeier(observations(calls, watermarkAt))
        expect(curve.map((told) => [told.day, told.atRisk, told.returns])).toEqual(
          expected.map((told) => [told.day, told.atRisk, told.events]),
        )
        for (const [place, { share }] of expected.entries()) {
          expect(curve[place]!.share).toBeCloseTo(share, 12)
        }
        expect(mature.of).toBeGreaterThan(50)
      },
    ),
    runs(3),
  )
})

withAnswers('V7_chains', (answers) => {
  const endings: Record<string, Ending> = {
    ...{ end: 'completed', transfer: 'blind_transfer', conference: 'conference' },
  }
  const calls = answers.contacts.map(
    ({ id, customer, issue, start, direction, legs }): ModelCall => ({
      ...{ id, customer, issue, startedAt: dayZero + start },
      direction: direction === 'in' ? 'inbound' : 'outbound',
      legs: legs.map(({ rep, h, end, neutral = false }) => ({
        ...{ rep, handleSeconds: h, ending: endings[end]!, neutral },
      })),
    }),
  )
  const watermarkAt = dayZero + answers.watermark

  it.each([
    ['in order', calls],
    ['the other way round', calls.toReversed()],
  ])('is what a resolution costs, delivered %s', async (_, some) => {
    const center = await world.center()
    for (const call of some) await center.deliver(recordOf(call))
    await center.completeUntil(watermarkAt * 1000)
    await world.house.balance.lookAtAll()
    const reader = await center.key('read')
    const { groups } = await reader.ask(balance.resolution, { query: { by: 'queue' } })
    expect(groups).toHaveLength(1)
    const { outcomes, contactsPerResolution, handleTimePerResolution: cost } = groups[0]!
    expect(outcomes).toEqual({ closed: 7, open: answers.chains.length - 7 })
    expect(contactsPerResolution).toBeCloseTo(1.285714, 6)
    if ('tooFew' in cost) throw new Error('seven chains are enough')
    expect(cost.meanSeconds).toBeCloseTo(657.857143, 6)
    expect((cost.highSeconds - cost.meanSeconds) / 1.959963984540054).toBeCloseTo(269.668794, 6)
  })
})
