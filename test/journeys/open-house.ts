import { AxeBuilder } from '@axe-core/playwright'
import { type AddressInfo } from 'node:net'
import { type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, afterEach, expect } from 'vitest'
import { type Signed } from '../world/center.ts'
import { openWorld, type World } from '../world/open-world.ts'
import { openChromium } from './chromium.ts'

const browser = await openChromium()

afterAll(() => browser?.close())

/** Without a browser there are no journeys; the tests are skipped and say so. */
export const isBrowserHere = browser !== null

/** How a window looks; what is left out is a desk in daylight. */
export type Look = { scheme?: 'light' | 'dark'; width?: number }

/** The app on a port of this machine with its built pages, and people who visit it. */
export type OpenHouse = World & {
  /** A browser of their own, with the session of whoever is named. Its clock is the world's. */
  visit: (path: string, as?: Signed, look?: Look) => Promise<Page>
}

export async function openHouse(startsAt: string): Promise<OpenHouse> {
  const world = await openWorld(startsAt)
  await world.house.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = world.house.app.server.address() as AddressInfo
  const baseURL = `http://127.0.0.1:${port}`
  const complaints: string[] = []
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close()
    expect(complaints.splice(0)).toEqual([])
  })
  return {
    ...world,
    visit: async (path, as, look = {}) => {
      if (!browser) throw new Error('There is no browser here.')
      const context = await browser.newContext({ baseURL, ...contextOptions(look) })
      await context.clock.setFixedTime(world.clock.now())
      const page = await context.newPage()
      page.setDefaultTimeout(20_000)
      listenForComplaints(page, complaints)
      if (as) await context.addCookies(cookiesOf(as.cookie, baseURL))
      await page.goto(path)
      return page
    },
  }
}

const contextOptions = ({ scheme = 'light', width = 1280 }: Look): BrowserContextOptions => ({
  viewport: { width, height: width < 500 ? 740 : 900 },
  colorScheme: scheme,
  locale: 'en-GB',
  timezoneId: 'UTC',
  reducedMotion: 'reduce',
})

/** What the browser's console complains about: errors of our code, and files that are missing. */
function listenForComplaints(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    const isExpected = /status of 40[14]|ERR_INTERNET_DISCONNECTED/.test(message.text())
    if (message.type() === 'error' && !isExpected) complaints.push(message.text())
  })
}

/** The cookies of a session, as a browser keeps them. */
const cookiesOf = (header: string, url: string) =>
  header.split('; ').map((cookie) => {
    const [name = '', value = ''] = cookie.split(/=(.*)/)
    return { name, value, url }
  })

/** Signs in as everybody does. */
export async function signIn(page: Page, { email, password }: Signed): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** Waits until nothing on the page is still coming. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
}

/** Waits until no colour is on its way to another one any more, for at most a second or so. */
export const transitionsEnd = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const isMoving = () => document.getAnimations().some((each) => each.playState === 'running')
    for (let frames = 0; frames < 2 || (isMoving() && frames < 60); frames += 1) await nextFrame()
  })

/** Everything axe finds fault with, as `rule: where`. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  )
}

/** How many pixels a page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** The same by day and by night; each fault says when. */
export async function faultsByDayAndNight(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const shown = page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`)
    await shown.waitFor({ state: 'attached' })
    await transitionsEnd(page)
    faults.push(...(await faultsOf(page)).map((fault) => `${colorScheme}: ${fault}`))
  }
  return faults
}
