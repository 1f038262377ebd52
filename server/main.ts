import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { buildApp, type House } from './app.ts'
import { clock } from './clock.ts'
import { type Config, configOfProcess, UnusableSetting } from './config.ts'
import { CannotRun } from './database/cannot-run.ts'
import { becomeServer } from './database/one-server.ts'
import { openCentre } from './demo-centre/open-centre.ts'
import { demoSignIns } from './demo-centre/sign-ins.ts'
import { whenLauncherIsGone } from './launcher.ts'
import { isAnybodyHere, isSimulatedHere } from './roster/people-store.ts'
import { type Standing, standOn, versionOfProduct } from './stand-on.ts'

/** Requests under way have this long to end; then the database is stopped all the same. */
const closeMillisecondsLimit = 5_000
/** A stop that takes longer is ended by force: whoever stops it waits for at most ten seconds. */
const stopMillisecondsLimit = 9_500
/** A process this far behind asks senders to wait rather than fall further behind. */
const behindMillisecondsLimit = 3_000
const demoSeed = 20_260
const loopback = new Set(['127.0.0.1', 'localhost', '::1'])

type Running = { stop: () => Promise<void> }

async function run(): Promise<void> {
  const config = configOfProcess()
  const stopped = stopSignal()
  const standing = await standOn(config)
  const giveUp = await claim(config, standing)
  const end = async (): Promise<void> => {
    await giveUp()
    await standing.leave()
  }
  const running = await serve(config, standing).catch(async (error: unknown) => {
    await end()
    throw error
  })
  const signal = await stopped
  console.log(`\n${signal}: stopping.`)
  setTimeout(() => process.exit(1), stopMillisecondsLimit).unref()
  await Promise.race([running.stop(), wait(closeMillisecondsLimit)])
  await end()
  console.log('Stopped; everything is on disk.')
}

/** The first signal that asks this process to stop. */
const stopSignal = (): Promise<string> =>
  new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        resolve(name)
      })
    }
    void whenLauncherIsGone(() => {
      resolve('npx has ended')
    })
  })

async function serve(config: Config, standing: Standing): Promise<Running> {
  const setUpCode = loopback.has(config.host) ? null : randomBytes(4).toString('hex')
  let isSimulated = false
  const house = await buildApp({
    database: standing.database,
    databaseKind: standing.kind,
    secret: standing.secret,
    version: await versionOfProduct(),
    origin: `http://${config.host}:${config.port}`,
    setUpCode,
    spoolFolder: join(config.dataFolder, 'uploads'),
    clock,
    demoSignIns: () => (isSimulated ? demoSignIns : []),
    behindMillisecondsLimit,
    log: true,
  })
  const address = await listen(house, config)
  await standing.migrate()
  house.balance.start()
  house.outgoing.start()
  await house.floors.start()
  await house.imports.start()
  house.open()
  const isEmpty = !(await isAnybodyHere(standing.database))
  isSimulated = isEmpty ? config.demo : await isSimulatedHere(standing.database)
  const demo = isSimulated && config.demo ? openDemo(address, setUpCode) : null
  greet({ address, setUpCode: isEmpty ? setUpCode : null, isSimulated })
  return {
    stop: async () => {
      await demo?.close()
      house.floors.stop()
      await Promise.all([house.app.close(), house.imports.stop()])
      await Promise.all([house.balance.stop(), house.outgoing.stop()])
    },
  }
}

/** Two servers on one embedded database would stop it under each other. */
async function claim(config: Config, standing: Standing): Promise<() => Promise<void>> {
  if (standing.kind === 'server') return () => Promise.resolve()
  const giveUp = await becomeServer(standing.url)
  if (giveUp) return giveUp
  await standing.leave()
  throw new CannotRun(
    `Another Wellspent serves the data in ${config.dataFolder} already. Stop it, or set WELLSPENT_DATA to another folder.`,
  )
}

async function listen(house: House, config: Config): Promise<string> {
  try {
    return await house.app.listen({ port: config.port, host: config.host })
  } catch (cause) {
    const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
    if (!isTaken) throw cause
    throw new CannotRun(
      `Port ${config.port} on ${config.host} is taken. Stop what listens there, or set PORT to another number.`,
      { cause },
    )
  }
}

/** Opens the simulated call center; it speaks to our own public API and nothing else. */
function openDemo(address: string, setUpCode: string | null) {
  const closing = new AbortController()
  const { signal } = closing
  const ended = openCentre({
    baseUrl: address,
    seed: demoSeed,
    now: clock,
    wait: (milliseconds) => wait(milliseconds, undefined, { signal }).catch(() => undefined),
    log: (sentence) => {
      console.log(sentence)
    },
    signal,
    ...(setUpCode === null ? {} : { setupCode: setUpCode }),
  }).catch((error: unknown) => {
    console.error('The simulated call center stopped:', error)
  })
  return {
    close: async (): Promise<void> => {
      closing.abort()
      await ended
    },
  }
}

function greet(given: { address: string; setUpCode: string | null; isSimulated: boolean }): void {
  const lines = ['', `Wellspent is at ${given.address}`, '']
  if (given.isSimulated) {
    lines.push('Its calls are simulated (WELLSPENT_DEMO=off starts empty). Sign in as:')
    for (const { role, name, email, password } of demoSignIns) {
      lines.push(`  ${role.padEnd(10)}  ${email}  ${password}  (${name})`)
    }
  } else if (given.setUpCode !== null) {
    lines.push(`Nobody can sign in yet. The first page asks for this code: ${given.setUpCode}`)
  }
  console.log(`${lines.join('\n')}\n`)
}

run().then(
  () => process.exit(0),
  (error: unknown) => {
    const isTold = error instanceof CannotRun || error instanceof UnusableSetting
    console.error(isTold ? error.message : error)
    process.exit(1)
  },
)
