import { type Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { watch } from '../../shared/floor/contract.ts'
import * as reflections from '../../shared/reflections/contract.ts'
import { callRecord, legRecord } from '../world/records.ts'
import { furnishedHouse } from './furnished-house.ts'
import { faultsByDayAndNight, isBrowserHere, overflowOf, settled } from './open-house.ts'

const said = '28 minutes, solved for good: no internet'
const words = 'We restarted the router together, slowly.'

describe.skipIf(!isBrowserHere)('what a rep wants to be seen', async () => {
  const house = await furnishedHouse()

  /** What the server has for every board, read anew. */
  async function floor() {
    house.clock.pass(11)
    return (await house.floor.ask(watch)).floor
  }

  it('is a recognized call: put on the board by its rep, seen without a name, taken off', async () => {
    expect((await floor()).recognitions).toEqual([])
    const page = await house.visit('/my-growth', house.rita)
    await settled(page)
    await page.getByText(`The board would say: “${said}”`).waitFor()
    await page.getByText('colleagues may still guess', { exact: false }).waitFor()
    await isWithoutFault(page)
    const choice = page.getByRole('button', { name: `Show it on the board: ${said}` })
    await choice.focus()
    await page.keyboard.press('Enter')
    await page.getByText('It is on the board until midnight.').waitFor()
    await page.getByText(`On the board today: “${said}”`).waitFor()
    expect((await floor()).recognitions).toMatchObject([{ minutes: 28, issue: 'no internet' }])

    const board = await house.visit('/floor', house.supervisor)
    await board.getByRole('heading', { name: 'Solved for good' }).waitFor()
    await board.getByText('28 minutes').waitFor()
    expect(await board.getByRole('region').first().innerText()).not.toContain('Rita')

    await page.getByRole('button', { name: 'Take it off' }).click()
    await page.getByText('It is off the board.').waitFor()
    expect((await floor()).recognitions).toEqual([])
  })

  it('is what resolved a call: shared, read beside the board, a word of the day, withdrawn', async () => {
    const bo = await house.lane.person('rep', { repId: await house.lane.rep('Newcomer') })
    const params = { callId: house.longCallId }
    const body = { outcome: 'resolved' as const, whatResolvedIt: words, whatStuck: 'Alone.' }
    await house.rita.tell(reflections.record, { params, body })
    await house.lane.deliver(
      callRecord({
        ...{ queue: 'Technical support', startedAt: new Date(house.clock.now()).toISOString() },
        legs: [legRecord({ rep: 'Ana' })],
      }),
    )

    const call = await house.visit(`/calls/${house.longCallId}`, house.rita)
    await settled(call)
    await call.getByText('Private so far.', { exact: false }).waitFor()
    await isWithoutFault(call)
    await call.getByRole('button', { name: 'Share with colleagues' }).click()
    await call.getByRole('button', { name: 'Keep it private again' }).waitFor()
    expect((await floor()).word).toEqual({ text: words })

    const desk = await house.visit('/floor', bo)
    await desk.getByRole('heading', { name: 'What others solved' }).waitFor()
    const beside = desk.getByRole('complementary')
    await beside.getByText(words).waitFor()
    await desk.getByRole('blockquote').getByText(words).waitFor()
    const read = await beside.innerText()
    expect(read).not.toMatch(/Rita|Alone|28/)
    await isWithoutFault(desk)

    await call.getByRole('button', { name: 'Keep it private again' }).click()
    await call.getByRole('button', { name: 'Share with colleagues' }).waitFor()
    expect((await floor()).word).toBeNull()
    await desk.reload()
    await beside.getByText('Nobody has shared anything this week').waitFor()
    await isWithoutFault(desk)
  })

  it('can be said in My calls too, and the form says who reads what is shared', async () => {
    const params = { callId: house.longCallId }
    const body = { outcome: 'resolved' as const, whatResolvedIt: words }
    await house.rita.tell(reflections.record, { params, body })
    const page = await house.visit('/my-calls', house.rita)
    await settled(page)
    await page.getByRole('link', { name: /8 Mar/ }).first().waitFor()
    for (let down = 0; down < 3; down += 1) await page.keyboard.press('j')
    const panel = page.getByRole('complementary')
    await panel.getByRole('button', { name: 'Share with colleagues' }).click()
    await panel.getByRole('button', { name: 'Keep it private again' }).waitFor()
    await isWithoutFault(page)
    await page.keyboard.press('r')
    await page.getByText('It is shared: colleagues read', { exact: false }).waitFor()
  })
})

async function isWithoutFault(page: Page): Promise<void> {
  expect(await faultsByDayAndNight(page)).toEqual([])
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
}
