import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Locator, type Page } from 'playwright-core'

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
/** A picture beyond this makes every clone of the project slow. */
const bytesLimit = 300_000

/** Takes what stands in the window, once nothing on the page is still coming. */
export async function takePicture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
  await page.evaluate(() => document.fonts.ready.then(() => null))
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  if (picture.length > bytesLimit) {
    throw new Error(`${name} has ${picture.length} bytes, more than ${bytesLimit}.`)
  }
  await writeFile(`${folder}${name}.png`, picture)
  console.log(`${name}.png ${Math.round(picture.length / 1000)} kB`)
}

/** Scrolls until the window begins a little above something. */
export const putOnTop = (place: Locator): Promise<void> =>
  place.evaluate((element) => {
    const margin = 8
    window.scrollTo(0, window.scrollY + element.getBoundingClientRect().top - margin)
  })
