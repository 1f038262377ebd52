import { beforeAll, describe, expect, it } from 'vitest'
import * as calls from '../../shared/calls/contract.ts'
import * as reflections from '../../shared/reflections/contract.ts'
import * as roster from '../../shared/roster/contract.ts'
import { type Caller } from '../world/caller.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord, legRecord } from '../world/records.ts'

/**
 * Two teams, three reps: ana and bo in the first, cy in the second. One call is ana's, one is
 * cy's, one went from ana to cy. Nobody sees more than shared/roster/sight.ts says.
 */
const world = await openWorld()
const center = await world.center()
const [first, second] = [await center.team('first'), await center.team('second')]
const [ana, , cy] = [
  await center.rep('ana', first),
  await center.rep('bo', first),
  await center.rep('cy', second),
]
const shared = { customer: 'one', issue: 'internet' }

const who: Record<string, Caller> = {
  admin: await center.person('admin'),
  reader: await center.key('read'),
  leadsFirst: await center.person('supervisor', { teamIds: [first] }),
  leadsSecond: await center.person('supervisor', { teamIds: [second] }),
  leadsBoth: await center.person('supervisor', { teamIds: [first, second] }),
  leadsNone: await center.person('supervisor'),
  ana: await center.person('rep', { repId: ana }),
  cy: await center.person('rep', { repId: cy }),
  isNoRep: await center.person('rep'),
}

beforeAll(async () => {
  await center.deliver(
    callRecord({
      ...shared,
      externalId: 'of ana',
      queue: 'first queue',
      legs: [legRecord({ rep: 'ana', talkSeconds: 111 })],
    }),
    callRecord({
      ...{ ...shared, externalId: 'of both', startedAt: '2026-02-03T09:00:00Z' },
      legs: [
        legRecord({ rep: 'ana', talkSeconds: 222 }),
        legRecord({ rep: 'cy', talkSeconds: 333 }),
      ],
      offers: [{ rep: 'bo' }],
    }),
    callRecord({
      ...shared,
      externalId: 'of cy',
      queue: 'second queue',
      startedAt: '2026-02-04T09:00:00Z',
      legs: [legRecord({ rep: 'cy', talkSeconds: 444 })],
    }),
  )
  const params = { callId: await center.callId('of both') }
  const words = (whatResolvedIt: string) => ({ outcome: 'resolved' as const, whatResolvedIt })
  await who['ana']!.tell(reflections.record, { params, body: words('said by ana') })
  await who['cy']!.tell(reflections.record, { params, body: words('said by cy') })
})

describe('whose calls', () => {
  it.each([
    ['admin', ['ana', 'ana', 'cy', 'cy']],
    ['reader', ['ana', 'ana', 'cy', 'cy']],
    ['leadsBoth', ['ana', 'ana', 'cy', 'cy']],
    ['leadsFirst', ['ana', 'ana']],
    ['leadsSecond', ['cy', 'cy']],
    ['leadsNone', []],
    ['ana', ['ana', 'ana']],
    ['cy', ['cy', 'cy']],
    ['isNoRep', []],
  ])('%s sees in the list, the summary and on the plane', async (name, reps) => {
    const viewer = who[name]!
    const { items } = await viewer.ask(calls.list)
    expect(items.map(({ rep }) => rep.name).sort()).toEqual(reps)
    expect((await viewer.ask(calls.summary)).legs).toBe(reps.length)
    expect((await viewer.ask(calls.plane)).legs).toBe(reps.length)
    const filtered = await viewer.ask(calls.list, { query: { rep: [ana, cy] } })
    expect(filtered.items).toHaveLength(reps.length)
  })

  it.each([
    ['admin', 4],
    ['leadsFirst', 2],
    ['leadsSecond', 0],
    ['ana', 2],
    ['isNoRep', 0],
  ])('%s sees in the chains that a number counts, which began with ana', async (name, legs) => {
    const query = { counted: 'open_chain' as const }
    expect((await who[name]!.ask(calls.summary, { query })).legs).toBe(legs)
  })

  it.each([
    ['ana', ['of ana', 'of both']],
    ['cy', ['of both', 'of cy']],
    ['isNoRep', []],
  ])('%s sees among their own', async (name, ids) => {
    const { items } = await who[name]!.ask(calls.mine)
    const expected = await Promise.all(ids.map((id) => center.callId(id)))
    expect(items.map(({ callId }) => callId).sort()).toEqual(expected.sort())
    expect((await who[name]!.ask(calls.plane)).legs).toBe(ids.length)
  })

  it.each([
    ['leadsFirst', 'of cy'],
    ['leadsSecond', 'of ana'],
    ['leadsNone', 'of both'],
    ['ana', 'of cy'],
    ['cy', 'of ana'],
    ['isNoRep', 'of both'],
  ])('%s gets no page of the call %s', async (name, id) => {
    const params = { callId: await center.callId(id) }
    expect(await who[name]!.refused(calls.show, { params })).toMatchObject({ status: 404 })
  })
})

describe('the page of a call that two teams had a part in', () => {
  const pageFor = async (name: string) =>
    who[name]!.ask(calls.show, { params: { callId: await center.callId('of both') } })

  it.each([
    ['admin', ['ana', 'cy'], [222, 333]],
    ['leadsFirst', ['ana', null], [222, null]],
    ['leadsSecond', [null, 'cy'], [null, 333]],
    ['ana', ['ana', null], [222, null]],
    ['cy', [null, 'cy'], [null, 333]],
  ])('shows %s only the names and times they may see', async (name, reps, seconds) => {
    const page = await pageFor(name)
    expect(page.legs.map(({ rep }) => rep?.name ?? null)).toEqual(reps)
    expect(page.legs.map(({ talkSeconds }) => talkSeconds)).toEqual(seconds)
    expect(page.legs.map(({ time }) => time?.handleSeconds ?? null)).toEqual(seconds)
    const words = reps.filter((rep) => rep !== null).map((rep) => `said by ${rep}`)
    expect(page.reflections.map(({ whatResolvedIt }) => whatResolvedIt)).toEqual(words)
    const hidden = JSON.stringify(page)
    if (!reps.includes('cy')) expect(hidden).not.toMatch(/"cy"|said by cy|333|444/)
    if (!reps.includes('ana')) expect(hidden).not.toMatch(/"ana"|said by ana|222|111/)
  })

  it('counts colleagues in the chain without naming them', async () => {
    const page = await pageFor('ana')
    const chain = page.chain.map(({ reps, colleagues, handleSeconds }) => ({
      ...{ reps: reps.map(({ name }) => name), colleagues, handleSeconds },
    }))
    expect(chain).toEqual([
      { reps: ['ana'], colleagues: 0, handleSeconds: 111 },
      { reps: ['ana'], colleagues: 1, handleSeconds: null },
      { reps: [], colleagues: 1, handleSeconds: null },
    ])
  })

  it('names an offer only to whoever may see the rep', async () => {
    expect((await pageFor('leadsFirst')).offers[0]?.rep?.name).toBe('bo')
    expect((await pageFor('leadsSecond')).offers[0]?.rep).toBeNull()
    expect((await pageFor('ana')).offers[0]?.rep).toBeNull()
  })
})

describe('what somebody may choose from', () => {
  it('is their own teams, reps and the kinds of calls these had', async () => {
    const found = await who['leadsFirst']!.ask(calls.choices)
    expect(found.teams.map(({ name }) => name)).toEqual(['first'])
    expect(found.reps.map(({ name }) => name)).toEqual(['ana', 'bo'])
    expect(found.queues).not.toContain('second queue')
    expect((await who['leadsNone']!.ask(calls.choices)).queues).toEqual([])
    const own = await who['ana']!.ask(calls.choices)
    expect(own).toMatchObject({ teams: [], reps: [], queues: ['first queue', 'support'] })
    expect(own.latestAt).toBe('2026-02-03T09:00:00.000Z')
    expect(await who['isNoRep']!.ask(calls.choices)).toMatchObject({ queues: [], earliestAt: null })
  })

  it('is their own teams in the lists of teams and reps too', async () => {
    const { items } = await who['leadsSecond']!.ask(roster.teams)
    expect(items).toMatchObject([{ name: 'second', reps: 1 }])
    const reps = await who['leadsSecond']!.ask(roster.reps)
    expect(reps.items.map(({ name }) => name)).toEqual(['cy'])
  })
})

describe('a reflection', () => {
  it('is written by a rep of the call and nobody else', async () => {
    const params = { callId: await center.callId('of cy') }
    const body = { outcome: 'resolved' }
    for (const name of ['ana', 'isNoRep']) {
      const refusal = await who[name]!.refused(reflections.record, { params, body })
      expect(refusal).toMatchObject({ status: 404, reason: 'call_unknown' })
    }
  })

  it('is one for each rep and call: the later one replaces it and keeps its day', async () => {
    const params = { callId: await center.callId('of ana') }
    const rep = who['ana']!
    const first = await rep.tell(reflections.record, { params, body: { outcome: 'not_sure' } })
    world.clock.pass(60)
    const later = await rep.tell(reflections.record, {
      ...{
        params,
        body: { outcome: 'not_resolved', whatStuck: '  the router ', skills: ['empathy'] },
      },
    })
    expect(later).toMatchObject({ whatStuck: 'the router', recordedAt: first.recordedAt })
    expect(later.changedAt > first.changedAt).toBe(true)
    const page = await rep.ask(calls.show, { params })
    expect(page.reflections).toEqual([later])
    expect(page.evidence).toMatchObject([
      { source: 'rep', claim: 'not_sure' },
      { source: 'rep', claim: 'not_resolved' },
    ])
    const { items } = await rep.ask(calls.mine)
    const line = items.find(({ callId }) => callId === params.callId)
    expect(line).toMatchObject({ hasReflection: true, reflectionLine: 'the router' })
    expect(line?.time.outcome).toMatchObject({ source: 'repeat_contact' })
  })
})
