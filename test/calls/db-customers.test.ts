import { expect, it } from 'vitest'
import * as calls from '../../shared/calls/contract.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord } from '../world/records.ts'

const world = await openWorld()

/** Every row of every table, as text. */
async function everything(): Promise<string> {
  const sql = world.database.reading
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`
  expect(tables.length).toBeGreaterThan(10)
  const texts = await Promise.all(
    tables.map(({ name }) => sql<{ row: string }[]>`select t::text as row from ${sql(name)} t`),
  )
  return texts
    .flat()
    .map(({ row }) => row)
    .join('\n')
}

const number = '+49 30 901820'
const address = 'Erika.Mustermann@example.org'

it('a customer is never stored as they were named', async () => {
  const center = await world.center()
  const reply = await center.deliver(
    callRecord({ customer: number, externalId: 'one' }),
    callRecord({ customer: address }),
    callRecord({ customer: 'crm-4711' }),
    callRecord({ customer: number, queue: 'sales', externalId: 'one' }),
    callRecord({ customer: address, startedAt: '2030-01-01T00:00:00Z' }),
    callRecord({ customer: 7 as unknown as string, queue: '' }),
  )
  expect(reply).toMatchObject({ accepted: 3, superseded: 1 })
  const stored = (await everything()).toLowerCase()
  const written = [number, '901820', '4930901820', address, 'mustermann', 'crm-4711']
  for (const clear of written) {
    expect(stored).not.toContain(clear.toLowerCase())
    expect(stored).not.toContain(Buffer.from(clear).toString('hex'))
  }
})

it('is shown masked: enough to recognize, not enough to call', async () => {
  const center = await world.center()
  await center.deliver(callRecord({ customer: number, externalId: 'one' }))
  const reader = await center.key('read')
  const { items } = await reader.ask(calls.list)
  expect(items[0]?.customer).toBe('•••820')
  const callId = await center.callId('one')
  expect((await reader.ask(calls.show, { params: { callId } })).customer).toBe('•••820')
})

it('is one customer however the number is spaced, and nobody where it is withheld', async () => {
  const center = await world.center()
  await center.deliver(
    callRecord({ customer: '+49 30 901820', startedAt: '2026-02-02T09:00:00Z' }),
    callRecord({ customer: '+4930-901820', startedAt: '2026-02-03T09:00:00Z', externalId: 'b' }),
    callRecord({ customer: 'Anonymous', startedAt: '2026-02-03T09:00:00Z', externalId: 'c' }),
    callRecord({ customer: 'anonymous', startedAt: '2026-02-04T09:00:00Z', externalId: 'd' }),
  )
  const reader = await center.key('read')
  const page = async (id: string) =>
    reader.ask(calls.show, { params: { callId: await center.callId(id) } })
  expect((await page('b')).position).toBe(2)
  expect(await page('d')).toMatchObject({ position: null, outcome: { isLinkable: false } })
})

it('has another hash in another organization', async () => {
  const [one, other] = [await world.center(), await world.center()]
  for (const center of [one, other]) await center.deliver(callRecord({ customer: number }))
  const rows = await world.database.reading<{ key: string }[]>`
    select distinct encode(customer_key, 'hex') as key from call
    where organization_id in (${one.id}, ${other.id})`
  expect(rows).toHaveLength(2)
})
