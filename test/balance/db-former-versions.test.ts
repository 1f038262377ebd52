import { expect, it } from 'vitest'
import * as balance from '../../shared/balance/contract.ts'
import * as calls from '../../shared/calls/contract.ts'
import { openWorld } from '../world/open-world.ts'
import { balanceOf } from './balance-of.ts'
import { backdrop, dayZero, recordsOf, simpleCall } from './small-worlds.ts'

const world = await openWorld('2026-03-20T09:00:00Z')

/** The versions of which a table holds anything. */
async function versionsIn(table: 'reference_cell' | 'reference_band', organizationId: number) {
  const sql = world.database.reading
  const rows = await sql<{ version: number }[]>`
    select distinct version from ${sql(table)}
    where organization_id = ${organizationId} order by version`
  return rows.map(({ version }) => version)
}

it('a former version keeps its row, but no sums unless something is compared with it', async () => {
  const { center, reader, take, rebuild } = await balanceOf(world, recordsOf(backdrop))
  const before = await reader.ask(balance.reps)
  for (let built = 2; built <= 5; built += 1) expect(await rebuild()).toBe(built)
  expect(await versionsIn('reference_cell', center.id)).toEqual([1, 4, 5])
  expect(await versionsIn('reference_band', center.id)).toEqual([1, 5])
  const rows = await world.database.reading`
    select id, legs::int, reps from reference_version
    where organization_id = ${center.id} order by id`
  expect(rows).toHaveLength(5)
  expect(rows.every(({ legs, reps }) => legs === rows[0]!['legs'] && reps === 5)).toBe(true)

  // What rests on the current version and on the baseline says what it said.
  const after = await reader.ask(balance.reps)
  expect(after.reps.map(({ effect }) => effect)).toEqual(before.reps.map(({ effect }) => effect))
  expect((await reader.ask(balance.trend)).baseline).toBe(1)

  // A place that is new is still described under both, and a call still has its percentile.
  const late = { id: 'late', customer: 'late', startedAt: dayZero + 3600 }
  await take(...recordsOf([simpleCall('ana', { ...late, issue: 'tv' }, 900)]))
  const described = await world.database.reading`
    select distinct b.version, b.resolution > 0 as is_expected from reference_band b
    join cell k on k.organization_id = b.organization_id and k.id = b.cell_id
    where b.organization_id = ${center.id} and k.issue = 'tv' order by b.version`
  expect(described).toEqual([
    { version: 1, is_expected: true },
    { version: 5, is_expected: true },
  ])
  const params = { callId: await center.callId('late') }
  const page = await reader.ask(calls.show, { params })
  expect(page.legs[0]).toMatchObject({ time: { usual: { version: 5 } } })
  expect(page.legs[0]!.percentile).toBeGreaterThan(0.5)
})
