import { resolve } from 'node:path'

/** What the environment says, read once and nowhere else. */
export type Config = {
  port: number
  host: string
  /** A PostgreSQL server to use; null runs the embedded one. */
  databaseUrl: string | null
  /** Folder of the embedded database, of the generated secret, and of uploaded files. */
  dataFolder: string
  /** Whether an empty database gets the simulated call center. */
  demo: boolean
  /** Given secret; null where one is generated into the data folder. */
  secret: string | null
}

const secretLengthLeast = 32
const known = new Set(['WELLSPENT_DATA', 'WELLSPENT_DEMO', 'WELLSPENT_SECRET'])

/** A setting that can't be used, in a sentence that says what to do. */
export class UnusableSetting extends Error {}

/** The environment of this process, as settings. */
export const configOfProcess = (): Config => readConfig(process.env)

/**
 * Reads the settings from environment variables.
 *
 * @throws UnusableSetting naming the variable, for a value or a WELLSPENT_ name it can't use
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  refuseUnknownNames(env)
  const databaseUrl = presentOf(env['DATABASE_URL'])
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new UnusableSetting('DATABASE_URL must begin with postgres:// or postgresql://.')
  }
  return {
    port: readPort(presentOf(env['PORT'])),
    host: presentOf(env['HOST']) ?? '127.0.0.1',
    databaseUrl,
    dataFolder: resolve(presentOf(env['WELLSPENT_DATA']) ?? '.data'),
    demo: readDemo(presentOf(env['WELLSPENT_DEMO']), databaseUrl === null),
    secret: readSecret(presentOf(env['WELLSPENT_SECRET']), databaseUrl !== null),
  }
}

const presentOf = (value: string | undefined): string | null =>
  value === undefined || value.trim() === '' ? null : value.trim()

function refuseUnknownNames(env: Record<string, string | undefined>): void {
  const unknown = Object.keys(env).filter(
    (name) => name.startsWith('WELLSPENT_') && !known.has(name),
  )
  if (unknown.length === 0) return
  throw new UnusableSetting(
    `${unknown.join(', ')} is not a setting of Wellspent. There are ${[...known].join(', ')}.`,
  )
}

function readPort(value: string | null): number {
  if (value === null) return 3000
  const port = Number(value)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new UnusableSetting(`PORT must be a number from 0 to 65535, not "${value}".`)
}

function readDemo(value: string | null, isEmbedded: boolean): boolean {
  if (value === null) return isEmbedded
  if (value === 'on') return true
  if (value === 'off') return false
  throw new UnusableSetting(`WELLSPENT_DEMO must be "on" or "off", not "${value}".`)
}

function readSecret(value: string | null, isRequired: boolean): string | null {
  if (value === null && isRequired) {
    throw new UnusableSetting(
      `DATABASE_URL needs WELLSPENT_SECRET too: at least ${secretLengthLeast} random characters, the same at every start. It signs sessions and keys the hashes of customers.`,
    )
  }
  if (value !== null && value.length < secretLengthLeast) {
    throw new UnusableSetting(
      `WELLSPENT_SECRET must have at least ${secretLengthLeast} characters.`,
    )
  }
  return value
}
