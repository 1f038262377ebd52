import { expect, it } from 'vitest'
import * as balance from '../../shared/balance/contract.ts'
import { type Center } from '../world/center.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord, legRecord } from '../world/records.ts'

const world = await openWorld('2026-03-30T09:00:00Z')
const narrow = { audience: false, language: true, positionUpTo: 2, frequencyDays: 30 }

/** Forty customers who call more or less often, in two languages and from two audiences. */
const records = Array.from({ length: 200 }, (_, place) =>
  callRecord({
    externalId: `call ${place}`,
    startedAt: new Date(Date.UTC(2026, 0, 1 + ((place * 7) % 60), 9, place % 60)).toISOString(),
    customer: place % 9 === 0 ? null : `+49 30 77${(place * place) % 40}`,
    audience: place % 2 === 0 ? 'consumer' : 'business',
    language: place % 3 === 0 ? 'de' : 'en',
    legs: [legRecord({ rep: `rep ${place % 5}`, talkSeconds: 60 + place })],
  }),
)

/** Each leg with the keys of its cell. */
const cellsOf = (center: Center) => world.database.reading`
  select c.external_id, k.queue, k.issue, k.audience, k.language, k.position, k.frequency
  from leg l
  join call c on c.organization_id = l.organization_id and c.id = l.call_id
  join cell k on k.organization_id = l.organization_id and k.id = l.cell_id
  where l.organization_id = ${center.id} order by c.external_id`

it('a changed case mix sorts the calls that are there as if it had been so from the start', async () => {
  const [changed, fromTheStart] = [await world.center(), await world.center()]
  await changed.deliver(...records)
  const before = [...(await cellsOf(changed))]
  const admins = [await changed.person('admin'), await fromTheStart.person('admin')] as const
  for (const admin of admins) await admin.tell(balance.changeCaseMix, { body: narrow })
  await fromTheStart.deliver(...records)
  const again = await admins[0].refused(balance.changeCaseMix, { body: narrow })
  expect(again.reason).toBe('already_building')
  await world.house.balance.lookAtAll()
  const after = [...(await cellsOf(changed))]
  expect(after).not.toEqual(before)
  expect(after).toEqual([...(await cellsOf(fromTheStart))])
  expect(await admins[0].ask(balance.caseMix)).toEqual({ caseMix: narrow, isSorting: false })
})

it('a version built by hand says what is in it; without a mature call none is built', async () => {
  const center = await world.center()
  const admin = await center.person('admin')
  expect((await admin.refused(balance.rebuild, { body: {} })).reason).toBe('nothing_mature')
  await center.deliver(...records)
  await center.completeUntil('2026-03-20T00:00:00Z')
  await world.house.balance.lookAtAll()
  const body = { from: '2026-01-10', to: '2026-01-31' }
  const built = await admin.tell(balance.rebuild, { body })
  const linkable = records.filter(
    ({ customer, startedAt }) =>
      customer !== null && startedAt >= body.from && startedAt < '2026-02-01',
  )
  expect(built).toMatchObject({ version: 2, ...body, legs: linkable.length, reps: 5 })
  expect(await admin.ask(balance.reps)).toMatchObject({ version: 2, daysWaiting: 0 })
  const early = { from: '2019-01-01', to: '2019-02-01' }
  expect((await admin.refused(balance.rebuild, { body: early })).reason).toBe('nothing_mature')
})
