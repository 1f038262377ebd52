import postgres, { type Sql } from 'postgres'
import { type CellKeys, findCells, wantedCells } from '../../server/calls/cell-store.ts'
import { customerHasher, type CustomerKey } from '../../server/calls/customer-key.ts'
import { type Columns, copyRows, Hex } from '../../server/database/copy-rows.ts'
import { chanceFunction } from './balance-chance.ts'
import { reps, stepsAfter, stepsBefore, teams } from './balance-facts.ts'

export const feedName = 'bench'
const callsPerCustomer = 5
const customersAtATime = 100_000
const triggered = ['call', 'leg']
const scratch = ['issue', 'rep', 'slot', 'call', 'numbered', 'linked', 'told']

/** The number a customer of the world calls from. */
export const phoneOf = (customer: number): string => `+49 30 ${10_000_000 + customer}`

type Given = { url: string; legs: number; organizationId: number; secret: string }

/**
 * Fills an organization with two years of calls, the same at every run. Everything linking would
 * derive is derived by one statement for all; keys, indexes and the triggers that note changed
 * days come back afterwards, and every day is noted as changed.
 *
 * @returns what each step took, in seconds
 */
export async function loadWorld(given: Given): Promise<{ name: string; seconds: number }[]> {
  const sql = postgres(given.url, {
    max: 1,
    onnotice: () => undefined,
    connection: { work_mem: '1200MB', maintenance_work_mem: '1500MB', synchronous_commit: 'off' },
  })
  const took: { name: string; seconds: number }[] = []
  const timed = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const beganAt = performance.now()
    const result = await work()
    took.push({ name, seconds: (performance.now() - beganAt) / 1000 })
    console.log(`  ${name}: ${((performance.now() - beganAt) / 1000).toFixed(1)} s`)
    return result
  }
  try {
    await setUnsafe(sql, true)
    await timed('people', () => writePeople(sql, given))
    const [feed] = await sql<{ id: number }[]>`
      insert into feed (organization_id, source) values (${given.organizationId}, ${feedName})
      returning id`
    const customers = Math.round(given.legs / callsPerCustomer)
    const size = { ...given, customers, feedId: feed?.id ?? 0 }
    await timed('customers', () => writeCustomers(sql, given, customers))
    await sql.unsafe(chanceFunction)
    for (const step of stepsBefore(size)) await timed(step.name, () => sql.unsafe(step.sql))
    await timed('cells', () => writeCells(sql, given.organizationId))
    const restore = await takeIndexesAway(sql)
    for (const step of stepsAfter(size)) await timed(step.name, () => sql.unsafe(step.sql))
    for (const name of scratch) await sql.unsafe(`drop table bench_${name}`)
    await timed('keys and indexes', restore)
    await timed('vacuum and analyze', () => sql.unsafe('vacuum analyze').simple())
  } finally {
    await setUnsafe(sql, false)
    await sql.end()
  }
  return took
}

/** While it is loaded, a world that can be made again needs no protection from a power cut. */
async function setUnsafe(sql: Sql, isUnsafe: boolean): Promise<void> {
  for (const setting of ['fsync', 'full_page_writes']) {
    const order = isUnsafe ? `set ${setting} = off` : `reset ${setting}`
    await sql.unsafe(`alter system ${order}`)
  }
  await sql`select pg_reload_conf()`
  if (!isUnsafe) await sql`checkpoint`
}

async function writePeople(sql: Sql, { organizationId }: Given): Promise<void> {
  await sql`
    insert into team (organization_id, id, name) overriding system value
    select ${organizationId}, n, 'Team ' || lpad(n::text, 2, '0') from generate_series(1, ${teams}) n`
  await sql`
    insert into rep (organization_id, id, name, team_id, is_confirmed) overriding system value
    select ${organizationId}, n, 'Rep ' || lpad(n::text, 3, '0'), 1 + (n - 1) / ${reps / teams}::int,
      true
    from generate_series(1, ${reps}) n`
  await sql`
    insert into rep_alias (organization_id, id, source, alias, rep_id) overriding system value
    select ${organizationId}, n, ${feedName}, 'Rep ' || lpad(n::text, 3, '0'), n
    from generate_series(1, ${reps}) n`
  for (const table of ['team', 'rep', 'rep_alias']) {
    await sql`select setval(pg_get_serial_sequence(${table}, 'id'), ${reps})`
  }
}

const customerColumns: Columns<{ n: number; known: CustomerKey }> = {
  n: (row) => row.n,
  key: ({ known }) => (known ? new Hex(known.hex) : null),
  masked: ({ known }) => known?.masked ?? null,
}

/** Customers under the very keys the product will give them when their calls are sent again. */
async function writeCustomers(sql: Sql, given: Given, customers: number): Promise<void> {
  const hash = customerHasher(given.secret, given.organizationId)
  await sql`create unlogged table bench_customer (n int, key bytea, masked text)`
  for (let from = 1; from <= customers; from += customersAtATime) {
    const length = Math.min(customersAtATime, customers - from + 1)
    const rows = Array.from({ length }, (_, place) => {
      const known = hash(phoneOf(from + place))
      return { n: from + place, known }
    })
    await sql.begin((transaction) => copyRows(transaction, 'bench_customer', customerColumns, rows))
  }
}

async function writeCells(sql: Sql, organizationId: number): Promise<void> {
  const kinds = await sql<CellKeys[]>`
    select distinct queue_name as queue, issue_name as issue, audience, null as language,
      position_step as position, frequency_step as frequency
    from bench_told where not is_abandoned`
  const wanted = wantedCells()
  for (const kind of kinds) wanted.want(kind)
  await sql.begin((transaction) => findCells(transaction, organizationId, wanted))
  await sql`analyze cell`
}

/** Building an index at the end takes a fraction of keeping it all along. */
async function takeIndexesAway(sql: Sql): Promise<() => Promise<void>> {
  const constraints = await sql<{ table: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as table, conname as name,
      pg_get_constraintdef(oid) as definition
    from pg_constraint where conrelid = any(${triggered}::regclass[]) and contype in ('p', 'u')`
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename = any(${triggered}) and indexname <> all(${constraints.map(({ name }) => name)})`
  for (const table of triggered) await sql`alter table ${sql(table)} disable trigger user`
  for (const { table, name } of constraints) {
    await sql`alter table ${sql(table)} drop constraint ${sql(name)}`
  }
  for (const { name } of indexes) await sql`drop index ${sql(name)}`
  return async () => {
    for (const { table, name, definition } of constraints) {
      await sql.unsafe(`alter table ${table} add constraint ${name} ${definition}`)
    }
    for (const { definition } of indexes) await sql.unsafe(definition)
    for (const table of triggered) await sql`alter table ${sql(table)} enable trigger user`
  }
}
