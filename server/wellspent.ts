import { parseArgs } from 'node:util'
import { keyScopes, type KeyScope } from '../shared/roster/key-scope.ts'
import { passwordLengthLeast } from '../shared/roster/contract.ts'
import { clock } from './clock.ts'
import { followLog } from './command-line/follow.ts'
import { importFiles } from './command-line/import.ts'
import { rebuildReference } from './command-line/rebuild.ts'
import { BadOrder } from './command-line/refuse.ts'
import { configOfProcess, UnusableSetting } from './config.ts'
import { CannotRun } from './database/cannot-run.ts'
import { Refused } from './http/refused.ts'
import { createApiKey } from './roster/api-keys.ts'
import { findOrganizations } from './roster/people-store.ts'
import { createAdmin } from './roster/set-up.ts'
import { openSignIn } from './roster/sign-in.ts'
import { type Standing, standOn } from './stand-on.ts'

const help = `wellspent VERB

  admin create --organization NAME --email E --password P [--name NAME]
      Creates an administrator, and the organization where it is new.
  key create --name N --scopes calls:write,read [--organization NAME]
      Creates an API key and prints it, this once.
  import FILE… [--mapping NAME_OR_FILE | --as FORMAT] [--source NAME] [--zone ZONE]
         [--country CODE] [--sheet NAME] [--dry-run] [--organization NAME]
      Reads what a phone system wrote: text, plain or gzip, or a workbook (docs/intake/files.md).
      Without --mapping and --as the format is recognized. A queue_log of Asterisk and CDRs
      (Master.csv) in one command are read beside each other (docs/intake/asterisk.md).
  follow FILE --source NAME [--country DE] [--names wrapReason=wrap,…] [--organization NAME]
      Reads a queue_log of Asterisk while it is written, until it is stopped; the next time it
      goes on where it was (docs/intake/asterisk.md). The live board is told who waits, who talks
      and who is away, as the log stands; it takes no key.
  balance rebuild [--from 2026-01-01] [--to 2026-03-31] [--organization NAME]
      Builds a new version of the reference now, from all mature legs or from those of given days.
  migrate
      Brings the database's tables up to date.
  help
      Says this.

Settings come from the environment, as for start (README.md). A verb works beside a running
server. It exits with 0 only when it has done what it says.`

const options = {
  organization: { type: 'string' },
  email: { type: 'string' },
  password: { type: 'string' },
  name: { type: 'string' },
  scopes: { type: 'string' },
  mapping: { type: 'string' },
  as: { type: 'string' },
  source: { type: 'string' },
  zone: { type: 'string' },
  country: { type: 'string' },
  sheet: { type: 'string' },
  'dry-run': { type: 'boolean' },
  names: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
} as const

type Named = Exclude<keyof typeof options, 'dry-run'>
type Given = Partial<Record<Named, string>> & { 'dry-run'?: boolean }
type Order = { carryOut: (standing: Standing) => Promise<void> }

function read(args: string[]): Order | null {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const given: Given = values
  const [verb, object, ...more] = positionals
  if (verb === undefined || verb === 'help') return null
  if (verb === 'migrate' && object === undefined) return { carryOut: () => Promise.resolve() }
  if (verb === 'admin' && object === 'create' && more.length === 0) return adminOrder(given)
  if (verb === 'key' && object === 'create' && more.length === 0) return keyOrder(given)
  if (verb === 'balance' && object === 'rebuild' && more.length === 0) return rebuildOrder(given)
  if (verb === 'follow' && object !== undefined && more.length === 0) {
    return followOrder(object, given)
  }
  if (verb === 'import' && object !== undefined) return importOrder([object, ...more], given)
  throw new BadOrder(`"${positionals.join(' ')}" is nothing wellspent does. See: wellspent help`)
}

function adminOrder(given: Given): Order {
  const organization = needed(given, 'organization')
  const email = needed(given, 'email')
  const password = needed(given, 'password')
  if (password.length < passwordLengthLeast) {
    throw new BadOrder(`--password must have at least ${passwordLengthLeast} characters.`)
  }
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) {
    throw new BadOrder(`--email "${email}" is not an e-mail address.`)
  }
  const name = given.name ?? email
  return {
    carryOut: async ({ database, secret }) => {
      const signIn = openSignIn(database, secret, 'http://127.0.0.1')
      await createAdmin(database, signIn, { organization, email, password, name })
      console.log(`${email} can sign in as an administrator of ${organization}.`)
    },
  }
}

function keyOrder(given: Given): Order {
  const name = needed(given, 'name')
  const scopes = needed(given, 'scopes').split(',')
  const unknown = scopes.filter((scope) => !keyScopes.some((known) => known === scope))
  if (unknown.length > 0) {
    throw new BadOrder(`--scopes takes ${keyScopes.join(' and ')}, not "${unknown.join(', ')}".`)
  }
  return {
    carryOut: async (standing) => {
      const organizationId = await organizationFor(standing, given)
      const { key } = await createApiKey(standing.database, {
        ...{ organizationId, name },
        scopes: scopes as KeyScope[],
      })
      console.log(key)
    },
  }
}

function importOrder(files: string[], given: Given): Order {
  const { mapping = null, as = null, source = null, zone = null } = given
  const { country = null, sheet = null } = given
  if (mapping !== null && as !== null) {
    throw new BadOrder('--mapping and --as both say how to read the files; name one of them.')
  }
  return {
    carryOut: async (standing) => {
      const organizationId = await organizationFor(standing, given)
      const how = { mapping, as, source, zone, country, sheet, isDryRun: given['dry-run'] ?? false }
      await importFiles(standing, { ...how, files, organizationId, now: clock() }, clock)
    },
  }
}

function followOrder(file: string, given: Given): Order {
  const order = {
    ...{ file, source: needed(given, 'source'), country: given.country ?? null },
    names: namesIn(given.names ?? ''),
  }
  return {
    carryOut: async (standing) => {
      const organizationId = await organizationFor(standing, given)
      const stop = new AbortController()
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        process.once(name, () => {
          stop.abort()
        })
      }
      const log = (sentence: string): void => {
        console.log(sentence)
      }
      await followLog(standing, { ...order, organizationId }, { clock, log, signal: stop.signal })
    },
  }
}

/** Pairs such as wrapReason=wrap,issue=dialled. */
function namesIn(text: string): Record<string, string> {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '')
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=')
      if (value.length > 0) return [name.trim(), value.join('=').trim()]
      throw new BadOrder(`--names takes pairs such as wrapReason=wrap, and not "${pair}".`)
    }),
  )
}

function rebuildOrder(given: Given): Order {
  for (const name of ['from', 'to'] as const) {
    const day = given[name]
    if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
      throw new BadOrder(`--${name} is a day like 2026-03-31, not "${day}".`)
    }
  }
  return {
    carryOut: async (standing) => {
      const organizationId = await organizationFor(standing, given)
      await rebuildReference(standing, { ...given, organizationId }, clock)
    },
  }
}

function needed(given: Given, name: Named): string {
  const value = given[name]
  if (value !== undefined && value.trim() !== '') return value
  throw new BadOrder(`--${name} is missing. See: wellspent help`)
}

/** The organization a verb is for: the one that is named, or the only one there is. */
async function organizationFor({ database }: Standing, given: Given): Promise<number> {
  const all = await findOrganizations(database)
  const found = all.filter(
    (each) => given.organization === undefined || each.name === given.organization,
  )
  const [only] = found
  if (only && found.length === 1) return only.id
  if (all.length === 0) {
    throw new BadOrder('There is no organization yet. Create one with: wellspent admin create')
  }
  const names = all.map((each) => `"${each.name}"`).join(', ')
  throw new BadOrder(`Say which with --organization NAME: there are ${names}.`)
}

async function run(): Promise<void> {
  const order = read(process.argv.slice(2))
  if (!order) {
    console.log(help)
    return
  }
  const standing = await standOn(configOfProcess())
  try {
    await standing.migrate()
    await order.carryOut(standing)
  } finally {
    await standing.leave()
  }
}

const isTold = (error: unknown): error is Error =>
  error instanceof BadOrder ||
  error instanceof CannotRun ||
  error instanceof UnusableSetting ||
  error instanceof Refused ||
  (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

run().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(isTold(error) ? error.message : error)
    process.exit(1)
  },
)
