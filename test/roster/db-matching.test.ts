import { describe, expect, it } from 'vitest'
import * as calls from '../../shared/calls/contract.ts'
import * as reflections from '../../shared/reflections/contract.ts'
import * as roster from '../../shared/roster/contract.ts'
import * as matching from '../../shared/roster/matching-contract.ts'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import { type Caller } from '../world/caller.ts'
import { type Center } from '../world/center.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord, legRecord } from '../world/records.ts'

const world = await openWorld()

const repNamed = async (who: Caller, name: string) =>
  (await who.ask(roster.reps, { query: { limit: 200 } })).items.find((rep) => rep.name === name)
const idOf = async (who: Caller, name: string): Promise<number> => (await repNamed(who, name))!.id

const mergeInto = async (admin: Caller, from: string, into: string) =>
  admin.tell(matching.mergeReps, {
    params: { repId: await idOf(admin, from) },
    body: { intoRepId: await idOf(admin, into) },
  })
const undo = (admin: Caller, changeId: number) =>
  admin.tell(matching.undoRepChange, { params: { changeId }, body: {} })

/** Legs of a call as `rep:seconds`, in order. */
async function legsOf(center: Center, externalId: string): Promise<string[]> {
  const rows = await world.database.reading<{ leg: string }[]>`
    select r.name || ':' || coalesce(l.handle_seconds::text, '-')
      || case when l.is_handed_on then ' handed on' else '' end as leg
    from leg l join rep r on r.organization_id = l.organization_id and r.id = l.rep_id
    where l.organization_id = ${center.id} and l.call_id = ${await center.callId(externalId)}
    order by l.leg_no`
  return rows.map(({ leg }) => leg)
}

const call = (externalId: string, ...legs: [rep: string, seconds: number][]): CallRecord =>
  callRecord({
    externalId,
    legs: legs.map(([rep, talkSeconds]) => legRecord({ rep, talkSeconds })),
  })

/** A center where one person has two names in the phone system. */
async function twoNames(...records: CallRecord[]) {
  const center = await world.center()
  const admin = await center.person('admin')
  await center.deliver(call('one', ['ana', 100]), call('other', ['204', 200]), ...records)
  return { center, admin }
}

describe('a merge', () => {
  it('gives past and future calls of both names to the one rep', async () => {
    const { center, admin } = await twoNames()
    const change = await mergeInto(admin, '204', 'ana')
    expect(change).toMatchObject({ kind: 'merged', legs: 1, mayUndo: true })
    expect(change.aliases).toEqual([{ source: 'phone', alias: '204' }])
    await center.deliver(call('later', ['204', 300]))
    expect(await legsOf(center, 'other')).toEqual(['ana:200'])
    expect(await legsOf(center, 'later')).toEqual(['ana:300'])
    expect(await repNamed(admin, '204')).toBeUndefined()
    await undo(admin, change.id)
    await center.deliver(call('last', ['204', 400]))
    for (const each of ['other', 'later', 'last']) {
      expect((await legsOf(center, each))[0]).toMatch(/^204:/)
    }
    expect(await legsOf(center, 'one')).toEqual(['ana:100'])
  })

  it('makes what both names did in one call one leg, and a split makes it two again', async () => {
    const handedOver = call('both', ['ana', 60], ['cy', 30], ['204', 45])
    const { center, admin } = await twoNames(handedOver)
    const before = await legsOf(center, 'both')
    expect(before).toEqual(['ana:60 handed on', 'cy:30 handed on', '204:45'])
    const change = await mergeInto(admin, '204', 'ana')
    expect(await legsOf(center, 'both')).toEqual(['cy:30 handed on', 'ana:105'])
    expect(await center.deliver(handedOver)).toMatchObject({ unchanged: 1 })
    expect(await legsOf(center, 'both')).toEqual(['cy:30 handed on', 'ana:105'])
    const longer = call('both', ['ana', 60], ['cy', 30], ['204', 50])
    expect(
      await center.deliver({ ...longer, customer: handedOver.customer ?? null }),
    ).toMatchObject({ superseded: 1 })
    expect(await legsOf(center, 'both')).toEqual(['cy:30 handed on', 'ana:110'])
    await undo(admin, change.id)
    expect(await legsOf(center, 'both')).toEqual([...before.slice(0, 2), '204:50'])
  })

  it('lets the person who is the rep go on as the one that stays, and come back', async () => {
    const { center, admin } = await twoNames()
    const person = await center.person('rep', { repId: await idOf(admin, '204') })
    const seen = async () => (await person.ask(calls.mine)).items.map(({ callId }) => callId).sort()
    const [one, other] = [await center.callId('one'), await center.callId('other')]
    expect(await seen()).toEqual([other])
    const change = await mergeInto(admin, '204', 'ana')
    expect(await seen()).toEqual([one, other].sort())
    await undo(admin, change.id)
    expect(await seen()).toEqual([other])
  })

  it('keeps both reflections on one call, showing the later one while they are one rep', async () => {
    const { center, admin } = await twoNames(call('both', ['ana', 60], ['204', 45]))
    const callId = await center.callId('both')
    const write = async (rep: string, whatStuck: string) => {
      const person = await center.person('rep', { repId: await idOf(admin, rep) })
      world.clock.pass(60)
      await person.tell(reflections.record, {
        params: { callId },
        body: { outcome: 'resolved', whatStuck },
      })
    }
    await write('ana', 'first words')
    await write('204', 'later words')
    const told = async () =>
      (await admin.ask(calls.show, { params: { callId } })).reflections.map(
        ({ rep, whatStuck }) => `${rep.name}: ${whatStuck}`,
      )
    expect((await told()).sort()).toEqual(['204: later words', 'ana: first words'])
    const change = await mergeInto(admin, '204', 'ana')
    expect(await told()).toEqual(['ana: later words'])
    await undo(admin, change.id)
    expect((await told()).sort()).toEqual(['204: later words', 'ana: first words'])
  })

  it('is known where either was, and in a team; undoing it takes that back', async () => {
    const { center, admin } = await twoNames()
    const teamId = await center.team('first line')
    await admin.tell(roster.changeRep, {
      params: { repId: await idOf(admin, '204') },
      body: { teamId, name: 'Ana Berg' },
    })
    const change = await mergeInto(admin, 'Ana Berg', 'ana')
    expect(await repNamed(admin, 'ana')).toMatchObject({ isConfirmed: true, team: { id: teamId } })
    await undo(admin, change.id)
    expect(await repNamed(admin, 'ana')).toMatchObject({ isConfirmed: false, team: null })
    expect(await repNamed(admin, 'Ana Berg')).toMatchObject({
      ...{ isConfirmed: true, team: { id: teamId } },
    })
  })

  it('waits for calls that are coming in, so that none is left behind', async () => {
    const { center, admin } = await twoNames()
    const deliveries = Array.from({ length: 12 }, (_, place) =>
      center.deliver(call(`at once ${place}`, ['204', place])),
    )
    await Promise.all([...deliveries, mergeInto(admin, '204', 'ana')])
    for (const place of deliveries.keys()) {
      expect(await legsOf(center, `at once ${place}`)).toEqual([`ana:${place}`])
    }
  })

  it('is told before it is done', async () => {
    const { center, admin } = await twoNames(call('both', ['ana', 60], ['204', 45]))
    const repId = await idOf(admin, '204')
    await center.person('rep', { repId })
    const params = { repId, intoRepId: await idOf(admin, 'ana') }
    const told = await admin.ask(matching.merging, { params })
    expect(told).toMatchObject({ callsTogether: 1, days: { from: '2026-02-02' } })
    expect(told.from).toMatchObject({ name: '204', legs: 2 })
    expect(told.people).toHaveLength(1)
    const same = { params: { ...params, intoRepId: repId } }
    expect(await admin.refused(matching.merging, same)).toMatchObject({ reason: 'same_rep' })
  })
})

describe('the history', () => {
  it('says who did what, newest first, in pages', async () => {
    const { admin } = await twoNames(call('third', ['cy', 1]))
    const merged = await mergeInto(admin, '204', 'ana')
    const again = await mergeInto(admin, 'cy', 'ana')
    const first = await admin.ask(matching.repChanges, { query: { limit: 1 } })
    expect(first.items).toEqual([again])
    expect(again.by).toMatch(/^admin/)
    const second = await admin.ask(matching.repChanges, { query: { after: first.next, limit: 1 } })
    expect(second).toEqual({ items: [merged], next: null })
  })

  it('undoes a change once, and not under a later one', async () => {
    const { admin } = await twoNames(call('third', ['cy', 1]))
    const merged = await mergeInto(admin, '204', 'ana')
    const later = await mergeInto(admin, 'ana', 'cy')
    const params = { changeId: merged.id }
    const refused = () => admin.refused(matching.undoRepChange, { params })
    expect(await refused()).toMatchObject({ status: 409, reason: 'not_undoable' })
    await undo(admin, later.id)
    await undo(admin, merged.id)
    expect(await refused()).toMatchObject({ reason: 'not_undoable' })
    expect((await repNamed(admin, '204'))!.aliases).toHaveLength(1)
  })

  it('refuses to split the only name of a rep', async () => {
    const { admin } = await twoNames()
    const { aliases } = (await repNamed(admin, 'ana'))!
    const params = { aliasId: aliases[0]!.id }
    expect(await admin.refused(matching.splitAlias, { params })).toMatchObject({
      reason: 'only_name',
    })
  })
})

describe('suggestions', () => {
  const pairs = async (admin: Caller) =>
    (await admin.ask(matching.suggestions)).items.map(
      ({ likeness, from, into }) => `${likeness}: ${from.name} into ${into.name}`,
    )
  const leg = (rep: string, answeredAt: string, talkSeconds = 240) =>
    callRecord({ startedAt: answeredAt, legs: [legRecord({ rep, answeredAt, talkSeconds })] })

  it('name who stays: the one somebody has confirmed, or who has more calls', async () => {
    const center = await world.center()
    const admin = await center.person('admin')
    await center.rep('Berg, Anna')
    await center.deliver(
      ...[leg('Anna Berg', '2026-02-02T09:00:00Z'), leg('SIP/204', '2026-02-02T10:00:00Z')],
      ...[leg('204', '2026-02-02T11:00:00Z'), leg('204', '2026-02-02T12:00:00Z')],
    )
    expect(await pairs(admin)).toEqual([
      'same_name: Anna Berg into Berg, Anna',
      'same_number: SIP/204 into 204',
    ])
    const first = await admin.ask(matching.suggestions, { query: { limit: 1 } })
    const next = await admin.ask(matching.suggestions, { query: { limit: 1, after: first.next } })
    expect(first.items).toHaveLength(1)
    expect(next).toMatchObject({ items: [{ likeness: 'same_number' }], next: null })
  })

  it('leave out two who talked at the same time, and two somebody has kept apart', async () => {
    const center = await world.center()
    const admin = await center.person('admin')
    await center.deliver(
      ...[leg('Anna Berg', '2026-02-02T09:00:00Z', 300), leg('anna berg', '2026-02-02T09:04:00Z')],
      ...[leg('Bo Ek', '2026-02-02T09:00:00Z', 240), leg('bo ek', '2026-02-02T09:04:00Z')],
    )
    expect(await pairs(admin)).toEqual(['same_name: bo ek into Bo Ek'])
    const body = { repId: await idOf(admin, 'bo ek'), otherRepId: await idOf(admin, 'Bo Ek') }
    const change = await admin.tell(matching.keepApart, { body })
    expect(await pairs(admin)).toEqual([])
    await undo(admin, change.id)
    expect(await pairs(admin)).toHaveLength(1)
  })

  it('leave out two on one call whose times nobody knows', async () => {
    const { admin } = await twoNames(
      callRecord({ legs: [legRecord({ rep: 'cy dahl' }), legRecord({ rep: 'Cy Dahl' })] }),
    )
    expect(await pairs(admin)).toEqual([])
  })
})
