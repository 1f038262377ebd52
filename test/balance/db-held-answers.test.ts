import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import * as balance from '../../shared/balance/contract.ts'
import * as roster from '../../shared/roster/contract.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord, legRecord } from '../world/records.ts'
import { requestOf } from '../world/request-of.ts'

const world = await openWorld('2026-03-30T09:00:00Z')
const center = await world.center()
const team = await center.team('Red')
const names = ['ana', 'bo', 'cy', 'dee', 'eve']
const ids: number[] = []
for (const name of names) ids.push(await center.rep(name, team))
const record = (place: number, customer: string) =>
  callRecord({
    externalId: `call ${place}`,
    startedAt: new Date(Date.UTC(2026, 1, 1 + (place % 30), 9, place % 60)).toISOString(),
    customer,
    legs: [legRecord({ rep: names[place % names.length]!, talkSeconds: 60 + place })],
  })
await center.deliver(
  ...Array.from({ length: 240 }, (_, place) => record(place, `+49 30 55${place % 170}`)),
)
await center.completeUntil('2026-03-20T00:00:00Z')
await world.house.balance.lookAtAll()
const admin = await center.person('admin')
const leader = await center.person('supervisor', { teamIds: [] })

/** The answer as it travels. */
const repsAs = (encoding: string) =>
  world.house.app.inject({
    ...requestOf(balance.reps, {}),
    headers: { cookie: admin.cookie, 'accept-encoding': encoding },
  })

it('says the same in a held answer as in a new one, to everybody only what they may see', async () => {
  const first = await admin.ask(balance.reps)
  expect(first.reps).toHaveLength(names.length)
  expect(await admin.ask(balance.reps)).toEqual(first)
  expect((await leader.ask(balance.reps)).reps).toEqual([])
  expect((await admin.ask(balance.reps, { query: { measure: 'return_24h' } })).measure).toBe(
    'return_24h',
  )
  expect(await admin.ask(balance.reps)).toEqual(first)
})

it('compresses a held answer for who takes it so, and for nobody else', async () => {
  const plain = await repsAs('identity')
  const zipped = await repsAs('br;q=0.5, gzip')
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
  expect(gunzipSync(zipped.rawPayload).toString()).toBe(plain.body)
  expect((await repsAs('gzip;q=0')).headers['content-encoding']).toBeUndefined()
})

it('forgets it with a name, a team, a call, or a day that waits', async () => {
  const nameOf = async () =>
    (await admin.ask(balance.reps)).reps.find(({ rep }) => rep.id === ids[1])?.rep.name
  expect(await nameOf()).toBe('bo')
  await admin.tell(roster.changeRep, { params: { repId: ids[1]! }, body: { name: 'Bo Green' } })
  expect(await nameOf()).toBe('Bo Green')
  const before = (await admin.ask(balance.reps)).reps.reduce((sum, { mature }) => sum + mature, 0)
  await center.deliver(record(1_000, '+49 30 99999'))
  expect((await admin.ask(balance.reps)).daysWaiting).toBeGreaterThan(0)
  await world.house.balance.lookAtAll()
  const after = await admin.ask(balance.reps)
  expect(after.daysWaiting).toBe(0)
  expect(after.reps.reduce((sum, { mature }) => sum + mature, 0)).toBe(before + 1)
})
