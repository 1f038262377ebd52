import postgres from 'postgres'
import { findState } from '../../server/balance/state-store.ts'
import { addDays } from '../../server/balance/day.ts'
import { type Home } from './balance-home.ts'
import { type Duck, openDuck } from './balance-duckdb.ts'
import { median, timeOf } from './balance-measure.ts'
import { assertSame, figuresOfFacts, figuresOfSums } from './balance-sums.ts'
import {
  type Dialect,
  type Ground,
  type YardstickName,
  yardsticksOf,
} from './balance-yardsticks.ts'

/** How long one statement over the facts takes, in milliseconds: medians of five. */
export type Yardstick = { name: YardstickName; postgres: number; duckdb: number; rows: number }

const times = 5
const trendWeeks = 26

/** What the engine's sums rest on, read from its own state. */
export async function groundOf({ database, loaded }: Home): Promise<Ground> {
  const { organizationId } = loaded
  const state = await findState(database.reading, organizationId)
  const { watermark, fromDay, toDay, baseline } = state
  if (!watermark || fromDay === null || toDay === null || baseline === null) {
    throw new Error('Nothing has been summed up.')
  }
  const week = addDays(toDay, -7 * (trendWeeks - 1))
  const sinceMonday = (new Date(`${week}T00:00:00Z`).getUTCDay() + 6) % 7
  const trendFrom = addDays(week, -sinceMonday)
  return { organizationId, watermark, fromDay, toDay, baseline, trendFrom }
}

/**
 * Times each statement on PostgreSQL and on DuckDB, and holds what both count against the sums
 * that the answers rest on.
 *
 * @throws where any two differ
 */
export async function compare(home: Home): Promise<{ version: string; yardsticks: Yardstick[] }> {
  const ground = await groundOf(home)
  const duck = await openDuck(home.url, home.folder)
  const sql = postgres(home.url, {
    max: 1,
    types: { bigint: postgres.BigInt },
    connection: { TimeZone: 'UTC', work_mem: '256MB' },
  })
  try {
    const names = Object.keys(yardsticksOf('postgres', ground)) as YardstickName[]
    const yardsticks: Yardstick[] = []
    for (const name of names) {
      const known = await figuresOfSums(name, home.database.reading, ground)
      const ask = async (dialect: Dialect): Promise<number> => {
        const statement = yardsticksOf(dialect, ground)[name]
        const asked = () => askOf(dialect, { sql, duck }, statement)
        assertSame(`${name}: sums and ${dialect}`, known, figuresOfFacts(name, await asked()))
        const took: number[] = []
        for (let n = 0; n < times; n += 1) took.push(await timeOf(asked))
        return median(took)
      }
      yardsticks.push({
        ...{ name, rows: known.size },
        ...{ postgres: await ask('postgres'), duckdb: await ask('duckdb') },
      })
      console.log('  ', yardsticks.at(-1))
    }
    return { version: duck.version, yardsticks }
  } finally {
    await sql.end({ timeout: 1 })
    await duck.close()
  }
}

const askOf = async (
  dialect: Dialect,
  { sql, duck }: { sql: postgres.Sql<{ bigint: bigint }>; duck: Duck },
  statement: string,
): Promise<Record<string, unknown>[]> =>
  dialect === 'duckdb' ? duck.ask(statement) : [...(await sql.unsafe(statement))]
