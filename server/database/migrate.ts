import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { CannotRun } from './cannot-run.ts'

const folder = fileURLToPath(new URL('../../drizzle', import.meta.url))
const oldestServerVersion = 150_000
/** Any number that no other program locks by: one process migrates, others wait for it. */
const migrationLock = 7_340_021

/**
 * Brings the tables up to date; does nothing where they are.
 *
 * @throws CannotRun where the server is older than 15 or can't be reached
 */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 10 })
  try {
    await refuseOldServer(sql)
    await sql`select pg_advisory_lock(${migrationLock})`
    await runMigrations(drizzle(sql), { migrationsFolder: folder })
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function refuseOldServer(sql: postgres.Sql): Promise<void> {
  const found = await sql<{ version: number }[]>`
    select current_setting('server_version_num')::int as version
  `.catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : 'no answer'
    throw new CannotRun(
      `The database can't be reached (${reason}). Check DATABASE_URL: host, port, name, user and password.`,
      { cause },
    )
  })
  const version = found[0]?.version ?? 0
  if (version >= oldestServerVersion) return
  throw new CannotRun(
    `The database server is PostgreSQL ${Math.floor(version / 10_000)}; Wellspent needs 15 or newer.`,
  )
}
