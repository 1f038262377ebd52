import { beforeEach, describe, expect, it } from 'vitest'
import * as balance from '../../shared/balance/contract.ts'
import * as calls from '../../shared/calls/contract.ts'
import { showRecognition, shownRecognitions, watch } from '../../shared/floor/contract.ts'
import { shownRecognitionsLimit } from '../../shared/floor/floor.ts'
import * as matching from '../../shared/roster/matching-contract.ts'
import { type Center, type Signed } from '../world/center.ts'
import { openWorld } from '../world/open-world.ts'
import { storyCall, tellStory } from './a-long-story.ts'

const world = await openWorld('2026-03-16T10:00:00Z')

let center: Center
let team: number
let ids: Record<'rita' | 'ana', number>
let rita: Signed
let ana: Signed

/** Rita's long call that was solved, an ordinary one, and her third call of a chain. */
beforeEach(async () => {
  center = await world.center()
  team = await center.team('Internet')
  for (const name of ['bo', 'cy', 'dee']) await center.rep(name, team)
  ids = { rita: await center.rep('rita', team), ana: await center.rep('ana', team) }
  rita = await center.person('rep', { repId: ids.rita })
  ana = await center.person('rep', { repId: ids.ana })
  await tellStory(world, center, [
    { id: 'long', rep: 'rita', seconds: 2_640 },
    { id: 'ordinary', rep: 'rita', seconds: 400 },
    { id: 'open', rep: 'rita', seconds: 2_640, days: 3 },
    ...[1, 2, 3].map((nth) => ({
      ...{ id: `chain ${nth}`, rep: nth === 3 ? 'rita' : 'bo', seconds: 400 },
      ...{ customer: '+49 30 7', days: 15 - nth },
    })),
  ])
})

const place = async (id: string, isShown = true) => ({
  params: { callId: await center.callId(id), legNo: 1 },
  body: { isShown },
})
const show = async (who: Signed, id: string, isShown = true) =>
  who.tell(showRecognition, await place(id, isShown))

/** What the board says, read anew. */
async function board(who: Signed = ana) {
  world.clock.pass(11)
  const { floor } = await who.ask(watch)
  return floor.recognitions.map(({ minutes, issue }) => [minutes, issue])
}

describe('a recognized call on the board', () => {
  it('is there because its rep wants it there: its minutes and its issue, and nothing that names', async () => {
    expect(await board()).toEqual([])
    await show(rita, 'long')
    expect(await board()).toEqual([[44, 'no internet']])
    const { floor } = await ana.ask(watch)
    const told = JSON.stringify(floor.recognitions)
    expect(told).not.toContain('rita')
    expect(Object.keys(floor.recognitions[0]!).sort()).toEqual(['id', 'issue', 'minutes'])
    expect(floor.recognitions[0]!.id).toMatch(/^[\da-f-]{36}$/)
    const { items } = await rita.ask(shownRecognitions)
    expect(items).toEqual([{ callId: await center.callId('long'), legNo: 1 }])
    expect((await ana.ask(shownRecognitions)).items).toEqual([])
    await show(rita, 'long', false)
    expect(await board()).toEqual([])
  })

  it('tells no minutes where it is not recognized for them', async () => {
    await show(rita, 'chain 3')
    expect(await board()).toEqual([[null, 'no internet']])
  })

  it('is what the balance recognizes, exactly', async () => {
    const { items } = await rita.ask(balance.recognitions, { query: { rep: ids.rita } })
    const recognized = items.map(({ call }) => call.callId).sort()
    const ritas = ['long', 'ordinary', 'open', 'chain 3']
    const taken: number[] = []
    for (const id of ritas) {
      const sent = await place(id)
      const answered = await rita.send({
        ...{ method: 'PUT', url: `/api/floor/recognitions/${sent.params.callId}/1` },
        payload: sent.body,
      })
      if (answered.status === 200) taken.push(sent.params.callId)
      else expect(answered.body).toMatchObject({ reason: 'not_recognized' })
    }
    expect(taken.sort()).toEqual(recognized)
    expect(recognized).toHaveLength(2)
  })

  it('is put there by nobody else', async () => {
    const others: [Signed, number, string][] = [
      [ana, 404, 'call_unknown'],
      [await center.person('rep'), 404, 'call_unknown'],
      [await center.person('supervisor', { teamIds: [team] }), 403, 'role_not_allowed'],
      [await center.person('admin', { repId: ids.rita }), 403, 'role_not_allowed'],
      [await (await world.center()).person('rep', { repId: ids.rita }), 404, 'call_unknown'],
    ]
    for (const [who, status, reason] of others) {
      for (const isShown of [true, false]) {
        const refused = await who.refused(showRecognition, await place('long', isShown))
        expect(refused).toMatchObject({ status, reason })
      }
    }
    expect(await board()).toEqual([])
  })

  it('is on no other organization’s board', async () => {
    await show(rita, 'long')
    const other = await world.center()
    expect(await board(await other.person('admin'))).toEqual([])
  })

  it('stays until midnight, and is forgotten when the next one is put there', async () => {
    await show(rita, 'long')
    world.clock.pass(86_400)
    expect(await board()).toEqual([])
    expect((await rita.ask(shownRecognitions)).items).toEqual([])
    await show(rita, 'chain 3')
    const rows = await world.database.reading`
      select count(*)::int as count from shown_recognition where organization_id = ${center.id}`
    expect(rows[0]).toEqual({ count: 1 })
    world.clock.pass(-86_400)
  })

  it('is gone when the customer has come back after all, before the day is worked out', async () => {
    await show(rita, 'chain 3')
    const again = storyCall(world.clock.now(), {
      ...{ id: 'again', rep: 'bo', seconds: 300, customer: '+49 30 7', days: 8 },
    })
    await center.deliver(again)
    expect(await board()).toEqual([])
    expect(await rita.refused(showRecognition, await place('chain 3'))).toMatchObject({
      ...{ status: 409, reason: 'not_recognized' },
    })
  })

  it('is gone when somebody has found out that it was not solved, and back when it was', async () => {
    await show(rita, 'long')
    const admin = await center.person('admin')
    const params = { callId: await center.callId('long') }
    for (const claim of ['not_resolved', 'resolved'] as const) {
      world.clock.pass(60)
      await admin.tell(calls.verify, { params, body: { claim, note: 'asked' } })
      await world.house.balance.lookAtAll()
      expect(await board()).toEqual(claim === 'resolved' ? [[44, 'no internet']] : [])
    }
  })

  it('is gone when the call proves to have been another’s, who may decide anew', async () => {
    await show(rita, 'long')
    const admin = await center.person('admin')
    const body = { intoRepId: ids.ana }
    const merged = await admin.tell(matching.mergeReps, { params: { repId: ids.rita }, body })
    expect(await board()).toEqual([])
    await world.house.balance.lookAtAll()
    expect(await board()).toEqual([])
    await show(ana, 'long')
    expect(await board()).toEqual([[44, 'no internet']])
    await show(ana, 'long', false)
    await admin.tell(matching.undoRepChange, { params: { changeId: merged.id } })
    await world.house.balance.lookAtAll()
    expect(await board()).toEqual([])
  })

  it('has its place beside those of others, where there is not room for all', async () => {
    const many = Array.from({ length: shownRecognitionsLimit + 3 }, (_, nth) => `more ${nth}`)
    const now = world.clock.now()
    await center.deliver(
      storyCall(now, { id: 'of ana', rep: 'ana', seconds: 3_000 }),
      ...many.map((id) => storyCall(now, { id, rep: 'rita', seconds: 2_700 })),
    )
    await world.house.balance.lookAtAll()
    await show(ana, 'of ana')
    for (const id of many) {
      world.clock.pass(1)
      await show(rita, id)
    }
    const shown = await board()
    expect(shown).toHaveLength(shownRecognitionsLimit)
    expect(shown.at(-1)).toEqual([50, 'no internet'])
    const all = []
    for (let after: string | undefined, more = true; more;) {
      const { items, next } = await rita.ask(shownRecognitions, {
        query: { limit: 6, ...(after === undefined ? {} : { after }) },
      })
      all.push(...items.map(({ callId }) => callId))
      after = next ?? undefined
      more = next !== null
    }
    expect(new Set(all).size).toBe(many.length)
  })
})
