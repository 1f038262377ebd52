import { describe, expect, it } from 'vitest'
import { type Page } from 'playwright-core'
import * as roster from '../../shared/roster/contract.ts'
import * as contract from '../../shared/roster/display-contract.ts'
import { faultsByDayAndNight, isBrowserHere, openHouse, overflowOf, settled } from './open-house.ts'

describe.skipIf(!isBrowserHere)('a display on the wall', async () => {
  const house = await openHouse('2026-03-16T10:00:00Z')
  const center = await house.center('Harbour Lane')
  const admin = await center.person('admin')

  /** The code on a display, once it shows one. */
  async function codeOn(wall: Page, other?: string): Promise<string> {
    const shown = wall.locator('[translate="no"]')
    await shown.filter({ ...(other !== undefined && { hasNotText: other }) }).waitFor()
    return (await shown.locator('span').allInnerTexts()).join(' ')
  }

  it('is paired by keyboard, shows itself, and is signed out at once', async () => {
    const wall = await house.visit('/sign-in', undefined, { width: 1920 })
    await wall.getByRole('link', { name: 'This is a display on the wall' }).click()
    const code = await codeOn(wall)
    expect(code).toMatch(/^[B-Z]{4} [B-Z]{4}$/)
    const host = new URL(wall.url()).host
    await wall.getByText(`Enter this code at ${host}, under Set-up, Displays`).waitFor()

    const page = await house.visit('/set-up/displays', admin)
    await settled(page)
    await page.getByRole('heading', { name: 'No display yet' }).waitFor()
    expect(await faultsByDayAndNight(page)).toEqual([])
    await page.getByRole('textbox', { name: 'Code on the display' }).focus()
    await page.keyboard.type('BCDF GHJK')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Hall')
    await page.keyboard.press('Enter')
    await page.getByText('No display shows this code now.', { exact: false }).waitFor()
    await page.getByRole('textbox', { name: 'Code on the display' }).fill(code.toLowerCase())
    await page.keyboard.press('Enter')
    const row = page.getByRole('listitem').filter({ hasText: `Paired by` })
    await row.getByText('Hall', { exact: true }).waitFor()

    await wall.waitForURL((url) => url.pathname !== '/pair')
    await wall.getByRole('heading', { level: 1 }).first().waitFor()
    await page.reload()
    await row.getByText('Last seen today', { exact: false }).waitFor()
    expect(await faultsByDayAndNight(page)).toEqual([])
    await page.getByRole('button', { name: 'Remove Hall' }).press('Enter')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Keep it')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('button', { name: 'Remove Hall' }).count()).toBe(1)
    await page.getByRole('button', { name: 'Remove Hall' }).press('Enter')
    await page.getByRole('button', { name: 'Remove', exact: true }).press('Enter')
    await page.getByRole('heading', { name: 'No display yet' }).waitFor()

    await wall.goto('/')
    await wall.waitForURL(/\/pair$/)
    expect(await codeOn(wall)).not.toBe(code)
  })

  it('that is switched on again goes on without a code', async () => {
    const wall = await house.visit('/pair')
    const code = await codeOn(wall)
    await admin.tell(contract.pairDisplay, { body: { code, name: 'Door' } })
    await wall.waitForURL((url) => url.pathname !== '/pair')
    await wall.goto('/pair')
    await wall.waitForURL((url) => url.pathname !== '/pair')
    await wall.goto('/calls')
    await wall.getByText('Your role does not include this.', { exact: false }).waitFor()
  })

  it('gets another code by itself when the first one is over', async () => {
    const wall = await house.visit('/pair')
    const code = await codeOn(wall)
    await wall.getByText(/It works for \d+:\d\d more/).waitFor()
    house.clock.pass(600)
    expect(await codeOn(wall, code.replace(' ', ''))).not.toBe(code)
  })

  it('says that the server is out of reach, and goes on when it is back', async () => {
    const wall = await house.visit('/pair')
    const code = await codeOn(wall)
    await wall.context().setOffline(true)
    await wall.getByRole('status').getByText('The server can’t be reached.').waitFor()
    expect(await faultsByDayAndNight(wall)).toEqual([])
    expect(await codeOn(wall)).toBe(code)
    await wall.context().setOffline(false)
    await wall.getByText(/It works for \d+:\d\d more/).waitFor()
    expect(await codeOn(wall)).toBe(code)
  })

  it('says whom it will sign out', async () => {
    const wall = await house.visit('/pair', admin)
    const { name } = await admin.ask(roster.me)
    await wall.getByText(`${name} is signed in here`, { exact: false }).waitFor()
  })

  it.each([
    [3840, 2160],
    [1920, 1080],
    [1280, 720],
    [360, 740],
  ])('fits a screen of %i by %i, with a code to be read across the hall', async (width, height) => {
    const wall = await house.visit('/pair', undefined, { width })
    await wall.setViewportSize({ width, height })
    await codeOn(wall)
    expect(await faultsByDayAndNight(wall)).toEqual([])
    expect(await overflowOf(wall)).toBeLessThanOrEqual(0)
    const box = await wall.locator('main').evaluate(({ scrollHeight }) => scrollHeight)
    expect(box).toBeLessThanOrEqual(height)
    const letters = await wall.locator('[translate="no"]').boundingBox()
    expect(letters!.width / width).toBeGreaterThan(0.75)
    const todo = await wall.getByRole('heading', { level: 1 }).evaluate(fontSizeOf)
    expect(todo / width).toBeGreaterThan(0.03)
  })
})

const fontSizeOf = (element: Element): number => parseFloat(getComputedStyle(element).fontSize)
