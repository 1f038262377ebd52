import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { rebuildNow } from '../../server/balance/bring-up-to-date.ts'
import { dayTables } from '../../server/balance/day-tables.ts'
import { findProgress } from '../../server/balance/reference-store.ts'
import { dropEmptySpans } from '../../server/balance/span-store.ts'
import { clock } from '../../server/clock.ts'
import { type Database } from '../../server/database/connect.ts'

/**
 * Facts and what is derived from them; none rests on when a version of the reference was built. A
 * leg tells which cell it is in: one that nobody is in any more is left over by the order of arrival.
 */
const keptTables = [
  ...['call', 'leg', 'offer', 'evidence', 'feed', 'rep_alias'],
  ...['balance_day', 'habit_day', 'return_day', 'code_day', 'chain_end', 'chain_day'],
  'seconds_day',
]
/** What is reckoned from a version of the reference, comparable where both were built anew. */
const versionTables = [
  ...['reference_cell', 'reference_band', 'standing', 'rep_ledger', 'rep_day', 'noted_leg'],
  ...['span_cell', 'span_habit', 'span_return', 'span_code', 'span_chain', 'span_seconds'],
]
/**
 * What may differ between two runs that are equal: instants of their own, and how many versions
 * there were before (`inputs` is a hash that has the version's number in it).
 */
const passing = new Set([
  ...['organization_id', 'last_received_at', 'recorded_at', 'created_at', 'version', 'inputs'],
])
/** How much reps differ is taken from the version before, so that the second one rests on nothing older. */
const versionsAnew = 2
const summedSecondsLimit = 300
const lookMilliseconds = 250

/** A table as a count of rows and a sum over their hashes, which no order changes. */
export type Digest = { table: string; rows: number; sum: string }

type Row = Readonly<Record<string, unknown>>
type Names = (column: string, value: unknown) => unknown

/** Waits until every day that changed was worked out. */
export async function waitUntilSummed(database: Database): Promise<void> {
  const until = performance.now() + summedSecondsLimit * 1000
  for (;;) {
    const [waiting] = await database.reading<{ days: number }[]>`
      select count(*)::int as days from changed_day`
    if (waiting?.days === 0) return
    if (performance.now() > until) {
      throw new Error(`${waiting?.days ?? 0} days were not summed up in ${summedSecondsLimit} s.`)
    }
    await wait(lookMilliseconds)
  }
}

/** What imports keep up to date, with names in the place of numbers. */
export const digestKept = (database: Database): Promise<Digest[]> => digestOf(database, keptTables)

/**
 * The reference, its bands, and everybody's standings and sums, after the reference was built
 * anew: when versions were built in between depends on pauses between records.
 */
export async function digestAnew(database: Database): Promise<Digest[]> {
  const [progress] = await findProgress(database.reading)
  if (!progress) throw new Error('There is no organization to compare.')
  let newest = 0
  for (let times = 0; times < versionsAnew; times += 1) {
    const built = await rebuildNow(database, progress, { clock, span: {} })
    if (typeof built === 'string') throw new Error(`The reference could not be built: ${built}.`)
    newest = built.id
  }
  // A row that adds up to nothing is as good as none, and is taken away when weeks move on.
  await database.writing.begin((transaction) =>
    dropEmptySpans(transaction, dayTables, progress.organizationId),
  )
  return digestOf(database, versionTables, newest)
}

async function digestOf(
  database: Database,
  tables: readonly string[],
  newest?: number,
): Promise<Digest[]> {
  const names = await namesIn(database)
  const digests: Digest[] = []
  for (const table of tables) {
    let rows = 0
    let sum = 0n
    const query = database.reading<{ row: Row }[]>`
      select to_jsonb(t) as row from ${database.reading(table)} t`
    for await (const batch of query.cursor(5_000)) {
      const shown = batch.map(({ row }) => row).filter((row) => isOfVersion(row, newest))
      for (const row of shown) {
        rows += 1
        sum = BigInt.asUintN(128, sum + hashOf(table, row, names))
      }
    }
    digests.push({ table, rows, sum: sum.toString(16) })
  }
  return digests
}

const isOfVersion = ({ version }: Row, newest?: number): boolean =>
  typeof version !== 'number' || version === newest

export function differencesOf(ours: readonly Digest[], theirs: readonly Digest[]): string[] {
  return ours.flatMap((digest) => {
    const other = theirs.find(({ table }) => table === digest.table)
    if (other?.rows === digest.rows && other.sum === digest.sum) return []
    return [`${digest.table}: ${digest.rows} rows, undisturbed ${other?.rows ?? 0}, not the same`]
  })
}

function hashOf(table: string, row: Row, names: Names): bigint {
  const told = Object.entries(row)
    .filter(([column]) => !passing.has(column) && !isOwnNumber(table, column))
    .map(([column, value]) => [column, names(column, value)])
  const hash = createHash('sha1').update(JSON.stringify(told)).digest('hex')
  return BigInt(`0x${hash.slice(0, 32)}`)
}

/** Numbers that a sequence gave; one is skipped where a transaction was cut off. */
const isOwnNumber = (table: string, column: string): boolean =>
  column === 'id' && ['call', 'feed', 'cell', 'rep_alias', 'evidence'].includes(table)

/** Looks up what a number stands for. */
async function namesIn(database: Database): Promise<Names> {
  const sql = database.reading
  const calls = await mapOf(sql<Named[]>`
    select c.id::text as id, f.source || '/' || c.external_id as name from call c
    join feed f on f.organization_id = c.organization_id and f.id = c.feed_id`)
  const feeds = await mapOf(sql<Named[]>`select id::text, source as name from feed`)
  const reps = await mapOf(sql<Named[]>`
    select rep_id::text as id, string_agg(source || '/' || alias, ',' order by source, alias) as name
    from rep_alias group by rep_id`)
  const aliases = await mapOf(sql<Named[]>`
    select id::text, source || '/' || alias as name from rep_alias`)
  const cells = await mapOf(sql<Named[]>`
    select id::text, concat_ws('/', level, coalesce(queue, '-'), coalesce(issue, '-'),
      coalesce(audience, '-'), coalesce(position, 0), coalesce(frequency, 0)) as name from cell`)
  const kinds: readonly [RegExp, ReadonlyMap<string, string>][] = [
    [/(^|_)(call|chain)_id$/, calls],
    [/^feed_id$/, feeds],
    [/rep_id$/, reps],
    [/^alias_id$/, aliases],
    [/^(cell|parent)_id$/, cells],
  ]
  return (column, value) => {
    const kind = value === null ? undefined : kinds.find(([pattern]) => pattern.test(column))
    return kind ? (kind[1].get(String(value)) ?? `unknown ${String(value)}`) : value
  }
}

type Named = { id: string; name: string }

const mapOf = async (rows: PromiseLike<Named[]>): Promise<ReadonlyMap<string, string>> =>
  new Map((await rows).map(({ id, name }) => [id, name]))
