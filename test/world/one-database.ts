import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { type TestProject } from 'vitest/node'
import { startEmbedded } from '../../server/database/embedded.ts'
import { migrate } from '../../server/database/migrate.ts'
import { closedFolder, postgresUser } from '../../server/database/postgres-user.ts'
import { templateName, urlOf } from './database-url.ts'

/**
 * One PostgreSQL for a whole run of tests, in a folder of its own: migrated once into a template
 * from which every world copies its database. Nothing of it outlives the run.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await openFolder()
  const server = await startEmbedded(folder)
  const leave = async (): Promise<void> => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await prepare(server.url)
  } catch (error) {
    await leave()
    throw error
  }
  project.provide('serverUrl', server.url)
  return leave
}

/** A new folder that the account of PostgreSQL can enter, also where ours is root. */
async function openFolder(): Promise<string> {
  const user = await postgresUser()
  const isClosed = (await closedFolder(join(tmpdir(), 'any'), user)) !== null
  const folder = await mkdtemp(join(isClosed ? '/var/tmp' : tmpdir(), 'wellspent-test-'))
  await chmod(folder, 0o711)
  return folder
}

/** Tests lose nothing in a power cut, so the disk need not be waited for. */
async function prepare(serverUrl: string): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => undefined })
  try {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      await sql`alter system set ${sql(setting)} = off`
    }
    await sql`select pg_reload_conf()`
    await sql`create database ${sql(templateName)}`
  } finally {
    await sql.end()
  }
  await migrate(urlOf(serverUrl, templateName))
}
