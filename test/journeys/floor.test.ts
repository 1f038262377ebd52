import { type Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import * as roster from '../../shared/roster/contract.ts'
import { emptyFloor, type Floor } from '../../shared/floor/floor.ts'
import { type Signed } from '../world/center.ts'
import { cutOffIn, figuresTouching, smallestLettersOf } from './board-measures.ts'
import { type FloorLine, layFloorLine, layHelp, morningFloor } from './floor-line.ts'
import { furnishedHouse } from './furnished-house.ts'
import {
  faultsByDayAndNight,
  isBrowserHere,
  overflowOf,
  settled,
  transitionsEnd,
} from './open-house.ts'

const tv = { width: 1920, height: 1080 }
const tv4k = { width: 3840, height: 2160 }
const desk = { width: 1280, height: 900 }
const phone = { width: 360, height: 740 }

describe.skipIf(!isBrowserHere)('the live floor', async () => {
  const house = await furnishedHouse()
  const now = house.clock.now()

  /** Opens the floor with a line of our own in the place of the server's. */
  async function open(
    as: Signed,
    { path = '/floor', floor = morningFloor(now), size = desk }: Opened = {},
  ): Promise<{ page: Page; line: FloorLine }> {
    const page = await house.visit('/how-numbers-work', as)
    await settled(page)
    await page.setViewportSize(size)
    const line = await layFloorLine(page, now, floor)
    const { name } = await as.ask(roster.me)
    await layHelp(page, now, name)
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return { page, line }
  }
  const tile = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

  it.each([
    ['a TV of 1080 lines', '/floor', 'floor', tv],
    ['a TV of 4K', '/floor?wall', 'admin', tv4k],
    ['a desk', '/floor', 'rita', desk],
    ['a phone', '/floor', 'rita', phone],
    ['a desk of a supervisor', '/floor', 'supervisor', desk],
    ['a phone of a supervisor', '/floor', 'supervisor', phone],
  ] as const)(
    'has no fault on %s, live and not, by day and by night',
    async (_, path, who, size) => {
      const { page, line } = await open(house[who], { path, size })
      await page.getByRole('listitem').first().waitFor()
      await isWithoutFault(page)
      line.cut()
      await page.getByText('The connection is lost', { exact: false }).waitFor()
      await isWithoutFault(page)
    },
  )

  it('says what each queue is now, what became of today, and how that is counted', async () => {
    const { page, line } = await open(house.supervisor)
    const billing = tile(page, 'Billing')
    await billing.getByText('82 % answered within 20 s: 41 of 50', { exact: false }).waitFor()
    const said = (await billing.first().innerText()).replaceAll('\u00a0', ' ')
    expect(said).toMatch(/1\s*waiting|waiting\s*1/)
    expect(said).toContain('12 of 45 solved so far, 31 still open')
    expect(said).toContain('3 of 40 came back about the same thing')
    const few = await tile(page, 'Contracts').first().innerText()
    expect(few.replaceAll('\u00a0', ' ')).toContain('5 of 7 answered within 20 s; too few for')
    await page.getByText('aircall:support: not heard from for 6 min').waitFor()
    await page.getByRole('button', { name: /82 % answered/ }).click()
    await page.getByText('How many customers were answered within 20 seconds today?').waitFor()
    await page.keyboard.press('Escape')
    line.change({ kind: 'mood_changed', mood: { text: 'Cake at four', at: now } })
    await page.getByText('Cake at four').first().waitFor()
    expect(await page.locator('main').innerText()).not.toMatch(/Rita|\bBo\b|\bCy\b/)
  })

  it('looks live only while it is: silent, lost, and back by itself', async () => {
    const { page, line } = await open(house.rita)
    const status = page.getByRole('status').filter({ hasText: 'The floor is live.' })
    await status.waitFor({ state: 'attached' })
    expect(await page.getByText('as of 10:00').count()).toBe(0)

    line.fallSilent()
    await page.getByText('The server has fallen silent.').waitFor()
    await page.getByText('What stands here is from 10:00.').waitFor()
    // Three queues, and how many are doing what.
    expect(await page.getByText('as of 10:00').count()).toBe(4)
    const waited = await tile(page, 'Billing').first().innerText()
    await page.waitForTimeout(1_500)
    expect(await tile(page, 'Billing').first().innerText()).toBe(waited)

    line.cut()
    await page.getByText('The connection is lost', { exact: false }).waitFor()
    line.change({ kind: 'queue_changed', queue: 'Billing', now: null })
    line.mend()
    await page.getByRole('button', { name: 'Try now' }).click()
    await status.waitFor({ state: 'attached' })
    expect(await page.getByText('as of 10:00').count()).toBe(0)
    await tile(page, 'Billing').getByText('nobody').waitFor()
  })

  it('that was never reached says so, and why, and comes by itself', async () => {
    const page = await house.visit('/how-numbers-work', house.rita)
    const line = await layFloorLine(page, now, morningFloor(now))
    line.cut()
    await page.goto('/floor')
    await page.getByText('The floor can’t be reached yet', { exact: false }).waitFor()
    await page.getByText('The server cannot be reached.', { exact: false }).waitFor()
    await isWithoutFault(page)
    line.mend()
    await tile(page, 'Billing').first().waitFor()
  })

  it('of which no phone system tells is an empty board, with a way on for an admin', async () => {
    for (const [who, links] of [
      ['admin', 1],
      ['rita', 0],
    ] as const) {
      const { page } = await open(house[who], { floor: emptyFloor })
      await page.getByText('No phone system tells Wellspent about the floor yet').waitFor()
      const link = page.getByRole('link', { name: 'Phone systems and how to connect them' })
      expect(await link.count()).toBe(links)
      await isWithoutFault(page)
    }
    const { page } = await open(house.floor, { floor: emptyFloor, size: tv })
    await page.getByText('No phone system tells Wellspent about the floor yet').waitFor()
    await isWithoutFault(page)
  })

  it('on a wall has everything on one screen, and turns its pages', async () => {
    const { page, line } = await open(house.floor, { size: tv })
    expect(await page.getByRole('navigation').count()).toBe(0)
    const sum = 'In all: 5 waiting, longest 4 min · page'
    await page.getByText(sum, { exact: false }).waitFor()
    for (const name of ['Billing', 'Contracts', 'Technical']) {
      await tile(page, name).first().waitFor()
      await transitionsEnd(page)
      expect(await cutOffIn(page)).toEqual([])
    }
    // The longest word there can be, alone, so that it is seen.
    const text = `${'Ask what they have tried already, '.repeat(4)}and then wait.`.padEnd(160, '!')
    line.change(
      { kind: 'recognitions_changed', recognitions: [] },
      { kind: 'mood_changed', mood: null },
      { kind: 'word_changed', word: { text } },
    )
    await page.getByText('Word of the day').waitFor()
    for (const size of [tv, tv4k, { width: 1366, height: 768 }, { width: 1080, height: 1920 }]) {
      await page.setViewportSize(size)
      await transitionsEnd(page)
      expect(await cutOffIn(page)).toEqual([])
    }
    line.change({ kind: 'word_changed', word: null })
    await page.getByText('Word of the day').waitFor({ state: 'detached' })
    for (const size of [tv4k, { width: 1366, height: 768 }, { width: 1080, height: 1920 }]) {
      await page.setViewportSize(size)
      await transitionsEnd(page)
      expect(await cutOffIn(page)).toEqual([])
    }
    await page.setViewportSize(tv)
    await transitionsEnd(page)
    expect(await smallestLettersOf(page)).toBeGreaterThanOrEqual(0.04)
  })

  it.each([
    ['a wall', tv],
    ['a phone', phone],
  ])(
    'keeps numbers apart on %s, and tiles where they are, however long waits are',
    async (_, size) => {
      const path = size === tv ? '/floor?wall' : '/floor'
      const { page, line } = await open(house.supervisor, { path, size })
      const first = tile(page, 'Billing').first()
      await first.waitFor()
      const before = await first.boundingBox()
      for (const seconds of [59, 85, 7_199]) {
        const queue = { waiting: 88, waitingSince: now - seconds * 1_000, helped: 88 }
        line.change({ kind: 'queue_changed', queue: 'Billing', now: queue })
        await first.getByText('88').first().waitFor()
        expect(await figuresTouching(page)).toEqual([])
        expect(await first.boundingBox()).toEqual(before)
      }
    },
  )

  it('on a wall lets a person who is signed in there sign out, by keyboard', async () => {
    const { page } = await open(house.floor, { size: tv })
    await page.keyboard.press('Tab')
    const account = page.getByRole('button', { name: /account and appearance/ })
    expect(await account.evaluate((button) => button === document.activeElement)).toBe(true)
    await isWithoutFault(page)
    await page.keyboard.press('Enter')
    await isWithoutFault(page)
    await page.getByRole('button', { name: 'Sign out' }).press('Enter')
    await page.waitForURL((url) => url.pathname === '/sign-in')
  })

  it('has, for a rep alone, their own calls of today beside it', async () => {
    const { page } = await open(house.rita)
    await page.getByRole('heading', { name: 'My line' }).waitFor()
    await page.getByText('None of today’s calls has been recorded yet').waitFor()
    await page.getByRole('heading', { name: 'What others solved' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Who may be glad of help' }).count()).toBe(0)
    await page.route('**/api/calls/summary?*', async (route) => {
      const answer = await route.fetch()
      const told = (await answer.json()) as { outcomes: object }
      const outcomes = { ...told.outcomes, resolved: 2, open: 3 }
      await route.fulfill({ json: { ...told, legs: 5, outcomes } })
    })
    await page.reload()
    await page.getByText('2 Resolved').waitFor()
    await page.getByText('3 Outcome pending').waitFor()
    await isWithoutFault(page)
  })

  it('has, for leaders, who may be glad of help, and one key that says "I’m helping"', async () => {
    const { page } = await open(house.supervisor)
    await page.getByRole('heading', { name: 'Ana in Billing' }).waitFor()
    const reason =
      'On hold for 3 min; in nine of ten calls with a hold in Billing all of it is over in 1 min 40 s, 212 calls.'
    await page.getByText(reason).waitFor()
    await page.getByText('Olu is helping.').waitFor()
    await page.keyboard.press('h')
    expect(await page.getByText('You are helping.').count()).toBe(0)
    await page.getByRole('button', { name: 'I’m helping: Ana in Billing' }).focus()
    await page.keyboard.press('h')
    await page.getByText('You are helping.').waitFor()
    await isWithoutFault(page)
    await page.keyboard.press('h')
    await page.getByText('You are helping.').waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowDown')
    const second = page.getByRole('button', { name: /A customer who waits in Technical support/ })
    expect(await second.evaluate((button) => button === document.activeElement)).toBe(true)
  })

  it('takes a line for everybody, and takes it off again', async () => {
    const { page, line } = await open(house.supervisor)
    const told: unknown[] = []
    await page.route('**/api/floor/mood', (route) => {
      told.push(route.request().postDataJSON())
      return route.fulfill({ json: {} })
    })
    const field = page.getByLabel('What the board says today')
    await field.fill('Cake at four')
    await page.getByRole('button', { name: 'Put it on the board' }).click()
    await page.getByText('The board says it now.').waitFor()
    line.change({ kind: 'mood_changed', mood: { text: 'Cake at four', at: now } })
    await page.getByRole('region').getByText('Cake at four').waitFor()
    await page.getByRole('button', { name: 'Take it off' }).click()
    await page.getByText('The line is off the board.').waitFor()
    expect(told).toEqual([{ text: 'Cake at four' }, { text: null }])
  })
})

type Opened = { path?: string; floor?: Floor; size?: { width: number; height: number } }

async function isWithoutFault(page: Page): Promise<void> {
  expect(await faultsByDayAndNight(page)).toEqual([])
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
}
