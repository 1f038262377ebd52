import { describe, expect, it } from 'vitest'
import * as intake from '../../shared/intake/contract.ts'
import { furnishedHouse } from './furnished-house.ts'
import { isBrowserHere, settled } from './open-house.ts'

describe.skipIf(!isBrowserHere)('the calls of a supervisor', async () => {
  const house = await furnishedHouse()

  it('are filtered, and the address keeps the filters', async () => {
    const page = await house.visit('/calls', house.supervisor)
    await settled(page)
    const rows = page.getByRole('list', { name: 'Calls, newest first' }).getByRole('listitem')
    await rows.first().waitFor()
    const all = await rows.count()
    await page.getByRole('combobox', { name: 'Issue' }).or(page.getByLabel('Issue')).first().click()
    await page.getByRole('option', { name: 'invoice' }).click()
    await expect.poll(() => rows.count()).toBe(1)
    expect(all).toBeGreaterThan(10)
    expect(new URL(page.url()).searchParams.getAll('issue')).toEqual(['invoice'])

    await page.reload()
    await settled(page)
    await expect.poll(() => rows.count()).toBe(1)
    await page.getByRole('button', { name: 'Clear all filters' }).click()
    await expect.poll(() => rows.count()).toBe(all)
    expect(new URL(page.url()).search).toBe('')
    await page.goBack()
    await expect.poll(() => rows.count()).toBe(1)
  })

  it('that nobody made are said to be none, with a way back', async () => {
    const page = await house.visit('/calls?issue=invoice&class=extra_mile', house.supervisor)
    await settled(page)
    await page.getByRole('heading', { name: 'No call matches these filters' }).waitFor()
    await page.getByRole('button', { name: 'Clear all filters' }).first().click()
    await page.getByRole('list', { name: 'Calls, newest first' }).waitFor()
  })

  it('lead to the page of one, which says its time beside its outcome', async () => {
    const page = await house.visit('/calls?class=extra_mile', house.supervisor)
    await settled(page)
    await page
      .getByRole('link', { name: /^Rita, / })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: /^Call of / }).waitFor()
    await settled(page)
    const text = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')
    expect(text).toMatch(
      /28 min; calls like this usually take \d+ min \d+ s – \d+ min( \d+ s)? \(middle 60 %\), this one is longer than 9\d % of them\. Extra mile: long for its kind, and the customer did not have to call again\./,
    )
    expect(text).toMatch(/Ana.*the customer called again.*Bo.*the customer called again.*this call/)
  })

  it('can be verified with the reason, and the page says so', async () => {
    const page = await house.visit(`/calls/${house.longCallId}`, house.supervisor)
    await settled(page)
    await page.getByLabel('Not resolved', { exact: true }).check()
    await page.getByRole('textbox', { name: 'How do you know?' }).fill('She wrote to us.')
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.getByText('She wrote to us.').waitFor()
    await page
      .getByText(/Needs support/)
      .first()
      .waitFor()
  })
})

describe.skipIf(!isBrowserHere)('what came in', async () => {
  const house = await furnishedHouse()

  it('is counted, and what was refused is shown with its reason', async () => {
    const page = await house.visit('/imports', house.admin)
    await settled(page)
    const run = page.getByRole('listitem').filter({ hasText: 'Sent on 2026-03-16' })
    await run.getByText('A start in the future').waitFor()
    await run.getByRole('link', { name: /refused/ }).click()
    await settled(page)
    await page.getByText('from the future').waitFor()
    await page
      .getByText(/startedAt/)
      .first()
      .waitFor()
  })

  it('can be ended by an administrator, and goes on', async () => {
    const page = await house.visit('/connections', house.admin)
    await settled(page)
    const ended = page.getByRole('switch', { name: /ended/ })
    await ended.click({ force: true })
    const isEnded = async () => (await house.admin.ask(intake.feeds)).items[0]?.isEnded
    await expect.poll(isEnded).toBe(true)
    await page.reload()
    await expect.poll(() => ended.isChecked()).toBe(true)
  })
})
