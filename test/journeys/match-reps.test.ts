import { describe, expect, it } from 'vitest'
import * as roster from '../../shared/roster/contract.ts'
import { callRecord, legRecord } from '../world/records.ts'
import { faultsOf, isBrowserHere, openHouse, settled } from './open-house.ts'

describe.skipIf(!isBrowserHere)('whose a name is', async () => {
  const house = await openHouse('2026-03-16T10:00:00Z')
  const center = await house.center('Harbour Lane')
  const admin = await center.person('admin')
  await center.rep('Anna Berg')
  const call = (rep: string, hour: string) =>
    callRecord({
      startedAt: `2026-03-10T${hour}:00:00Z`,
      legs: [legRecord({ rep, answeredAt: `2026-03-10T${hour}:00:05Z`, talkSeconds: 200 })],
    })
  await center.deliver(call('Anna Berg', '09'), call('berg, anna', '10'), call('204', '11'))
  const names = async () =>
    (await admin.ask(roster.reps)).items.map(({ name }) => name).sort((a, b) => (a < b ? -1 : 1))

  it('is suggested with a reason, merged after saying what happens, and undone', async () => {
    const page = await house.visit('/set-up/reps', admin)
    await settled(page)
    await page.getByText('are the same name, but for case, accents or order').waitFor()
    await page.getByRole('button', { name: 'Merge berg, anna into Anna Berg' }).press('Enter')
    const group = page.getByRole('group', { name: 'Merge berg, anna into Anna Berg?' })
    await group.getByText('1 part of a call', { exact: false }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await group.getByRole('button', { name: 'Merge', exact: true }).press('Enter')
    await page.getByText('berg, anna was merged into Anna Berg').waitFor()
    expect(await names()).toEqual(['204', 'Anna Berg'])
    await page.getByRole('button', { name: 'Split off berg, anna from Anna Berg' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Undo: berg, anna was merged into Anna Berg' }).click()
    await page.getByText('Undone: names went back', { exact: false }).waitFor()
    expect(await names()).toEqual(['204', 'Anna Berg', 'berg, anna'])
  })

  it.each([1_280, 1_201, 360])(
    'is asked in labels of one line, in a window of %i',
    async (width) => {
      const page = await house.visit('/set-up/reps', admin, { width })
      await settled(page)
      const labels = page.getByRole('form', { name: /^(Match|Confirm) / }).locator('label')
      const heights = await labels.evaluateAll((all) =>
        all.map(
          (label) =>
            label.getBoundingClientRect().height / parseFloat(getComputedStyle(label).lineHeight),
        ),
      )
      expect(heights.length).toBeGreaterThan(3)
      expect(Math.max(...heights)).toBeLessThan(1.5)
    },
  )

  it('is told to be two people, and not suggested again', async () => {
    const page = await house.visit('/set-up/reps', admin)
    await settled(page)
    const apart = page.getByRole('button', {
      ...{ name: 'berg, anna and Anna Berg are two people', exact: true },
    })
    await apart.click()
    await apart.waitFor({ state: 'detached' })
    await page.reload()
    await settled(page)
    expect(await apart.count()).toBe(0)
    await page.getByText('berg, anna and Anna Berg are two people', { exact: true }).waitFor()
  })
})
