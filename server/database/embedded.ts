import { type ExecFileException, execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CannotRun } from './cannot-run.ts'
import { type Binaries, postgresBinaries } from './postgres-binaries.ts'
import { closedFolder, type PostgresUser, postgresUser } from './postgres-user.ts'

/** A PostgreSQL of our own, its data in a folder of ours. */
export type Embedded = {
  url: string
  /** Whether this call started it, or it ran already (an orphan, or another of our processes). */
  wasRunning: boolean
  stop: () => Promise<void>
}

const startSecondsLimit = 60
const stopSecondsLimit = 8
/** Less free space than this and PostgreSQL would stop in the middle of something. */
const freeBytesLeast = 200 * 1024 * 1024
const portAttemptsLimit = 3
/** How often one that seems to run is asked, and how long between, before it is given up. */
const joinAttemptsLimit = 20
const joinPauseMilliseconds = 250
const answerMillisecondsLimit = 1_000

/** Settings for a small machine; durability stays at PostgreSQL's defaults. */
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=60',
  'shared_buffers=160MB',
  'work_mem=16MB',
  'maintenance_work_mem=128MB',
  'max_wal_size=2GB',
  'jit=off',
  'timezone=UTC',
  'log_min_messages=warning',
]

type Place = { binaries: Binaries; user: PostgresUser; data: string; log: string; password: string }

/**
 * Starts the embedded PostgreSQL, or joins it where it runs already; it outlives a killed
 * process of ours, and the next start finds it.
 *
 * @param folder where its data and password lie; created if missing
 * @throws CannotRun with a sentence that says what to do
 */
export async function startEmbedded(folder: string): Promise<Embedded> {
  const [binaries, user] = await Promise.all([postgresBinaries(), postgresUser()])
  const data = join(folder, 'postgres')
  await refuseClosed(binaries.postgres, data, user)
  await makeFolder(folder)
  await refuseFull(folder)
  const password = await keptPassword(join(folder, 'database-password'))
  const place = { binaries, user, data, log: join(data, 'server.log'), password }
  if (!(await exists(join(data, 'PG_VERSION')))) await initialize(place)
  const running = await findRunning(place)
  const port = running ?? (await start(place))
  return {
    url: `postgres://wellspent:${password}@127.0.0.1:${port}/postgres`,
    wasRunning: running !== null,
    stop: () => stop(place),
  }
}

async function refuseClosed(binary: string, data: string, user: PostgresUser): Promise<void> {
  for (const [what, path] of [
    ['its programs', binary],
    ['its data', data],
  ] as const) {
    const closed = await closedFolder(path, user)
    if (closed === null || user === null) continue
    throw new CannotRun(
      `Started as root, PostgreSQL runs as the user "${user.name}", who can't enter ${closed} to reach ${what}. ` +
        (what === 'its data'
          ? `Set WELLSPENT_DATA to a folder this user can reach, or run: chmod o+x ${closed}`
          : `Move the checkout to a place this user can reach (such as /opt), run: chmod o+x ${closed}, or start as an ordinary user.`),
    )
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (cause) {
    throw new CannotRun(
      `The data folder ${folder} can't be created (${reasonOf(cause)}). Set WELLSPENT_DATA to a folder you may write to.`,
      { cause },
    )
  }
}

async function refuseFull(folder: string): Promise<void> {
  const disk = await statfs(folder)
  if (disk.bavail * disk.bsize >= freeBytesLeast) return
  throw new CannotRun(
    `There is less than ${freeBytesLeast / 1024 / 1024} MB free where ${folder} lies. Free some space or set WELLSPENT_DATA to another disk.`,
  )
}

async function keptPassword(file: string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(() => null)
  if (kept !== null && kept.trim() !== '') return kept.trim()
  const password = randomBytes(24).toString('hex')
  try {
    await writeFile(file, password, { mode: 0o600 })
  } catch (cause) {
    throw new CannotRun(
      `${file} can't be written (${reasonOf(cause)}). Set WELLSPENT_DATA to a folder you may write to.`,
      { cause },
    )
  }
  return password
}

async function initialize(place: Place): Promise<void> {
  await rm(place.data, { recursive: true, force: true })
  await mkdir(place.data, { recursive: true })
  if (place.user) await chown(place.data, place.user.uid, place.user.gid)
  await chmod(place.data, 0o700)
  // initdb wants an empty folder of its own and reads the password as its own user.
  const passwordFile = `${place.data}-first-password`
  await writeFile(passwordFile, `${place.password}\n`, { mode: 0o600 })
  if (place.user) await chown(passwordFile, place.user.uid, place.user.gid)
  try {
    await runAs(place, place.binaries.initdb, [
      `--pgdata=${place.data}`,
      '--username=wellspent',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
    ])
  } catch (cause) {
    await rm(place.data, { recursive: true, force: true })
    throw new CannotRun(`PostgreSQL could not prepare ${place.data}: ${reasonOf(cause)}`, { cause })
  } finally {
    await rm(passwordFile, { force: true })
  }
}

async function start(place: Place): Promise<number> {
  const options = settings.map((setting) => `-c ${setting}`).join(' ')
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    try {
      await runAs(place, place.binaries.pg_ctl, [
        ...['start', '-w', '-s', '-t', `${startSecondsLimit}`],
        ...['-D', place.data, '-l', place.log, '-o', `-p ${port} ${options}`],
      ])
      return port
    } catch (cause) {
      const log = await lastWords(place.log)
      if (attempt < portAttemptsLimit && /address already in use/i.test(log)) continue
      throw new CannotRun(`PostgreSQL does not start on ${place.data}: ${log || reasonOf(cause)}`, {
        cause,
      })
    }
  }
}

async function stop(place: Place): Promise<void> {
  const order = (mode: string) =>
    runAs(place, place.binaries.pg_ctl, [
      ...['stop', '-w', '-s', '-m', mode, '-t', `${stopSecondsLimit}`, '-D', place.data],
    ])
  await order('fast').catch(() => order('immediate').catch(() => undefined))
}

/**
 * The port of one that runs already; null where none does. One that was killed may look for a
 * moment as if it ran.
 */
async function findRunning(place: Place): Promise<number | null> {
  for (let attempt = 1; ; attempt += 1) {
    if (!(await isRunning(place))) return null
    const port = await portOf(place)
    if (await isAnswering(port)) return port
    if (attempt === joinAttemptsLimit) {
      throw new CannotRun(
        `PostgreSQL seems to run on ${place.data}, but nothing answers on its port ${port}. If none runs, remove postmaster.pid in that folder and start again.`,
      )
    }
    await wait(joinPauseMilliseconds)
  }
}

function isAnswering(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect({ port, host: '127.0.0.1', timeout: answerMillisecondsLimit })
    const settle = (isThere: boolean) => () => {
      probe.destroy()
      resolve(isThere)
    }
    probe.once('connect', settle(true)).once('error', settle(false)).once('timeout', settle(false))
  })
}

const isRunning = (place: Place): Promise<boolean> =>
  runAs(place, place.binaries.pg_ctl, ['status', '-D', place.data]).then(
    () => true,
    () => false,
  )

/** The fourth line of postmaster.pid is the port. */
async function portOf(place: Place): Promise<number> {
  const lines = (await readFile(join(place.data, 'postmaster.pid'), 'utf8')).split('\n')
  const port = Number(lines[3])
  if (Number.isInteger(port) && port > 0) return port
  throw new CannotRun(`A PostgreSQL runs on ${place.data}, but its port can't be read.`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => {
        resolve(port)
      })
    })
  })
}

function runAs(place: Place, program: string, args: string[]): Promise<void> {
  const account = place.user ? { uid: place.user.uid, gid: place.user.gid } : {}
  // A folder every account can enter; PostgreSQL complains where it can't read its own.
  const quiet = { cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' }, ...account }
  const options = process.platform === 'win32' ? {} : quiet
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, options, (error, _out, words) => {
      if (error) reject(wordsOf(error, words))
      else resolve()
    })
    child.stdin?.end()
  })
}

const wordsOf = (error: ExecFileException, words: string): Error =>
  new Error(words.trim().split('\n').slice(-3).join(' ') || error.message, { cause: error })

const lastWords = async (log: string): Promise<string> => {
  const lines = (await readFile(log, 'utf8').catch(() => '')).trim().split('\n')
  return lines
    .filter((line) => /FATAL|ERROR|PANIC|could not/.test(line))
    .slice(-2)
    .join(' ')
}

const exists = (path: string): Promise<boolean> =>
  readFile(path).then(
    () => true,
    () => false,
  )

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : 'unknown')
