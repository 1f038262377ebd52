import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Database } from '../../server/database/connect.ts'
import { type Embedded, startEmbedded } from '../../server/database/embedded.ts'
import { migrate } from '../../server/database/migrate.ts'
import { keptSecret } from '../../server/kept-secret.ts'
import { createApiKey } from '../../server/roster/api-keys.ts'
import { createMember } from '../../server/roster/invite.ts'
import { createOrganization } from '../../server/roster/people-store.ts'
import { openSignIn } from '../../server/roster/sign-in.ts'
import { loadWorld } from './balance-world.ts'

/** Who asks: by cookie, or by key where a phone system sends. */
export type People = { admin: string; supervisor: string; phoneSystem: string }

/** What is known of a loaded world, kept beside its data. */
export type Loaded = { organizationId: number; people: People; loadSeconds: number }

export type Home = {
  folder: string
  database: Database
  url: string
  secret: string
  loaded: Loaded
  close: () => Promise<void>
}

export const supervisedTeam = 7
const password = 'correct horse battery'

/**
 * Opens the data folder of a world of some size, loading it first where it is new.
 *
 * @param kept a folder in which worlds are kept, one folder a size; null: a passing one
 */
export async function openHome(legs: number, kept: string | null): Promise<Home> {
  const folder =
    kept === null ? await mkdtemp(join(tmpdir(), 'wellspent-bench-')) : join(kept, `legs-${legs}`)
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o711)
  const embedded = await startEmbedded(folder)
  const database = connect(embedded.url)
  const close = async (): Promise<void> => {
    await database.close()
    await embedded.stop()
    if (kept === null) await rm(folder, { recursive: true, force: true })
  }
  try {
    const loaded = await findOrLoad(folder, embedded, database, legs)
    const secret = await keptSecret(folder)
    return { folder, database, url: embedded.url, secret, loaded, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function findOrLoad(
  folder: string,
  { url }: Embedded,
  database: Database,
  legs: number,
): Promise<Loaded> {
  const note = join(folder, 'loaded.json')
  if (existsSync(note)) return JSON.parse(await readFile(note, 'utf8')) as Loaded
  console.log(`loading ${legs} legs into ${folder}`)
  const beganAt = performance.now()
  await migrate(url)
  const secret = await keptSecret(folder)
  const organizationId = await createOrganization(database, { name: 'Bench', isSimulated: false })
  await loadWorld({ url, legs, organizationId, secret })
  const people = await createPeople(database, organizationId, secret)
  const loaded = { organizationId, people, loadSeconds: (performance.now() - beganAt) / 1000 }
  await writeFile(note, JSON.stringify(loaded))
  return loaded
}

async function createPeople(
  database: Database,
  organizationId: number,
  secret: string,
): Promise<People> {
  const signIn = openSignIn(database, secret, 'http://127.0.0.1')
  const person = async (role: 'admin' | 'supervisor', teamIds: number[]): Promise<string> => {
    const { session } = await createMember(database, signIn, {
      ...{ organizationId, name: role, email: `${role}@example.com`, password, role, teamIds },
      repId: null,
    })
    return session.cookies.map((cookie) => cookie.split(';')[0]).join('; ')
  }
  const { key } = await createApiKey(database, {
    ...{ organizationId, name: 'bench', scopes: ['calls:write'] },
  })
  return {
    admin: await person('admin', []),
    supervisor: await person('supervisor', [supervisedTeam]),
    phoneSystem: key,
  }
}
