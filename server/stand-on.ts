import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Config } from './config.ts'
import { connect, type Database } from './database/connect.ts'
import { startEmbedded } from './database/embedded.ts'
import { migrate } from './database/migrate.ts'
import { isServed } from './database/one-server.ts'
import { keptSecret } from './kept-secret.ts'

/** A database to work on and the secret that goes with it. */
export type Standing = {
  database: Database
  url: string
  kind: 'embedded' | 'server'
  secret: string
  /** Brings the tables up to date. */
  migrate: () => Promise<void>
  /** Closes the pools, and the embedded database where nobody else needs it. */
  leave: () => Promise<void>
}

/**
 * Connects to the database the settings name, starting the embedded one where they name none.
 *
 * @throws CannotRun with a sentence that says what to do
 */
export async function standOn(config: Config): Promise<Standing> {
  if (config.databaseUrl !== null) {
    const url = config.databaseUrl
    const database = connect(url)
    const secret = config.secret ?? ''
    return { ...parts(database, url, secret), kind: 'server', leave: database.close }
  }
  const embedded = await startEmbedded(config.dataFolder)
  const database = connect(embedded.url)
  const secret = config.secret ?? (await keptSecret(config.dataFolder))
  const leave = async (): Promise<void> => {
    await database.close()
    // A server that lives on this database stops it when it stops itself.
    if (!(await isServed(embedded.url).catch(() => false))) await embedded.stop()
  }
  return { ...parts(database, embedded.url, secret), kind: 'embedded', leave }
}

const parts = (database: Database, url: string, secret: string) => ({
  ...{ database, url, secret },
  migrate: () => migrate(url),
})

/** The version of Wellspent that runs. */
export async function versionOfProduct(): Promise<string> {
  const file = fileURLToPath(new URL('../package.json', import.meta.url))
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string }
  return version
}
