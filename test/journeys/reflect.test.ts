import { type Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import * as calls from '../../shared/calls/contract.ts'
import { type ReflectionOnPage } from '../../shared/calls/call-page.ts'
import { callRecord, legRecord } from '../world/records.ts'
import { furnishedHouse } from './furnished-house.ts'
import { isBrowserHere, settled } from './open-house.ts'

/** Keys that a whole reflection may cost besides its text. */
const keysLimit = 12
const words = 'We restarted the router together and she stayed on the line.'

describe.skipIf(!isBrowserHere)('a reflection', async () => {
  const house = await furnishedHouse()
  let callId = 0
  let customers = 0

  /** Rita has just ended another call: it is the newest of those without words. */
  beforeEach(async () => {
    customers += 1
    const externalId = `just now ${customers}`
    await house.lane.deliver(
      callRecord({
        ...{ externalId, queue: 'Technical support', issue: 'no internet' },
        startedAt: new Date(house.clock.now() - 60_000 + customers).toISOString(),
        legs: [legRecord({ rep: 'Rita', talkSeconds: 500 })],
      }),
    )
    callId = await house.lane.callId(externalId)
  })

  const stored = async (): Promise<ReflectionOnPage | undefined> =>
    (await house.rita.ask(calls.show, { params: { callId } })).reflections[0]

  /** Presses keys one by one and counts them; text is typed and not counted. */
  const keyboardOf = (page: Page) => {
    let pressed = 0
    return {
      count: () => pressed,
      press: async (...keys: string[]) => {
        for (const key of keys) {
          pressed += key.split('+').length
          await page.keyboard.press(key)
        }
      },
    }
  }

  const focusedLabel = (page: Page) =>
    page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent ?? '')

  it('is written with the keyboard alone, in few keys besides the text', async () => {
    const page = await house.visit('/my-calls', house.rita)
    await settled(page)
    const keyboard = keyboardOf(page)
    await keyboard.press('r')
    await page.getByRole('form', { name: 'Reflection' }).waitFor()
    await keyboard.press('1', 'Tab')
    expect(await focusedLabel(page)).toContain('What resolved it?')
    await page.keyboard.type(words)
    await keyboard.press('Control+Enter')
    await page.getByText(/^Saved\./).waitFor()
    expect(keyboard.count()).toBeLessThanOrEqual(keysLimit)
    expect(await stored()).toMatchObject({ outcome: 'resolved', whatResolvedIt: words })
  })

  it('goes on to the next call: a second one takes no more keys', async () => {
    const page = await house.visit('/my-calls', house.rita)
    await settled(page)
    const keyboard = keyboardOf(page)
    for (const round of ['1', '2']) {
      await keyboard.press('r')
      await page.getByRole('form', { name: 'Reflection' }).waitFor()
      await keyboard.press(round, 'Control+Enter')
      await page.getByRole('form', { name: 'Reflection' }).waitFor({ state: 'detached' })
    }
    expect(keyboard.count()).toBeLessThanOrEqual(keysLimit)
    const { items } = await house.rita.ask(calls.mine)
    const reflected = items.filter(({ hasReflection }) => hasReflection)
    expect(reflected.length).toBeGreaterThanOrEqual(2)
  })

  it('survives a reload while it is a draft', async () => {
    const page = await house.visit('/my-calls', house.rita)
    await settled(page)
    await page.keyboard.press('r')
    await page.getByLabel('What stuck with you?').fill(words)
    await page.getByText('Draft kept in this browser.').waitFor()
    await page.reload()
    await settled(page)
    await page.getByText('Draft kept', { exact: true }).first().waitFor()
    await page.keyboard.press('r')
    await page.getByLabel('What stuck with you?').waitFor()
    expect(await page.getByLabel('What stuck with you?').inputValue()).toBe(words)
    expect(await stored()).toBeUndefined()
  })

  it('outlives a lost connection and is saved when it is back', async () => {
    const page = await house.visit('/my-calls', house.rita)
    await settled(page)
    await page.keyboard.press('r')
    await page.getByRole('form', { name: 'Reflection' }).waitFor()
    await page.keyboard.press('3')
    await page.getByLabel('Which words worked?').fill(words)
    await page.context().setOffline(true)
    await page.keyboard.press('Control+Enter')
    await page.getByText(/No connection to the server\./).waitFor()
    expect(await page.getByLabel('Which words worked?').inputValue()).toBe(words)
    expect(await stored()).toBeUndefined()
    await page.context().setOffline(false)
    await expect.poll(stored, { timeout: 20_000 }).toMatchObject({
      ...{ outcome: 'not_sure', wordsThatWorked: words },
    })
  })

  it('that waits is sent after a reload too', async () => {
    const page = await house.visit('/my-calls', house.rita)
    await settled(page)
    await page.keyboard.press('r')
    await page.getByRole('form', { name: 'Reflection' }).waitFor()
    await page.keyboard.press('2')
    await page.context().setOffline(true)
    await page.keyboard.press('Control+Enter')
    await page.getByText(/No connection to the server\./).waitFor()
    await page.context().setOffline(false)
    await page.reload()
    await expect.poll(stored, { timeout: 20_000 }).toMatchObject({ outcome: 'not_resolved' })
  })

  it('without an outcome is not sent, and says what is missing', async () => {
    const page = await house.visit('/my-calls', house.rita)
    await settled(page)
    await page.keyboard.press('r')
    await page.getByLabel('What resolved it?').fill(words)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('alert').waitFor()
    expect(await stored()).toBeUndefined()
  })
})
