import { describe, expect, it } from 'vitest'
import * as intake from '../../shared/intake/contract.ts'
import * as roster from '../../shared/roster/contract.ts'
import { furnishedHouse } from './furnished-house.ts'
import {
  faultsByDayAndNight,
  faultsOf,
  isBrowserHere,
  openHouse,
  overflowOf,
  settled,
} from './open-house.ts'

/** A small phone, and what 1280 pixels become at a zoom of 400 %. */
const narrow = 360

describe.skipIf(!isBrowserHere)('every page', async () => {
  const house = await furnishedHouse()
  const invited = { email: 'new@example.com', role: 'supervisor' as const }
  const { path: join } = await house.admin.tell(roster.invite, { body: invited })
  const [run] = (await house.admin.ask(intake.imports)).items
  const pages = [
    ['/sign-in', null],
    [join, null],
    ['/join/no-such-invitation', null],
    ['/my-calls', 'rita'],
    ['/my-growth', 'rita'],
    ['/calls?issue=no+internet', 'rita'],
    ['/how-numbers-work#standing', 'rita'],
    [`/calls/${house.longCallId}`, 'rita'],
    ['/calls', 'supervisor'],
    ['/calls?class=extra_mile', 'supervisor'],
    ['/calls?issue=invoice&class=extra_mile', 'supervisor'],
    [`/calls/${house.longCallId}`, 'supervisor'],
    ['/calls/999999', 'supervisor'],
    ['/team', 'supervisor'],
    ['/team?measure=return_24h', 'admin'],
    ['/calls?issue=no+internet&counted=closed_chain', 'supervisor'],
    ['/targets?group=no+internet', 'supervisor'],
    ['/imports', 'supervisor'],
    ['/imports', 'admin'],
    ['/imports/new', 'admin'],
    ['/imports/new?files=999999', 'admin'],
    ['/connections', 'admin'],
    ['/connections/new?system=asterisk', 'admin'],
    ['/connections/new?system=freeswitch', 'admin'],
    ['/connections/new?system=3cx', 'admin'],
    ['/connections/new?system=aircall', 'admin'],
    ['/connections/new?system=amazon-connect', 'admin'],
    ['/connections/new?system=genesys-cloud', 'admin'],
    ['/connections/new?system=webhooks', 'admin'],
    ['/connections/new?system=api', 'admin'],
    ['/connections/new?system=files', 'admin'],
    ['/connections/new?system=no-such', 'admin'],
    ['/connections/999999', 'admin'],
    [`/imports/${run!.id}`, 'admin'],
    ['/set-up', 'admin'],
    ['/set-up/teams', 'admin'],
    ['/set-up/reps', 'admin'],
    ['/set-up/keys', 'admin'],
    ['/set-up/webhooks', 'admin'],
    ['/set-up/displays', 'admin'],
    ['/set-up/kinds', 'admin'],
    ['/floor', 'floor'],
    ['/floor?wall', 'admin'],
    ['/floor', 'rita'],
    ['/floor', 'supervisor'],
    ['/nothing-like-this', 'admin'],
  ] as const

  it.each(pages)(
    '%s for %s has no fault, by day and by night, and fits any window',
    async (path, who) => {
      const page = await house.visit(path, who ? house[who] : undefined)
      await settled(page)
      expect(await faultsByDayAndNight(page)).toEqual([])
      await page.setViewportSize({ width: narrow, height: 740 })
      await settled(page)
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      if (who === null || who === 'rita') expect(await faultsOf(page)).toEqual([])
    },
  )

  it('an open reflection has no fault either', async () => {
    const page = await house.visit('/my-calls', house.rita)
    await settled(page)
    await page.keyboard.press('r')
    await page.getByRole('form', { name: 'Reflection' }).waitFor()
    expect(await faultsByDayAndNight(page)).toEqual([])
  })

  it('a reflection on a phone opens over the page and has no fault', async () => {
    const page = await house.visit('/my-calls', house.rita, { width: narrow })
    await settled(page)
    await page
      .getByRole('button', { name: /^Reflect:/ })
      .first()
      .click()
    await page.getByRole('form', { name: 'Reflection' }).waitFor()
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect(await faultsOf(page)).toEqual([])
  })
})

describe.skipIf(!isBrowserHere)('the first page of a new installation', async () => {
  const house = await openHouse('2026-03-16T10:00:00Z')

  it('has no fault, by day and by night, and fits a phone', async () => {
    const page = await house.visit('/first-run')
    await settled(page)
    expect(await faultsByDayAndNight(page)).toEqual([])
    await page.setViewportSize({ width: narrow, height: 740 })
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect(await faultsOf(page)).toEqual([])
  })
})
