import { describe, expect, it } from 'vitest'
import { furnishedHouse } from './furnished-house.ts'
import { isBrowserHere, openHouse, signIn } from './open-house.ts'

describe.skipIf(!isBrowserHere)('signing in', async () => {
  const house = await furnishedHouse()

  it('leads back to the page that was wanted', async () => {
    const page = await house.visit('/calls?issue=invoice')
    await page.waitForURL(/\/sign-in/)
    await page.getByLabel('E-mail').fill(house.supervisor.email)
    await page.getByLabel('Password', { exact: true }).fill(house.supervisor.password)
    await page.getByLabel('Password', { exact: true }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Calls' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/calls')
    expect(new URL(page.url()).searchParams.getAll('issue')).toEqual(['invoice'])
  })

  it('with a wrong password says so, and says nothing more', async () => {
    const page = await house.visit('/sign-in')
    await page.getByLabel('E-mail').fill(house.rita.email)
    await page.getByLabel('Password', { exact: true }).fill('something else')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').waitFor()
    expect(new URL(page.url()).pathname).toBe('/sign-in')
  })

  it.each([
    ['rita', '/my-calls', 'My calls'],
    ['supervisor', '/calls', 'Calls'],
    ['admin', '/calls', 'Calls'],
    ['floor', '/floor', 'Harbour Lane'],
  ] as const)('as %s opens %s', async (who, path, heading) => {
    const page = await house.visit('/')
    await signIn(page, house[who])
    await page.getByRole('heading', { name: heading }).first().waitFor()
    expect(new URL(page.url()).pathname).toBe(path)
  })

  it('ends by signing out: the way back is closed', async () => {
    const page = await house.visit('/calls', house.supervisor)
    await page.getByRole('button', { name: /account and appearance/ }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(/\/sign-in/)
    await page.goto('/calls')
    await page.waitForURL(/\/sign-in/)
  })

  it('a page for others says so instead of staying empty', async () => {
    const page = await house.visit('/set-up', house.rita)
    await page.getByText('Your role does not include this.', { exact: false }).waitFor()
  })
})

describe.skipIf(!isBrowserHere)('a new installation', async () => {
  const house = await openHouse('2026-03-16T10:00:00Z')

  it('asks for its first administrator, and then says how to bring in calls', async () => {
    const page = await house.visit('/')
    await page.getByLabel('Organization').fill('Harbour Lane')
    await page.getByLabel('Your name').fill('Ada')
    await page.getByLabel('E-mail address').fill('ada@example.com')
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
    await page.getByRole('button', { name: 'Create the administrator' }).click()
    await page.waitForURL((url) => url.pathname !== '/first-run')
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    const me = await page.request.get('/api/me')
    expect(await me.json()).toMatchObject({ role: 'admin', organization: { name: 'Harbour Lane' } })
    const other = await house.visit('/')
    await other.waitForURL(/\/sign-in/)
  })
})
