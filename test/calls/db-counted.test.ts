import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as balance from '../../shared/balance/contract.ts'
import { type Detector, measures } from '../../shared/balance/words.ts'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import * as calls from '../../shared/calls/contract.ts'
import { callClasses } from '../../shared/calls/words.ts'
import { balanceOf } from '../balance/balance-of.ts'
import { backdrop, chanceCalls, day, dayZero, runs } from '../balance/small-worlds.ts'
import { type Caller } from '../world/caller.ts'
import { openWorld } from '../world/open-world.ts'
import { recordOf } from './model-worlds.ts'
import { type ModelCall } from '../balance/model-of-linking.ts'

/**
 * A number says how many calls it rests on, and a list narrowed by `counted` shows exactly these:
 * counted here by the question of the number and by the list, over worlds that chance brings.
 */
const world = await openWorld('2026-03-20T09:00:00Z')
const watermarkAt = dayZero + 16 * day + 9 * 3600

/** Facts that only signs ask for, spread over the calls by their number. */
function withFacts(call: ModelCall, place: number): CallRecord {
  const record = recordOf(call, { version: 1 })
  return {
    ...record,
    queue: call.issue === 'bill' ? 'billing' : 'support',
    audience: 'consumer',
    declaredResolution: place % 3 === 0 ? 'resolved' : null,
    ...(place % 4 === 0 && { disposition: { code: `code ${place % 7}` } }),
    ...(place % 5 === 0 && { csat: { score: 4, min: 1, max: 5 } }),
    legs: record.legs.map((leg, no) => ({
      ...leg,
      endedBy: (['rep', 'customer', 'unknown'] as const)[(place + no) % 3]!,
      ...(place % 2 === 0 && { wrapSeconds: 5 }),
    })),
  }
}

async function opened(some: readonly ModelCall[]) {
  const records = [...backdrop, ...some].map(withFacts)
  const { center, reader } = await balanceOf(world, records, watermarkAt)
  const { from } = await reader.ask(balance.reps)
  const listed = async (filter: CallFilter): Promise<number> => {
    const { legs } = await reader.ask(calls.summary, { query: filter })
    const { items } = await reader.ask(calls.list, { query: { ...filter, limit: 200 } })
    expect(items).toHaveLength(legs)
    return legs
  }
  return { center, reader, from: from!, listed }
}

const answered = (call: ModelCall): ModelCall =>
  call.legs.length > 0
    ? call
    : {
        ...call,
        legs: [{ rep: 'ana', handleSeconds: 60, ending: 'completed', neutral: false }],
      }

const worlds = chanceCalls({ min: 5, max: 25 })

describe('a list of what a number counts has as many calls as the number says', () => {
  it('of a standing, its classes and its times', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (some) => {
        const { reader, listed, from } = await opened(some)
        for (const measure of measures) {
          const { reps } = await reader.ask(balance.reps, { query: { measure } })
          const counted = measure === 'same_issue_7d' ? 'outcome_known' : 'day_known'
          for (const { rep, mature, classes, timeIndex } of reps) {
            const own = { rep: [rep.id], from }
            expect(await listed({ ...own, counted })).toBe(mature)
            for (const word of callClasses.filter((each) => classes[each] > 0)) {
              const filter = { ...own, class: [word], counted: 'window_over' as const }
              expect(await listed(filter)).toBe(classes[word])
            }
            if (timeIndex === null) continue
            expect(await listed({ ...own, counted: 'time_compared' })).toBe(timeIndex.legs)
          }
        }
      }),
      runs(2),
    )
  })

  it('of outcomes in time', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (some) => {
        const { reader, listed, from } = await opened(some)
        const told = await reader.ask(balance.outcomesInTime)
        expect(await listed({ from, counted: 'outcome_known' })).toBe(told.mature.of)
        expect(await listed({ from, counted: 'known_or_open' })).toBe(told.provisional!.calls)
        expect(await listed({ from, counted: 'watched_for_returns' })).toBeGreaterThanOrEqual(
          told.curve[0]!.atRisk,
        )
        expect(await listed({ from, class: ['not_linkable'] })).toBe(told.notLinkable.count)
      }),
      runs(3),
    )
  })

  it('of a target, on both sides of it, and of how long calls took', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.integer({ min: 60, max: 700 }), async (some, seconds) => {
        const { reader, listed, from } = await opened(some)
        for (const by of ['queue', 'issue'] as const) {
          const { groups } = await reader.ask(balance.target, { query: { seconds, by } })
          for (const { key, within, resolvedWithin, resolvedBeyond } of groups) {
            const own = { [by]: [key], from, counted: 'time_recorded' as const }
            expect(await listed(own)).toBe(within.of)
            expect(await listed({ ...own, uptoSeconds: seconds })).toBe(resolvedWithin.of)
            expect(await listed({ ...own, beyondSeconds: seconds })).toBe(resolvedBeyond.of)
            const { legs } = await reader.ask(balance.distribution, { query: { by, key } })
            expect(await listed({ ...own, counted: 'time_recorded_or_open' })).toBe(legs)
          }
        }
      }),
      runs(3),
    )
  })

  it('of a chain: what was taken to close it, and what is still open', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (some) => {
        // A list holds legs: what nobody answered is in the chain, and in no list.
        const { reader, from } = await opened(some.map(answered))
        for (const by of ['queue', 'issue'] as const) {
          const { groups } = await reader.ask(balance.resolution, { query: { by } })
          expect(groups.length).toBeGreaterThan(0)
          for (const { key, outcomes, contactsPerResolution: contacts } of groups) {
            const callsOf = async (counted: 'closed_chain' | 'open_chain') => {
              const query = { [by]: [key], from, counted, limit: 200 }
              const { items } = await reader.ask(calls.list, { query })
              return new Map(items.map((item) => [item.callId, item]))
            }
            const closed = [...(await callsOf('closed_chain')).values()]
            const inbound = closed.filter(({ direction }) => direction === 'inbound')
            expect(inbound).toHaveLength(Math.round((contacts ?? 0) * outcomes.closed))
            expect((await callsOf('open_chain')).size).toBeGreaterThanOrEqual(outcomes.open)
          }
        }
      }),
      runs(3),
    )
  })
})

/** Which list shows what a sign has counted. */
const seenBySign: Record<Exclude<Detector, 'padding' | 'coding_drift'>, CallFilter> = {
  back_within_hour: { counted: 'back_within_hour' },
  rep_hung_up: { counted: 'ended_by_rep' },
  just_past_window: { counted: 'back_after_window' },
  claims_against_returns: { counted: 'solved_then_back' },
  unidentified_customers: { class: ['not_linkable'] },
  survey_steering: { counted: 'resolved_and_surveyed' },
}

/** Enough brief calls and late returns for every sign to be looked for. */
const signWorld: ModelCall[] = Array.from({ length: 240 }, (_, place) => ({
  id: `sign ${place}`,
  customer: place % 11 === 0 ? null : `of a sign ${Math.floor(place / 2)}`,
  issue: place % 4 < 2 ? 'net' : 'bill',
  direction: 'inbound' as const,
  startedAt:
    dayZero +
    (Math.floor(place / 2) % 3) * day +
    place * 60 +
    (place % 2 === 1 ? [600, 3 * day, 6.5 * day, 7.5 * day][Math.floor(place / 2) % 4]! : 0),
  legs: [
    {
      ...{ rep: ['ana', 'bo', 'cy', 'dee', 'eli'][place % 5]!, neutral: false },
      handleSeconds: place % 5 < 2 ? 20 : 100 + place,
      ending: place % 13 === 0 ? ('blind_transfer' as const) : ('completed' as const),
    },
  ],
}))

it('a list of what a sign has seen has as many calls as the sign says', async () => {
  const { reader, listed, from } = await opened(signWorld)
  const { statements } = await reader.ask(balance.signs, { query: { by: 'queue' } })
  const seen = new Set(statements.map(({ detector }) => detector))
  for (const { detector, key, count, of } of statements) {
    const own = { queue: [key], from }
    if (detector === 'coding_drift') {
      expect(await listed({ ...own, counted: 'coded' })).toBe(of)
    } else if (detector === 'padding') {
      expect(await listed({ ...own, counted: 'long_with_parts' })).toBe(of)
    } else {
      expect([detector, await listed({ ...own, ...seenBySign[detector] })]).toEqual([
        detector,
        count,
      ])
    }
  }
  for (const detector of Object.keys(seenBySign)) expect(seen).toContain(detector)
  expect(seen).toContain('coding_drift')
})

it('a list of what a habit has seen has as many calls as it says, for the rep too', async () => {
  const { center, reader, from } = await opened(signWorld)
  const { reps } = await reader.ask(balance.reps)
  const repId = reps[0]!.rep.id
  const rep: Caller = await center.person('rep', { repId })
  const { habits } = await rep.ask(balance.repHabits, { query: { rep: repId } })
  const lists: Record<(typeof habits)[number]['habit'], CallFilter> = {
    claims: { counted: 'solved_then_back' },
    hand_ons: { counted: 'outcome_known', class: ['handed_on'] },
    back_within_hour: { counted: 'back_within_hour' },
    unidentified_customers: { class: ['not_linkable'] },
  }
  expect(habits.map(({ habit }) => habit).sort()).toEqual(Object.keys(lists).sort())
  for (const { habit, count } of habits) {
    const { legs } = await rep.ask(calls.summary, { query: { from, ...lists[habit] } })
    expect([habit, legs]).toEqual([habit, count])
  }
})
