import { type Browser, type Locator, type Page } from 'playwright-core'
import { findLongCall } from './long-call.ts'
import { openAs, openPage } from './open-as.ts'
import { putOnTop, takePicture } from './take-picture.ts'

/** People of the demo, as its first page offers them. */
const admin = 'Ottilie Farquharsen'
const supervisor = 'Oddný Castellane'
const rep = 'Amara Nwosu-Hale'

const phone = { width: 390, height: 844 }
const schemes = ['light', 'dark'] as const

/** What a supervisor sees: the calls, and one that was long and stayed resolved. */
export async function shootSupervisor(browser: Browser, address: string): Promise<void> {
  const page = await openAs(browser, address, supervisor)
  const { callId } = await findLongCall(page)
  await page.goto(`/calls/${callId}`)
  await page.getByRole('heading', { level: 1, name: /Call of/ }).waitFor()
  await takePicture(page, 'call')
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto('/calls')
    await page.getByRole('list', { name: 'Calls, newest first' }).waitFor()
    await page.getByRole('group', { name: /beside the usual/ }).waitFor()
    await putOnTop(page.getByRole('status').filter({ hasText: 'legs' }))
    await takePicture(page, `calls-${scheme}`)
    await page.goto('/team')
    await page.getByRole('heading', { name: 'Outcome beside time' }).waitFor()
    await takePicture(page, `team-${scheme}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/targets')
  await page.getByRole('button', { name: 'How long these calls took' }).first().waitFor()
  await takePicture(page, 'targets')
  await page.context().close()
}

/** What a rep sees: their calls on a desk and on a phone, and the reflection on one. */
export async function shootRep(browser: Browser, address: string): Promise<void> {
  const page = await openAs(browser, address, rep)
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto('/my-calls')
    await inboundCall(page).focus()
    await takePicture(page, `my-calls-${scheme}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/my-calls')
  await inboundCall(page).click()
  await page.getByRole('radio', { name: /^Resolved/ }).press('Space')
  await page
    .getByRole('textbox', { name: 'Which words worked?' })
    .fill('“Let us go through it once more together, from the beginning.”')
  await takePicture(page, 'reflection')
  await page.context().close()

  const grown = await openAs(browser, address, rep)
  await grown.goto('/my-growth')
  await grown.getByRole('heading', { name: 'Week by week' }).waitFor()
  await takePicture(grown, 'my-growth')
  await grown.context().close()

  const pocket = await openAs(browser, address, rep, phone)
  await inboundCall(pocket).waitFor()
  await takePicture(pocket, 'my-calls-phone')
  await pocket.context().close()
}

/** The button of the first call that has a customer and an issue and awaits its reflection. */
const inboundCall = (page: Page): Locator =>
  page
    .getByRole('listitem')
    .filter({ hasText: /Open until|Resolved|Not resolved/ })
    .getByRole('button', { name: /^Reflect:/ })
    .first()

/** The door, and where calls come from. */
export async function shootAdmin(browser: Browser, address: string): Promise<void> {
  const door = await openPage(browser, address)
  await door.goto('/sign-in')
  await door.getByRole('button', { name: admin }).waitFor()
  await takePicture(door, 'sign-in')
  await door.context().close()

  const page = await openAs(browser, address, admin)
  await page.goto('/imports')
  await page.getByRole('list', { name: 'Imports' }).waitFor()
  await takePicture(page, 'import')
  await page.goto('/connections')
  await page.getByRole('list', { name: 'Sources' }).waitFor()
  await takePicture(page, 'connections')
  await page.context().close()
}

/** An installation that nobody has set up. */
export async function shootFirstRun(browser: Browser, address: string): Promise<void> {
  const page = await openPage(browser, address)
  await page.goto('/')
  await page.getByRole('button', { name: 'Create the administrator' }).waitFor()
  await takePicture(page, 'first-run')
  await page.context().close()
}
