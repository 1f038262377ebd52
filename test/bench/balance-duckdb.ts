import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import postgres from 'postgres'

/** DuckDB over the same rows. */
export type Duck = {
  version: string
  ask: (statement: string) => Promise<Record<string, unknown>[]>
  close: () => Promise<void>
}

/** Columns that a statement may need, in the order of the facts' time, with DuckDB's types. */
const tables = {
  call: {
    order: 'id',
    columns: {
      organization_id: 'INTEGER',
      id: 'BIGINT',
      started_at: 'TIMESTAMP',
      direction: 'VARCHAR',
      issue: 'VARCHAR',
      has_customer: 'BOOLEAN',
      chain_id: 'BIGINT',
      position: 'SMALLINT',
      next_same_issue_at: 'TIMESTAMP',
      next_any_at: 'TIMESTAMP',
      rep_claim: 'VARCHAR',
      csat_score: 'FLOAT',
    },
  },
  leg: {
    order: 'call_id, leg_no',
    columns: {
      organization_id: 'INTEGER',
      call_id: 'BIGINT',
      leg_no: 'SMALLINT',
      rep_id: 'INTEGER',
      cell_id: 'INTEGER',
      queue: 'VARCHAR',
      started_at: 'TIMESTAMP',
      handle_seconds: 'INTEGER',
      ended_by: 'VARCHAR',
      is_neutral: 'BOOLEAN',
      is_handed_on: 'BOOLEAN',
      is_suspect: 'BOOLEAN',
    },
  },
  cell: {
    order: 'id',
    columns: { organization_id: 'INTEGER', id: 'INTEGER', queue: 'VARCHAR', issue: 'VARCHAR' },
  },
  reference_band: {
    order: 'version, cell_id, rep_id',
    columns: {
      organization_id: 'INTEGER',
      version: 'INTEGER',
      cell_id: 'INTEGER',
      rep_id: 'INTEGER',
      resolution: 'DOUBLE',
    },
  },
} as const

/** How PostgreSQL says a column that DuckDB holds in another form. */
const said = (column: string): string => {
  if (column === 'has_customer') return 'customer_key is not null'
  return column.endsWith('_at') ? `${column} at time zone 'UTC'` : column
}

/** Copies the facts into a DuckDB file in a folder, through CSV, in order of time. */
export async function openDuck(url: string, folder: string): Promise<Duck> {
  const file = join(folder, 'facts.duckdb')
  await rm(file, { force: true })
  const instance = await DuckDBInstance.create(file)
  const connection = await instance.connect()
  for (const [table, { order, columns }] of Object.entries(tables)) {
    const csv = join(folder, `${table}.csv`)
    const asked = Object.keys(columns).map(said).join(', ')
    await writeCsv(url, `select ${asked} from ${table} order by ${order}`, csv)
    const types = Object.entries(columns).map(([name, type]) => `'${name}': '${type}'`)
    await connection.run(
      `create table ${table} as select * from read_csv('${csv}', header = false, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {${types.join()}})`,
    )
    await rm(csv)
  }
  await connection.run('checkpoint')
  const [told] = (await connection.runAndReadAll('select version() as version')).getRowObjects()
  return {
    version: String(told?.['version']),
    ask: async (statement) => (await connection.runAndReadAll(statement)).getRowObjects(),
    close: async () => {
      connection.closeSync()
      instance.closeSync()
      await rm(file, { force: true })
    },
  }
}

/** A connection that has copied out is not given back, so each copy has its own. */
async function writeCsv(url: string, statement: string, file: string): Promise<void> {
  const sql = postgres(url, { max: 1, connection: { TimeZone: 'UTC' } })
  try {
    const rows = await sql.unsafe(`copy (${statement}) to stdout with (format csv)`).readable()
    await pipeline(rows, createWriteStream(file))
  } finally {
    await sql.end({ timeout: 1 })
  }
}
