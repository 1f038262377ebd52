import { type TestProject } from 'vitest/node'
import { buildApp, type House } from '../../server/app.ts'
import { connect, type Database } from '../../server/database/connect.ts'
import { openSignIn } from '../../server/roster/sign-in.ts'
import { createCenter, type Center } from '../world/center.ts'
import { templateName, urlOf } from '../world/database-url.ts'
import { setup } from '../world/one-database.ts'

const secret = 'a secret for comparing, long enough to sign with'
const origin = 'http://127.0.0.1'

export type BenchHouse = {
  house: House
  database: Database
  center: () => Promise<Center>
  close: () => Promise<void>
}

/** The app on a PostgreSQL of its own; nothing of it outlives `close`. */
export async function openBenchHouse(now: number): Promise<BenchHouse> {
  let serverUrl = ''
  const provide = (_: string, url: string): void => {
    serverUrl = url
  }
  const leave = await setup({ provide } as unknown as TestProject)
  const database = connect(urlOf(serverUrl, templateName))
  const house = await buildApp({
    ...{ database, secret, origin, clock: () => now },
    ...{ databaseKind: 'embedded', version: '0.0.0', setUpCode: null, log: false },
    spoolFolder: 'nowhere',
    demoSignIns: () => [],
    // A busy machine is no finding about the app.
    behindMillisecondsLimit: 0,
  })
  house.open()
  const signIn = openSignIn(database, secret, origin)
  return {
    ...{ house, database },
    center: () => createCenter({ app: house.app, database, signIn }),
    close: async () => {
      await house.app.close()
      await database.close()
      await leave()
    },
  }
}
