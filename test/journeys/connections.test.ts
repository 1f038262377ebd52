import { Webhook } from 'standardwebhooks'
import { type Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import * as contract from '../../shared/intake/connection-contract.ts'
import * as intake from '../../shared/intake/contract.ts'
import { callRecord } from '../world/records.ts'
import { furnishedHouse } from './furnished-house.ts'
import { faultsByDayAndNight, isBrowserHere, overflowOf, settled } from './open-house.ts'

describe.skipIf(!isBrowserHere)('a phone system that delivers by itself', async () => {
  const house = await furnishedHouse()
  const { admin } = house
  const record = callRecord({ source: 'my-system:main', externalId: 'delivered', queue: 'support' })

  /** Delivers as a sender does that follows the steps, with whatever secret. */
  async function deliver(path: string, secret: string, id: string) {
    const body = JSON.stringify(record)
    const now = new Date(house.clock.now())
    return house.nobody.send({
      ...{ method: 'POST', url: path, payload: body },
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
        'webhook-signature': new Webhook(secret).sign(id, now, body),
      },
    })
  }

  it('is chosen, connected by its steps, and seen when its first delivery arrives', async () => {
    const page = await house.visit('/connections', admin)
    await settled(page)
    await page.getByRole('heading', { name: 'No connection yet' }).waitFor()
    await page.getByRole('link', { name: 'Connect Signed webhooks' }).click()
    await page.getByRole('heading', { level: 1, name: 'Connect Signed webhooks' }).waitFor()
    await page.getByLabel('Name of the connection').fill('Middleware')
    await page.getByRole('button', { name: 'Make address and secret' }).click()
    await page.getByText('it is shown this once', { exact: false }).waitFor()
    const secret = await page.getByLabel('Secret', { exact: true }).inputValue()
    const address = await page.getByLabel('Address', { exact: true }).inputValue()
    expect(secret).toMatch(/^whsec_/)
    const steps = page.getByRole('list', { name: 'What to do in the phone system' })
    expect(await steps.innerText()).toContain(address)
    await page.getByText('Nothing has arrived yet.', { exact: false }).waitFor()
    await isWithoutFault(page)

    const path = new URL(address).pathname
    const forged = `whsec_${Buffer.alloc(32, 9).toString('base64')}`
    expect((await deliver(path, forged, 'a')).status).toBe(401)
    await page.getByText('1 delivery refused', { exact: false }).waitFor()
    await page.getByText('did not show the secret of this connection', { exact: false }).waitFor()
    expect((await deliver(path, secret, 'b')).status).toBe(200)
    await page.getByText('It is live: deliveries arrive.').waitFor()
    await isWithoutFault(page)
    await page.getByRole('link', { name: 'Go to the connection' }).click()
    await page.getByRole('heading', { level: 1, name: 'Middleware' }).waitFor()
    expect(await page.locator('main').innerText()).not.toContain(secret)
  })

  it('tries an example, gets another secret, and is removed', async () => {
    const [connection] = (await admin.ask(contract.connections)).items
    const { id, path } = connection!
    const page = await house.visit(`/connections/${id}`, admin)
    await settled(page)
    await page.getByLabel('Example', { exact: true }).fill(JSON.stringify([record, { half: 1 }]))
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByText('2 documents or records read, 1 calls made', { exact: false }).waitFor()
    await page.getByText('delivered: inbound', { exact: false }).waitFor()
    await page.getByRole('list', { name: 'What was refused' }).waitFor()
    await isWithoutFault(page)

    await page.getByLabel('End the former secret at once').check()
    await page.getByRole('button', { name: 'Give it another secret' }).click()
    const secret = await page.getByLabel('Secret', { exact: true }).inputValue()
    house.clock.set(house.clock.now() + 10_000)
    expect((await deliver(path, secret, 'c')).status).toBe(200)
    await isWithoutFault(page)
    await page.getByRole('button', { name: 'I have it' }).click()
    await isDisabledAndEnabled(page, path, secret)
    await page.getByRole('button', { name: 'Remove Middleware' }).click()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByRole('heading', { name: 'No connection yet' }).waitFor()
    expect((await admin.ask(contract.connections)).items).toEqual([])
  })

  /** The sender is told so, the pages say so, and everything goes on as it was. */
  async function isDisabledAndEnabled(page: Page, path: string, secret: string) {
    const address = page.url()
    await page.getByText('stops sending for good', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Disable Middleware' }).click()
    await page.getByRole('button', { name: 'Disable', exact: true }).click()
    await page.getByRole('heading', { name: 'It is disabled' }).waitFor()
    house.clock.set(house.clock.now() + 10_000)
    expect((await deliver(path, secret, 'd')).status).toBe(410)
    await page.getByText('Enable it on its page', { exact: false }).waitFor()
    await isWithoutFault(page)
    await page.goto('/connections')
    const row = page.getByRole('listitem').filter({ hasText: 'Middleware' })
    await row.getByText('Disabled since', { exact: false }).waitFor()
    const source = page.getByRole('listitem').filter({ hasText: 'Last received' })
    await source.getByText('Silent since', { exact: false }).first().waitFor()
    await isWithoutFault(page)
    await page.goto(address)
    await page.getByRole('button', { name: 'Enable it again' }).click()
    await page.getByRole('button', { name: 'Disable Middleware' }).waitFor()
    house.clock.set(house.clock.now() + 10_000)
    expect((await deliver(path, secret, 'd')).status).toBe(200)

    await page.getByLabel('The phone system is not used any more').check()
    await page.getByRole('button', { name: 'Disable Middleware' }).click()
    await page.getByRole('button', { name: 'Disable', exact: true }).click()
    await page.getByRole('heading', { name: 'It is disabled' }).waitFor()
    const feed = async () =>
      (await admin.ask(intake.feeds)).items.find((each) => each.source === record.source)
    expect(await feed()).toMatchObject({ isEnded: true })
    await page.getByRole('button', { name: 'Enable it again' }).click()
    await page.getByRole('button', { name: 'Disable Middleware' }).waitFor()
    expect(await feed()).toMatchObject({ isEnded: false })
  }

  it('that is silent is said to be, where numbers rest on it', async () => {
    const before = await house.visit('/team', house.supervisor)
    await settled(before)
    expect(await before.getByText('Nothing has come from').count()).toBe(0)
    house.clock.set(house.clock.now() + 30 * 3_600_000)
    for (const path of ['/team', '/calls']) {
      const page = await house.visit(path, house.supervisor)
      await page.getByText('Nothing has come from my-system:main since', { exact: false }).waitFor()
      await isWithoutFault(page)
    }
    const page = await house.visit('/connections', admin)
    const source = page.getByRole('listitem').filter({ hasText: 'my-system:main' })
    await source.getByText('Silent since', { exact: false }).waitFor()
    const feeds = (await admin.ask(intake.feeds)).items
    expect(feeds.every(({ silentSince }) => silentSince !== null)).toBe(true)
  })
})

async function isWithoutFault(page: Page): Promise<void> {
  await settled(page)
  expect(await faultsByDayAndNight(page)).toEqual([])
  const size = page.viewportSize()!
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  await page.setViewportSize(size)
}
