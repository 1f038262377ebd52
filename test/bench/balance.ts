import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { compare, groundOf } from './balance-compare.ts'
import { measureCorrections, measureRebuilds, waitUntilSummed } from './balance-changes.ts'
import { type Home, openHome } from './balance-home.ts'
import { askerOf, measureQuestions } from './balance-measure.ts'
import { questionsOf } from './balance-questions.ts'
import { keepResult, writeReport } from './balance-report.ts'
import { type Result } from './balance-result.ts'
import { megabytesMost } from './process-cost.ts'
import { withServer } from './start-program.ts'

const options = {
  legs: { type: 'string', default: '1000000,10000000' },
  keep: { type: 'string' },
  use: { type: 'string' },
  times: { type: 'string', default: '5' },
} as const

/**
 * How fast the balance answers, at one or several sizes, against one statement over the facts in
 * PostgreSQL and in DuckDB. `--keep DIR` (or `--use DIR`) keeps each world in a folder of its own
 * there and finds it again; `--legs 1000000` takes one size; `--times 1` rebuilds and corrects once.
 */
export async function runBalance(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options })
  for (const legs of values.legs.split(',').map(Number)) {
    const home = await openHome(legs, values.use ?? values.keep ?? null)
    try {
      await keepResult(legs, await measure(home, Number(values.times)))
    } finally {
      await home.close()
    }
  }
  console.log(await writeReport())
}

async function measure(home: Home, times: number): Promise<Result> {
  const before = loadavg()[0] ?? 0
  const { database, loaded } = home
  const summing = await sumUp(home)
  console.log('statements over the facts')
  const compared = await compare(home)
  return withServer(settingsOf(home), async ({ address, child }) => {
    console.log('questions')
    const ground = await groundOf(home)
    const questions = await measureQuestions(
      askerOf(address, loaded.people),
      questionsOf(ground.toDay),
      async () => {
        await database.writing`update balance_state set revision = revision + 1`
      },
    )
    const answering = await megabytesMost(child.pid ?? 0)
    console.table(questions)
    console.log('corrections')
    const corrections = await measureCorrections(address, home, times)
    console.log('rebuilds')
    const rebuilds = await measureRebuilds(address, home, times)
    const all = await megabytesMost(child.pid ?? 0)
    return {
      ...(await sizeOf(home)),
      ...{ loadSeconds: loaded.loadSeconds, sumSeconds: summing?.seconds ?? null, questions },
      ...{ duckdb: compared.version, yardsticks: compared.yardsticks, rebuilds, corrections },
      megabytes: { summing: summing?.megabytes ?? null, answering, all },
      load: { before, after: loadavg()[0] ?? 0 },
    }
  })
}

/** The database runs already: one that the server had started it would stop when it stops. */
const settingsOf = ({ url, secret }: Home) => ({ DATABASE_URL: url, WELLSPENT_SECRET: secret })

/** Lets a server sum up all days as it would after an import; null where that is done. */
async function sumUp(home: Home): Promise<{ seconds: number; megabytes: number } | null> {
  const [waiting] = await home.database.reading<{ days: number }[]>`
    select count(distinct day)::int as days from changed_day where concerns <> 'later'`
  const isSummed = waiting?.days === 0
  return withServer(settingsOf(home), async ({ child }) => {
    console.log(`${waiting?.days ?? 0} days to sum up`)
    const seconds = await waitUntilSummed(home)
    console.log(`  summed up in ${seconds.toFixed(0)} s`)
    return isSummed ? null : { seconds, megabytes: await megabytesMost(child.pid ?? 0) }
  })
}

async function sizeOf({ database }: Home) {
  const [size] = await database.reading<{ legs: number; calls: number; gigabytes: number }[]>`
    select (select count(*) from leg)::int as legs, (select count(*) from call)::int as calls,
      (pg_database_size(current_database()) / 1e9)::float8 as gigabytes`
  return size ?? { legs: 0, calls: 0, gigabytes: 0 }
}
