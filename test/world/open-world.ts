import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { buildApp, type House } from '../../server/app.ts'
import { connect, type Database } from '../../server/database/connect.ts'
import { openSignIn } from '../../server/roster/sign-in.ts'
import { callerOf, type Caller } from './caller.ts'
import { createCenter, type Center } from './center.ts'
import { openClock, type Clock } from './clock.ts'
import { ownDatabase } from './own-database.ts'

/** The app, a database of its own, and a clock that stands still until it is set. */
export type World = {
  house: House
  database: Database
  url: string
  /** Where uploaded files lie. */
  spoolFolder: string
  clock: Clock
  /** Asks as nobody who is known. */
  nobody: Caller
  /** An organization with an administrator and whatever it is given. */
  center: (name?: string) => Promise<Center>
}

export const secret = 'a secret for tests, long enough to sign with'
const origin = 'http://127.0.0.1'

/**
 * Opens a world for a test file and closes it after its last test.
 *
 * @param startsAt what the clock says at first
 */
export async function openWorld(startsAt = '2026-03-02T09:00:00Z'): Promise<World> {
  const { url, drop } = await ownDatabase()
  const database = connect(url)
  const clock = openClock(startsAt)
  const spoolFolder = await mkdtemp(join(tmpdir(), 'wellspent-uploads-'))
  const house = await buildApp({
    ...{ database, secret, origin, clock: clock.now },
    ...{ databaseKind: 'embedded', version: '0.0.0', setUpCode: null, log: false },
    demoSignIns: () => [],
    // A busy machine is no finding about the app.
    behindMillisecondsLimit: 0,
    spoolFolder,
  })
  house.open()
  afterAll(async () => {
    await house.app.close()
    await house.imports.stop()
    await database.close()
    await drop()
    await rm(spoolFolder, { recursive: true, force: true })
  })
  const signIn = openSignIn(database, secret, origin)
  return {
    ...{ house, database, url, clock, spoolFolder },
    nobody: callerOf(house.app, {}),
    center: (name) => createCenter({ app: house.app, database, signIn }, name),
  }
}
