import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gatherClaims } from '../../server/calls/claim-store.ts'
import { legsInContext } from '../../server/calls/leg-context-store.ts'
import { bestOutcome, type Evidence } from '../../shared/balance/best-outcome.ts'
import { callClass } from '../../shared/balance/call-class.ts'
import { comparisonShortage } from '../../shared/balance/comparison-shortage.ts'
import { countInBin, histogram } from '../../shared/balance/histogram.ts'
import { histogramQuantile } from '../../shared/balance/histogram-quantile.ts'
import { logBin } from '../../shared/balance/log-bin.ts'
import { percentile } from '../../shared/balance/percentile.ts'
import { timeClass } from '../../shared/balance/time-class.ts'
import { windowIsClosed, windowStatus } from '../../shared/balance/window-status.ts'
import { handedOn } from '../../shared/calls/handed-on.ts'
import { type ModelCall } from '../balance/model-of-linking.ts'
import { modelState } from './model-state.ts'
import { dayZero, modelWorld, recordOf } from './model-worlds.ts'
import { openWorld } from '../world/open-world.ts'
import { type Center } from '../world/center.ts'

const day = 86_400
const times = { window: 7 * day, watermarkAt: dayZero + 36 * day }
const reps = ['ana', 'bo', 'cy', 'dee', 'eve']
const world = await openWorld('2026-03-02T09:00:00Z')

type Leg = {
  id: string
  rep: string
  outcome: string
  state: string
  source: string
  timeClass: string
  class: string
  median: number | null
}

/** Each leg by the SQL that every list, plane and summary reads from. */
async function legsBySql(center: Center): Promise<Leg[]> {
  const sql = world.database.reading
  return sql<Leg[]>`
    select c.external_id as id, x.rep_name as rep, x.outcome, x.state, x.source,
      x.time_class as "timeClass", x.class, x.median_seconds as median
    from (${legsInContext(sql, { organizationId: center.id, reps: 'all' }, {})}) x
    join call c on c.organization_id = ${center.id} and c.id = x.call_id
    order by c.external_id, x.leg_no`
}

type Claims = Map<string, Evidence[]>

/** The same by the functions of shared/balance, written to be read. */
function legsByFunctions(calls: readonly ModelCall[], claims: Claims): Leg[] {
  const states = modelState(calls, times)
  const legs = calls.flatMap((call) =>
    call.legs.map((leg, place) => {
      const state = states.get(call.id)!
      const kind = [call.issue, ...state.legs[place]!.kind].join()
      return {
        ...leg,
        call,
        state,
        kind,
        isHandedOn: handedOn(leg.ending, place === call.legs.length - 1),
      }
    }),
  )
  const isLinkable = ({ customer, issue, direction }: ModelCall) =>
    customer !== null && issue !== null && direction === 'inbound'
  const reference = legs.filter(
    ({ call, handleSeconds }) =>
      isLinkable(call) &&
      handleSeconds <= 14_400 &&
      windowIsClosed({ ...times, startedAt: call.startedAt }),
  )
  const repsInReference = new Set(reference.map(({ rep }) => rep)).size
  const binsOf = (some: typeof legs) => {
    const bins: number[] = []
    for (const { handleSeconds } of some) countInBin(bins, logBin(handleSeconds), 1)
    return bins
  }
  return legs
    .map((leg): Leg => {
      const { call, state } = leg
      const window = { ...times, startedAt: call.startedAt }
      const status = windowStatus(isLinkable(call), {
        ...window,
        nextSameIssueAt: state.nextSameIssueAt,
      })
      const mature = isLinkable(call) && windowIsClosed(window)
      const best = bestOutcome(claims.get(call.id) ?? [], mature, status === 'not_resolved')
      const others = reference.filter(({ rep }) => rep !== leg.rep)
      const shares = histogram([
        binsOf(others),
        binsOf(others),
        binsOf(others.filter((other) => other.call.issue === call.issue)),
        binsOf(others.filter((other) => other.kind === leg.kind)),
      ])
      const tooFew = comparisonShortage(repsInReference, others.length) !== null
      const isCompared = shares !== null && !tooFew && leg.handleSeconds <= 14_400
      const median = shares && histogramQuantile(shares, 0.5)
      const time = timeClass(
        isCompared ? percentile(shares, leg.handleSeconds) : null,
        leg.handleSeconds,
        median,
      )
      return {
        ...{ id: call.id, rep: leg.rep, timeClass: time, median },
        ...{ outcome: best.outcome, state: best.state, source: best.source },
        class: callClass({
          ...{ timeClass: time, outcome: best.outcome, state: best.state },
          handedOn: leg.isHandedOn,
          linkable: isLinkable(call),
          counted: call.direction === 'inbound' && !leg.neutral,
        }),
      }
    })
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

const evidence: fc.Arbitrary<Evidence> = fc.record({
  source: fc.constantFrom('supervisor', 'survey', 'rep'),
  claim: fc.constantFrom('resolved', 'not_resolved'),
  at: fc.integer({ min: 0, max: 3 }),
  byHandler: fc.constant(false),
})

/** Worlds in which most calls are alike enough to be compared, with long and short ones. */
const worlds = fc.record({
  calls: modelWorld({ min: 90, max: 140 }).map((calls) =>
    calls.map((call, place) => ({
      ...call,
      direction: place % 9 === 0 ? call.direction : ('inbound' as const),
      customer: place % 7 === 0 ? call.customer : `customer ${place % 60}`,
      legs: call.legs.map((leg, at) => ({
        ...leg,
        rep: reps[(place + at) % reps.length]!,
        neutral: leg.neutral && place % 4 === 0,
        handleSeconds: place % 23 === 0 ? 20_000 : Math.round(leg.handleSeconds ** 1.5 / 60),
      })),
    })),
  ),
  claims: fc.array(fc.tuple(fc.integer({ min: 0, max: 139 }), evidence), { maxLength: 60 }),
})

/** Evidence as it is stored once the ways it comes in have written it. */
async function addEvidence(center: Center, claims: Claims): Promise<void> {
  const sql = world.database.writing
  const ids: number[] = []
  for (const [id, entries] of claims) {
    const callId = await center.callId(id)
    ids.push(callId)
    for (const { source, claim, at } of entries) {
      await sql`
        insert into evidence (organization_id, call_id, source, claim, at)
        values (${center.id}, ${callId}, ${source}, ${claim}, ${new Date(at * 1000)})`
    }
  }
  await sql.begin((transaction) => gatherClaims(transaction, center.id, ids))
}

it('says of every leg what the functions of shared/balance say', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(worlds, async ({ calls, claims: drawn }) => {
      const claims: Claims = new Map()
      for (const [place, entry] of drawn) {
        const id = calls[place % calls.length]!.id
        claims.set(id, [...(claims.get(id) ?? []), entry])
      }
      const center = await world.center()
      await center.deliver(...calls.map((call) => recordOf(call)))
      await center.completeUntil(times.watermarkAt * 1000)
      await world.database.writing`
        update feed set complete_until = ${new Date(times.watermarkAt * 1000)}
        where organization_id = ${center.id}`
      await addEvidence(center, claims)
      await world.house.balance.lookAtAll()
      const expected = legsByFunctions(calls, claims)
      const found = await legsBySql(center)
      expect(found.map(({ median: _, ...leg }) => leg)).toEqual(
        expected.map(({ median: _, ...leg }) => leg),
      )
      for (const [place, { median }] of found.entries()) {
        if (median !== null) expect(median).toBeCloseTo(expected[place]!.median ?? 0, 6)
      }
      for (const leg of expected) seen.add(leg.class).add(leg.source).add(leg.timeClass)
    }),
    { numRuns: 12 },
  )
  // The worlds are such that every word occurs, so that none of them goes untested.
  expect([...seen].sort()).toEqual(
    [
      ...['efficient', 'solved', 'extra_mile', 'hurried', 'not_yet_solved', 'needs_support'],
      ...['outcome_pending', 'handed_on', 'not_linkable', 'not_counted'],
      ...['supervisor', 'repeat_contact', 'survey', 'no_repeat', 'rep', 'none'],
      ...['short', 'usual', 'long', 'no_reference'],
    ].sort(),
  )
})
