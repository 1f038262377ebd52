import { dayTables } from '../../server/balance/day-tables.ts'
import { type Database } from '../../server/database/connect.ts'

/** Everything that is kept of calls and added up from them, but for what is only a number. */
const tables = [
  ...['leg', 'stint', 'offer', 'chain_end', 'rep_day', 'noted_leg', 'standing', 'rep_ledger'],
  ...['rep_description', 'reference_band', 'reference_cell', 'reflection'],
  ...dayTables.flatMap(({ name, span }) => [name, span]),
]

type Row = Record<string, unknown>

/** What was expected by the baseline, where one center's was built from more records. */
const ofBaseline = ['expected_sum', 'expected', 'excess_sum']

/**
 * All rows that are kept of a center, with reps, names, calls and kinds of calls in words instead
 * of numbers, so that two centers can be compared.
 *
 * @param isBaselineSame whether both have built their baseline when they had the same records
 */
export async function keptOf(
  { reading: sql }: Database,
  organizationId: number,
  isBaselineSame: boolean,
): Promise<Record<string, string[]>> {
  const words = await wordsOf(sql, organizationId)
  const kept: Record<string, string[]> = {}
  for (const table of [...new Set(tables)]) {
    const rows = await sql<{ row: Row }[]>`
      select to_jsonb(t) as row from ${sql(table)} t where organization_id = ${organizationId}`
    const told = rows.flatMap(({ row }) => tell(row, table, words, isBaselineSame))
    kept[table] = told.map((row) => JSON.stringify(row)).sort()
  }
  return kept
}

type Words = {
  columns: Record<string, Map<number, string>>
  version: number | null
  baseline: number | null
}

async function wordsOf(sql: Database['reading'], organizationId: number): Promise<Words> {
  const named = async (query: Promise<{ id: number; name: string }[]>) =>
    new Map((await query).map(({ id, name }) => [id, name]))
  const call = await named(sql`
    select id::float8, external_id as name from call where organization_id = ${organizationId}`)
  const [state] = await sql<{ version: number | null; baseline: number | null }[]>`
    select version, baseline from balance_state where organization_id = ${organizationId}`
  const rep = await named(sql`
    select id, name from rep where organization_id = ${organizationId}`)
  return {
    columns: {
      rep_id: rep.set(0, 'everybody'),
      alias_id: await named(sql`
        select id, alias as name from rep_alias where organization_id = ${organizationId}`),
      cell_id: await named(sql`
        select id, concat_ws('/', level, queue, issue, position, frequency) as name
        from cell where organization_id = ${organizationId}`),
      call_id: call,
      chain_id: call,
    },
    version: state?.version ?? null,
    baseline: state?.baseline ?? null,
  }
}

function tell(row: Row, table: string, words: Words, isBaselineSame: boolean): Row[] {
  const isOfVersion = table.startsWith('reference_')
  if (isOfVersion && row['version'] !== words.version) return []
  if (isOfSpan(table) && isNothing(row)) return []
  const left = new Set(['organization_id', 'version', 'inputs'])
  if (!isBaselineSame) for (const column of ofBaseline) left.add(column)
  const told = Object.entries(row).flatMap(([column, value]): [string, unknown][] => {
    if (left.has(column)) return []
    const map = words.columns[column]
    if (!map || value === null) return [[column, value]]
    return [[column, map.get(Number(value)) ?? `nobody knows ${column} ${JSON.stringify(value)}`]]
  })
  return [Object.fromEntries(told)]
}

const isOfSpan = (table: string): boolean => /^(span_|rep_description$)/.test(table)

/** Rows of a span that have come to nothing stay until a day leaves the weeks. */
const isNothing = (row: Row): boolean =>
  Object.entries(row).every(
    ([column, value]) =>
      /_id$|^(after_days|code|seconds)$/.test(column) ||
      [value].flat().every((each) => each === null || each === 0),
  )
