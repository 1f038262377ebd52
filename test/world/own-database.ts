import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { templateName, urlOf } from './database-url.ts'

/** A database that nobody else uses, with all tables and no rows. */
export type OwnDatabase = { url: string; drop: () => Promise<void> }

export async function ownDatabase(): Promise<OwnDatabase> {
  const serverUrl = inject('serverUrl')
  const name = `world_${randomBytes(6).toString('hex')}`
  await tell(serverUrl, (sql) => sql`create database ${sql(name)} template ${sql(templateName)}`)
  return {
    url: urlOf(serverUrl, name),
    drop: () => tell(serverUrl, (sql) => sql`drop database ${sql(name)} with (force)`),
  }
}

async function tell(url: string, order: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    await order(sql)
  } finally {
    await sql.end()
  }
}
