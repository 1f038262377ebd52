import { type Browser, type Page } from 'playwright-core'
import { isLive } from './floor-phase.ts'
import { type Look, openAs, openPage } from './open-as.ts'
import { takePicture } from './take-picture.ts'

const admin = 'Ottilie Farquharsen'

/** Hangs a display up as people do: it shows a code, and the demo's administrator enters it. */
export async function hangUp(
  browser: Browser,
  address: string,
  { picture, ...look }: Look & { /** Takes the screen with its code. */ picture?: string },
): Promise<Page> {
  const wall = await openPage(browser, address, look)
  await wall.goto('/pair')
  const shown = wall.locator('[translate="no"]')
  await shown.waitFor()
  const code = (await shown.locator('span').allInnerTexts()).join(' ')
  if (picture !== undefined) await takePicture(wall, picture)
  const page = await openAs(browser, address, admin)
  await page.goto('/set-up/displays')
  await page.getByRole('textbox', { name: 'Code on the display' }).fill(code)
  await page.getByRole('textbox', { name: 'What to call it' }).fill('Hall')
  await page.keyboard.press('Enter')
  await wall.waitForURL((url) => url.pathname !== '/pair')
  await page.context().close()
  await isLive(wall)
  return wall
}
