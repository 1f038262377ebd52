import { type Locator, type Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { furnishedHouse } from './furnished-house.ts'
import { faultsOf, isBrowserHere, overflowOf, settled, transitionsEnd } from './open-house.ts'

/**
 * Every number of these pages leads to its entry in the page about all numbers, and to a list of
 * exactly as many calls as it says.
 */
describe.skipIf(!isBrowserHere)('the numbers on the pages', async () => {
  const house = await furnishedHouse()

  const pages = [
    ['/team', 'supervisor'],
    ['/team?measure=return_24h', 'supervisor'],
    ['/team?from=2026-02-09&to=2026-02-20', 'admin'],
    ['/targets?seconds=300&group=no+internet', 'admin'],
    ['/my-growth', 'rita'],
  ] as const

  it.each(pages)('of %s for %s lead to as many calls as they say', async (path, who) => {
    const page = await house.visit(path, house[who])
    await settled(page)
    await openEverything(page)
    const links = [...(await linksOfNumbers(page)), ...(await linksIn(page.locator('main')))]
    const counted = new Map(
      links.flatMap(({ said, href }) => {
        const count = countIn(said)
        return count === null ? [] : [[`${said} ${href}`, { count, href }]]
      }),
    )
    expect(counted.size).toBeGreaterThan(1)
    for (const { count, href } of counted.values()) {
      await page.goto(href)
      await settled(page)
      const line = await page.getByRole('status').filter({ hasText: 'leg' }).first().innerText()
      expect([href, countIn(line)]).toEqual([href, count])
    }
  })

  it('narrow the list, which says to what, and give the others back', async () => {
    const page = await house.visit('/team', house.supervisor)
    await settled(page)
    await page.getByRole('link', { name: /calls: Ana$/ }).click()
    await page.getByText('Only decided calls: by customers').waitFor()
    const status = page.getByRole('status').filter({ hasText: 'leg' }).first()
    const narrowed = countIn(await status.innerText())!
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Show the others too' }).click()
    await expect.poll(async () => countIn(await status.innerText())).toBeGreaterThan(narrowed)
    expect(new URL(page.url()).searchParams.has('rep')).toBe(true)
  })

  it('are said to the rep they are about, on their page and in every explanation', async () => {
    const page = await house.visit('/my-growth', house.rita)
    await settled(page)
    const said = [await page.locator('main').innerText()]
    for (const button of await explained(page).all()) {
      await button.click()
      said.push(await page.getByRole('dialog').innerText())
      await page.keyboard.press('Escape')
    }
    expect(said.length).toBeGreaterThan(4)
    for (const text of said) expect(text).not.toMatch(/this rep|the rep’s|the rep\b/i)
    expect(said[0]).toMatch(/You (get|are|have)|your calls/i)
  })

  it('of a rep stand on their phone without a fault, and so does what explains one', async () => {
    const page = await house.visit('/calls?counted=outcome_known', house.rita, { width: 360 })
    await settled(page)
    await page.getByRole('heading', { level: 1, name: 'All your calls' }).waitFor()
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect(await faultsOf(page)).toEqual([])
    await explained(page).first().click()
    await page.getByRole('dialog').waitFor()
    await transitionsEnd(page)
    expect(await faultsOf(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })
})

const explained = (page: Page): Locator =>
  page.locator('main button[aria-haspopup="dialog"]').filter({ hasNotText: /^Any$|2026/ })

/** Opens whatever is folded, so that its numbers are there too. */
async function openEverything(page: Page): Promise<void> {
  for (let depth = 0; depth < 2; depth += 1) {
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.open = true
    })
    await settled(page)
  }
}

/** Presses each number: it opens an explanation with its entry; its lists are what is returned. */
async function linksOfNumbers(page: Page) {
  const found: { said: string; href: string }[] = []
  for (const button of await explained(page).all()) {
    await button.click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await dialog.locator('a[href^="/how-numbers-work#"]').count()).toBe(1)
    found.push(...(await linksIn(dialog)))
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  }
  return found
}

async function linksIn(place: Locator) {
  const links = await place.locator('a[href^="/calls?"]').all()
  return Promise.all(
    links.map(async (link) => ({
      said: await link.innerText(),
      href: (await link.getAttribute('href'))!,
    })),
  )
}

/** How many calls a link or a line names; null where it names no count of calls. */
function countIn(said: string): number | null {
  if (said === 'Show this call') return 1
  const found = /^(?:Show these )?([\d,]+) (?:calls?|legs?)/.exec(said)
  return found?.[1] === undefined ? null : Number(found[1].replaceAll(',', ''))
}
