import { randomBytes } from 'node:crypto'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connect, type Database } from '../../server/database/connect.ts'
import { startEmbedded } from '../../server/database/embedded.ts'
import { migrate } from '../../server/database/migrate.ts'
import { keptSecret } from '../../server/kept-secret.ts'
import { createApiKey } from '../../server/roster/api-keys.ts'
import { createMember } from '../../server/roster/invite.ts'
import { createOrganization } from '../../server/roster/people-store.ts'
import { openSignIn } from '../../server/roster/sign-in.ts'

/** A data folder with one organization, and what is needed to send calls to it. */
export type Center = { folder: string; cookie: string; key: string; mapping: string }

const password = 'correct horse battery'

/**
 * Prepares a data folder.
 *
 * @param secret of the installation, the same for two folders whose customers are compared
 */
export async function openCenter(folder: string, secret: string): Promise<Center> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o711)
  await writeFile(join(folder, 'secret'), `${secret}\n`, { mode: 0o600 })
  if ((await keptSecret(folder)) !== secret) throw new Error('The secret is kept elsewhere now.')
  const mapping = join(folder, 'mapping.json')
  await writeFile(mapping, JSON.stringify(columnMapping))
  return withDatabase(folder, async (database, url) => {
    await migrate(url)
    const organizationId = await createOrganization(database, { name: 'Kill', isSimulated: false })
    const signIn = openSignIn(database, secret, 'http://127.0.0.1')
    const { session } = await createMember(database, signIn, {
      ...{ organizationId, name: 'admin', email: 'admin@example.com', password, role: 'admin' },
      ...{ teamIds: [], repId: null },
    })
    const { key } = await createApiKey(database, {
      ...{ organizationId, name: 'phone system', scopes: ['calls:write'] },
    })
    const cookie = session.cookies.map((each) => each.split(';')[0]).join('; ')
    return { folder, cookie, key, mapping }
  })
}

/** Does something with the database of a folder, which nobody else has started. */
export async function withDatabase<Done>(
  folder: string,
  work: (database: Database, url: string) => Promise<Done>,
): Promise<Done> {
  const embedded = await startEmbedded(folder)
  const database = connect(embedded.url)
  try {
    return await work(database, embedded.url)
  } finally {
    await database.close()
    await embedded.stop()
  }
}

export const newSecret = (): string => randomBytes(32).toString('hex')

export const columnMapping = {
  language: 1,
  name: 'Kill',
  source: 'kill',
  file: { delimiter: ',' },
  call: {
    externalId: { column: 'id' },
    startedAt: { column: 'started', formats: ['iso'] },
    answeredAt: { column: 'answered', formats: ['iso'] },
    endedAt: { column: 'ended', formats: ['iso'] },
    direction: { constant: 'inbound' },
    queue: { column: 'queue' },
    issue: { column: 'issue' },
    customer: { column: 'customer' },
  },
  leg: { rep: { column: 'rep' }, talkSeconds: { column: 'talk', formats: ['seconds'] } },
}

const firstDay = Date.parse('2026-01-05T07:00:00Z')
const dayMilliseconds = 86_400_000
const fileDays = 42
const customers = 2_500
const columns = ['id', 'started', 'answered', 'ended', 'queue', 'issue', 'customer', 'rep', 'talk']

/**
 * A file of calls over its days, of customers who call again; a line in 500 can't be read. The
 * fewer the customers, the more there is to link anew with every batch.
 */
export function fileOfCalls(rows: number, customersInAll = customers): string {
  const step = (fileDays * dayMilliseconds) / rows
  const lines = [columns.join(',')]
  for (let row = 0; row < rows; row += 1) {
    const started = firstDay + Math.floor(row * step)
    const talk = 60 + ((row * 7919) % 900)
    const at = (seconds: number) => new Date(started + seconds * 1000).toISOString()
    const customer = `+4930${String(5_000_000 + ((row * 48_271) % customersInAll))}`
    lines.push(
      [
        ...[`call-${row}`, row % 500 === 499 ? 'soon' : at(0), at(20), at(20 + talk)],
        ...[`queue ${row % 3}`, `issue ${row % 5}`, customer, `rep ${row % 40}`, talk],
      ].join(','),
    )
  }
  return `${lines.join('\n')}\n`
}

export const refusedIn = (rows: number): number => Math.floor(rows / 500)

/** A call that is sent by itself, after those of the file, so that it lets them mature. */
export const singleCall = (count: number): object => ({
  ...{ source: 'single', externalId: `single-${count}`, direction: 'inbound', queue: 'queue 1' },
  startedAt: new Date(firstDay + fileDays * dayMilliseconds + count * 61_000).toISOString(),
  ...{ issue: 'issue 1', customer: `+4930${String(5_000_000 + (count % customers))}` },
  legs: [{ rep: `rep ${count % 40}`, talkSeconds: 60 + (count % 600) }],
})
