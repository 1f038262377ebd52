import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { type Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import * as outgoing from '../../shared/outgoing/contract.ts'
import { faultsOf, isBrowserHere, openHouse, settled } from './open-house.ts'

describe.skipIf(!isBrowserHere)('webhooks', async () => {
  const house = await openHouse('2026-03-16T10:00:00Z')
  const center = await house.center('Harbour Lane')
  const admin = await center.person('admin')
  const receiver = createServer((_, response) => response.writeHead(410).end('no longer here'))
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  afterAll(() => receiver.close())
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`

  it('are added, tested, and say what was answered', async () => {
    const page = await house.visit('/set-up/webhooks', admin)
    await settled(page)
    await page.getByText('Nobody is told yet').waitFor()
    await page.getByRole('textbox', { name: 'Address' }).fill(url)
    await page.keyboard.press('Enter')
    const secret = await page.getByLabel('The signing secret').inputValue()
    expect(secret).toMatch(/^whsec_/)
    await page.getByRole('button', { name: 'I have it' }).click()
    await page.getByRole('button', { name: `Send a test to ${url}` }).press('Enter')
    await page.getByText('1 message waiting, 0 messages given up').waitFor()
    await house.house.outgoing.sendAll()
    await page.reload()
    await settled(page)
    await page.getByText('it wants no more messages', { exact: false }).waitFor()
    await page.getByRole('button', { name: `Messages to ${url}` }).press('Enter')
    await page.getByText('Answer 410: no longer here').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: /^Send again/ }).click()
    await page.getByText('1 message waiting, 0 messages given up').waitFor()
    await isChanged(page)
    await page.getByRole('button', { name: `Remove ${url}` }).click()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByText('Nobody is told yet').waitFor()
  })

  /** To another path and other events, by keyboard; what waits goes along. */
  async function isChanged(page: Page): Promise<void> {
    await page.getByRole('button', { name: `Change ${url}` }).press('Enter')
    const form = page.getByRole('form', { name: `Change ${url}` })
    const address = form.getByRole('textbox', { name: 'Address' })
    expect(await faultsOf(page)).toEqual([])
    await address.fill(`${url}/other`)
    await form.getByLabel('A call is recognized').uncheck()
    await form.getByRole('button', { name: 'Save' }).press('Enter')
    const row = page.getByRole('listitem').filter({ hasText: `${url}/other` })
    await row.getByText('1 message waiting', { exact: false }).waitFor()
    const [told] = (await admin.ask(outgoing.webhooks)).items
    expect(told).toMatchObject({ url: `${url}/other`, events: ['call.outcome_final'] })
    await page.getByRole('button', { name: `Change ${url}/other` }).press('Enter')
    await page.getByRole('textbox', { name: 'Address' }).first().fill(url)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: `Remove ${url}`, exact: true }).waitFor()
  }
})
