import { type Browser, type Page } from 'playwright-core'

export type Look = {
  scheme?: 'light' | 'dark'
  width?: number
  height?: number
  /** Pixels a point; a smaller picture of a large screen has less than one. */
  scale?: number
  /** What the browser's clock says, where it is not that of this machine. Epoch milliseconds. */
  at?: number
}

/** One size for the documentation; at one pixel a point every picture stays small. */
const widthUsual = 1280
const heightUsual = 900

/** A visitor with a browser of their own, who has opened nothing yet. */
export async function openPage(browser: Browser, address: string, look: Look = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: look.width ?? widthUsual, height: look.height ?? heightUsual },
    deviceScaleFactor: look.scale ?? 1,
    colorScheme: look.scheme ?? 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  })
  if (look.at !== undefined) await context.clock.setFixedTime(look.at)
  return context.newPage()
}

/** The same, signed in as one of the demo's people by the button with their name. */
export async function openAs(
  browser: Browser,
  address: string,
  name: string,
  look: Look = {},
): Promise<Page> {
  const page = await openPage(browser, address, look)
  await page.goto('/sign-in')
  await page.getByRole('button', { name }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return page
}

/** The same, signed in with address and password as everybody does. */
export async function openSignedIn(
  browser: Browser,
  address: string,
  { email, password }: { email: string; password: string },
  look: Look = {},
): Promise<Page> {
  const page = await openPage(browser, address, look)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return page
}
