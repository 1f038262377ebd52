import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { CannotRun } from './cannot-run.ts'

const run = promisify(execFile)

/** The account PostgreSQL runs under; null means our own. */
export type PostgresUser = { name: string; uid: number; gid: number } | null

/**
 * PostgreSQL refuses to run as root, so there it runs as `postgres`, created where it is
 * missing, or as `nobody` where accounts can't be created.
 */
export async function postgresUser(): Promise<PostgresUser> {
  if (process.getuid?.() !== 0) return null
  const existing = await lookUp('postgres')
  if (existing) return existing
  await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']).catch(
    () => undefined,
  )
  const account = (await lookUp('postgres')) ?? (await lookUp('nobody'))
  if (account) return account
  throw new CannotRun(
    'PostgreSQL refuses to run as root, and there is neither a user "postgres" nor "nobody". Start Wellspent as an ordinary user.',
  )
}

async function lookUp(name: string): Promise<PostgresUser> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

const enterByOwner = 0o100
const enterByGroup = 0o010
const enterByOthers = 0o001

/**
 * The first folder on the way to `path` that the account can't enter; null where it gets
 * through. Folders that do not exist yet are skipped: they will be created enterable.
 */
export async function closedFolder(path: string, user: PostgresUser): Promise<string | null> {
  if (user === null) return null
  const folders: string[] = []
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    folders.unshift(folder)
    if (dirname(folder) === folder) break
  }
  for (const folder of folders) {
    const found = await stat(folder).catch(() => null)
    if (!found) continue
    const needed =
      found.uid === user.uid ? enterByOwner : found.gid === user.gid ? enterByGroup : enterByOthers
    if ((found.mode & needed) === 0) return folder
  }
  return null
}
