import { describe, expect, it } from 'vitest'
import * as balance from '../../shared/balance/contract.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord, legRecord } from '../world/records.ts'

const world = await openWorld('2026-03-30T09:00:00Z')
const center = await world.center()
const teams = { red: await center.team('Red'), blue: await center.team('Blue') }
const names = ['ana', 'bo', 'cy', 'dee', 'eve', 'flo'] as const
const ids = new Map<string, number>()
for (const [place, name] of names.entries()) {
  ids.set(name, await center.rep(name, place % 2 === 0 ? teams.red : teams.blue))
}
const idOf = (name: string): number => ids.get(name)!
await center.deliver(
  ...Array.from({ length: 240 }, (_, place) =>
    callRecord({
      startedAt: new Date(Date.UTC(2026, 1, 1 + (place % 30), 9, place % 60)).toISOString(),
      customer: `+49 30 55${place % 170}`,
      legs: [legRecord({ rep: names[place % names.length]!, talkSeconds: 60 + place })],
    }),
  ),
)
await center.completeUntil('2026-03-20T00:00:00Z')
await world.house.balance.lookAtAll()
const admin = await center.person('admin')
const leader = await center.person('supervisor', { teamIds: [teams.red] })
const ana = await center.person('rep', { repId: idOf('ana') })
const nobody = await center.person('supervisor', { teamIds: [] })

describe('who sees whose standing', () => {
  const namesSeen = async (who: typeof admin, query = {}) =>
    (await who.ask(balance.reps, { query })).reps.map(({ rep }) => rep.name)

  it('an administrator everybody, by name and never by a number', async () => {
    expect(await namesSeen(admin)).toEqual([...names])
  })

  it('a supervisor the team they lead, whatever they ask for', async () => {
    expect(await namesSeen(leader)).toEqual(['ana', 'cy', 'eve'])
    expect(await namesSeen(leader, { team: teams.blue })).toEqual([])
    expect(await namesSeen(leader, { from: '2026-02-01', to: '2026-03-01' })).toEqual([
      ...['ana', 'cy', 'eve'],
    ])
    expect(await namesSeen(nobody)).toEqual([])
  })

  it('a rep themselves, and exactly what their supervisor sees', async () => {
    const own = await ana.ask(balance.reps)
    const supervised = await leader.ask(balance.reps)
    expect(own.reps).toEqual(supervised.reps.filter(({ rep }) => rep.id === idOf('ana')))
    expect(own.reps).toHaveLength(1)
  })

  it('nobody what three reps disclose of one another', async () => {
    const small = await world.center()
    const team = await small.team('Green')
    const three = names.slice(0, 3)
    const repIds = await Promise.all(three.map((name) => small.rep(name, team)))
    await small.deliver(
      ...Array.from({ length: 120 }, (_, place) =>
        callRecord({
          startedAt: new Date(Date.UTC(2026, 1, 1 + (place % 30), 9, place % 60)).toISOString(),
          legs: [legRecord({ rep: three[place % three.length]! })],
        }),
      ),
    )
    await small.completeUntil('2026-03-20T00:00:00Z')
    await world.house.balance.lookAtAll()
    const withheld = { have: 3, need: 4 }
    const owner = await small.person('admin')
    const rep = await small.person('rep', { repId: repIds[0]! })
    for (const who of [owner, rep]) {
      expect(await who.ask(balance.reps)).toMatchObject({ withheld, reps: [] })
      const asked = [{}, { rep: repIds[0]! }, { team }]
      for (const query of asked) {
        const told = await who.ask(balance.trend, { query })
        expect(told).toMatchObject({ withheld, weeks: [], limits: null })
      }
    }
    const { habits } = await owner.ask(balance.repHabits, { query: { rep: repIds[0]! } })
    expect(habits).toEqual([])
  })

  it('trends, habits and lists stay within it too', async () => {
    const bo = idOf('bo')
    const refusals = [
      await ana.refused(balance.trend, { query: { rep: bo } }),
      await leader.refused(balance.repHabits, { query: { rep: bo } }),
      await leader.refused(balance.trend, { query: { team: teams.blue } }),
    ]
    expect(refusals.map(({ reason }) => reason)).toEqual([
      ...['rep_unknown', 'rep_unknown', 'team_unknown'],
    ])
    const recognized = (await leader.ask(balance.recognitions, { query: { limit: 200 } })).items
    const toTalkAbout = (await leader.ask(balance.coaching, { query: { limit: 200 } })).items
    const whose = [...recognized.map(({ call }) => call), ...toTalkAbout].map(({ rep }) => rep.name)
    expect(whose).not.toEqual([])
    expect(whose.filter((name) => !['ana', 'cy', 'eve'].includes(name))).toEqual([])
    const { groups } = await leader.ask(balance.resolution, { query: { by: 'team' } })
    expect(groups.map(({ name }) => name)).toEqual(['Red'])
    const { statements } = await leader.ask(balance.signs, { query: { by: 'team' } })
    expect(statements.filter(({ name }) => name === 'Blue')).toEqual([])
  })

  it('every standing says its version, its days and up to when the records are complete', async () => {
    const told = await admin.ask(balance.reps)
    expect(told).toMatchObject({
      ...{ version: 1, watermark: '2026-03-20T00:00:00.000Z', to: '2026-03-13' },
      ...{ from: '2026-01-17', daysWaiting: 0, withheld: null, measure: 'same_issue_7d' },
    })
    expect(told.reps.reduce((sum, { mature }) => sum + mature, 0)).toBe(240)
  })

  it('a span the wrong way round is refused by name', async () => {
    const query = { from: '2026-03-02', to: '2026-03-01' }
    expect(await admin.refused(balance.reps, { query })).toMatchObject({
      ...{ status: 400, reason: 'span_backwards', fields: [{ field: 'from' }] },
    })
  })

  it('the kept weeks and the same days asked for say the same', async () => {
    const kept = await admin.ask(balance.reps)
    const asked = await admin.ask(balance.reps, { query: { from: kept.from!, to: kept.to! } })
    expect(asked).toEqual(kept)
  })
})
