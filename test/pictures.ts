import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { parseArgs } from 'node:util'
import { type Browser } from 'playwright-core'
import { openBrowser } from './pictures/open-browser.ts'
import { runServer, type RunningServer } from './pictures/run-server.ts'
import { shootFeeds } from './pictures/shoot-feeds.ts'
import { shootFloor } from './pictures/shoot-floor.ts'
import { shootHour } from './pictures/shoot-hour.ts'
import { withSimulated } from './pictures/simulated-house.ts'
import { shootAdmin, shootFirstRun, shootRep, shootSupervisor } from './pictures/shots.ts'

/**
 * Takes the pictures of docs/pictures anew: of an empty installation, of files and connections in
 * one whose clock is ours, of a demo and of its floor. With `--hour` it takes an hour of the
 * simulated center instead, which lasts about ten minutes. Names of parts take those only.
 * The pages must be built (`pnpm start` or `pnpm check` does it). `pnpm pictures` runs it.
 */
const parts = {
  empty: (browser: Browser, folder: string) =>
    withServer(join(folder, 'empty'), 'off', ({ address }) => shootFirstRun(browser, address)),
  feeds: (browser: Browser, folder: string) => shootFeeds(browser, join(folder, 'feeds')),
  demo: (browser: Browser, folder: string) =>
    withServer(join(folder, 'demo'), 'on', async ({ address, says }) => {
      await says(/have written \d+ reflections/)
      await shootSupervisor(browser, address)
      await shootRep(browser, address)
      await shootAdmin(browser, address)
    }),
  floor: (browser: Browser, folder: string) =>
    withSimulated(join(folder, 'floor'), browser, shootFloor),
  hour: (browser: Browser, folder: string) =>
    withSimulated(join(folder, 'hour'), browser, shootHour),
}
type Part = keyof typeof parts

async function withServer(
  folder: string,
  demo: 'on' | 'off',
  work: (server: RunningServer) => Promise<void>,
): Promise<void> {
  const server = await runServer({ WELLSPENT_DATA: folder, WELLSPENT_DEMO: demo })
  try {
    await work(server)
  } finally {
    await server.stop()
  }
}

/** @throws naming the parts there are, where an argument is none */
function partsOf(args: readonly string[]): Part[] {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { hour: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  if (values.hour) return ['hour']
  const known = Object.keys(parts) as Part[]
  if (positionals.length === 0) return known.filter((part) => part !== 'hour')
  return positionals.map((name) => {
    const part = known.find((each) => each === name)
    if (part) return part
    throw new Error(`"${name}" is no part of the pictures. There are ${known.join(', ')}.`)
  })
}

const chosen = partsOf(process.argv.slice(2))
const folder = await mkdtemp(join(tmpdir(), 'wellspent-pictures-'))
/** The account PostgreSQL runs under must be able to enter it. */
await chmod(folder, 0o711)
const browser = await openBrowser()
try {
  for (const part of chosen) await parts[part](browser, folder)
} finally {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
}
