import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { type Browser } from 'playwright-core'
import { openBrowser } from './pictures/open-browser.ts'
import { runServer, type RunningServer } from './pictures/run-server.ts'
import { shootAdmin, shootFirstRun, shootRep, shootSupervisor } from './pictures/shots.ts'

/**
 * Takes the pictures of docs/pictures anew, from a demo and an empty installation of its own.
 * The pages must be built (`pnpm start` or `pnpm check` does it). `pnpm pictures` runs it.
 */
async function withServer(
  folder: string,
  demo: 'on' | 'off',
  work: (server: RunningServer) => Promise<void>,
): Promise<void> {
  const server = await runServer({ WELLSPENT_DATA: join(folder, demo), WELLSPENT_DEMO: demo })
  try {
    await work(server)
  } finally {
    await server.stop()
  }
}

async function shootAll(browser: Browser, folder: string): Promise<void> {
  await withServer(folder, 'off', ({ address }) => shootFirstRun(browser, address))
  await withServer(folder, 'on', async ({ address, says }) => {
    await says(/have written \d+ reflections/)
    await shootSupervisor(browser, address)
    await shootRep(browser, address)
    await shootAdmin(browser, address)
  })
}

const folder = await mkdtemp(join(tmpdir(), 'wellspent-pictures-'))
/** The account PostgreSQL runs under must be able to enter it. */
await chmod(folder, 0o711)
const browser = await openBrowser()
try {
  await shootAll(browser, folder)
} finally {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
}
