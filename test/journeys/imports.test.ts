import { type Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import * as calls from '../../shared/calls/contract.ts'
import * as intake from '../../shared/intake/contract.ts'
import * as uploads from '../../shared/intake/upload-contract.ts'
import { partBytes } from '../../web/intake/files/send-file.ts'
import { fileOfRows, orderOf, start, storedCalls } from '../intake/wizard-files.ts'
import { cdrsOf, logOf } from '../intake/log-and-cdrs.ts'
import { furnishedHouse } from './furnished-house.ts'
import { chooseFile, exportOfColumns, exportOfSheets, queueLog } from './import-files.ts'
import { faultsByDayAndNight, isBrowserHere, overflowOf, settled } from './open-house.ts'

const narrow = 360

describe.skipIf(!isBrowserHere)('a file from the disk to calls', async () => {
  const house = await furnishedHouse()
  await house.house.imports.start()
  const { admin, lane } = house

  const open = async () => {
    const page = await house.visit('/imports/new', admin)
    await settled(page)
    return page
  }

  it('is recognized as what Asterisk writes, looked at, tried and imported', async () => {
    const page = await open()
    await chooseFile(page, 'queue_log', queueLog(30))
    await page.getByText('This looks like: Asterisk queue_log.').waitFor()
    const table = page.getByRole('region', { name: 'First records of the file' })
    await table.getByRole('row').nth(20).waitFor()
    const first = await table.getByRole('row').nth(1).innerText()
    expect(first).toMatch(/PJSIP\/701\s+support\s+ends in 1820\s+Taken; outcome pending/)
    expect(first).toMatch(/talk 4\smin/)
    expect(first).not.toContain('030901820')
    await page.getByText('A rep logging in, pausing or the like: no call').first().waitFor()
    await isWithoutFault(page)

    await page.getByRole('button', { name: 'Try it without storing' }).click()
    const trial = page.getByRole('article', { name: 'Trial of queue_log' })
    await trial.getByText('nothing was stored').waitFor()
    expect(await trial.innerText()).toMatch(/would be handed on\s+30/)
    expect(await storedCalls(house, lane.id, 'asterisk-queue-log')).toBe(0)
    await page.getByRole('button', { name: 'That looks right: import now' }).click()
    const run = page.getByRole('article', { name: 'Import of queue_log' })
    await run.getByText('The whole file is imported.').waitFor()
    expect(await storedCalls(house, lane.id, 'asterisk-queue-log')).toBe(30)
    await isWithoutFault(page)
  })

  it('whose columns nobody knows is described, saved and read that way the next time', async () => {
    const page = await open()
    await chooseFile(page, 'export.csv', exportOfColumns)
    await page.getByText('Wellspent does not know this export yet.', { exact: false }).waitFor()
    await page.getByRole('list', { name: 'What is still to be said' }).waitFor()
    expect(await page.getByLabel('What Agent Name is').inputValue()).toBe('rep')
    await isWithoutFault(page)
    await page.getByLabel('Name of the phone system').fill('old-pbx')
    await page.getByLabel('Time zone of the times').selectOption('Europe/Berlin')
    await page.getByLabel('Country of callers’ numbers').selectOption('DE')
    await page.getByText('Starts are shown in the zone Europe/Berlin.', { exact: false }).waitFor()
    const table = page.getByRole('region', { name: 'First records of the file' })
    expect(await table.getByRole('row').nth(1).innerText()).toMatch(
      /Tue 10\sMar 09:14\s+Wanda\s+none\s+ends in 1820\s+Resolved, as the rep says\s+talk 4\smin\s10\ss/,
    )
    await table.getByText('is no moment written as', { exact: false }).waitFor()
    await page.getByLabel('Name of the mapping').fill('Old PBX')
    await page.getByRole('button', { name: 'Save mapping' }).click()
    await expect.poll(() => page.url()).toContain('by=saved_mapping')
    await settled(page)
    await page.getByRole('button', { name: 'Import now' }).click()
    const run = page.getByRole('article', { name: 'Import of export.csv' })
    await run.getByText('The whole file is imported.').waitFor()
    expect(await storedCalls(house, lane.id, 'old-pbx')).toBe(3)
    await run.getByRole('link', { name: /refused records/ }).waitFor()
    const saved = page.waitForEvent('download')
    await run.getByRole('link', { name: 'CSV', exact: true }).click()
    expect((await saved).suggestedFilename()).toMatch(/\.csv$/)
    await isWithoutFault(page)

    const next = await open()
    await chooseFile(next, 'next.csv', exportOfColumns.replaceAll('2026', '2025'))
    await next.getByText('The saved mapping “Old PBX” fits its columns.').waitFor()
  })

  it('may be several files, which are read the same way', async () => {
    const page = await open()
    const chosen = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose files' }).click()
    const logs = [queueLog(2), queueLog(3).replaceAll('|PJSIP', '|SIP')]
    const mimeType = 'text/plain'
    const files = logs.map((log, n) => ({ name: `log.${n}`, mimeType, buffer: Buffer.from(log) }))
    await (await chosen).setFiles(files)
    await page.getByText('This looks like: Asterisk queue_log.').waitFor()
    await page.getByRole('button', { name: 'Try it without storing' }).click()
    for (const { name } of files) {
      const trial = page.getByRole('article', { name: `Trial of ${name}` })
      await trial.getByText('nothing was stored').waitFor()
    }
  })

  it('may be a queue_log beside CDRs that came with it, or are put there', async () => {
    const page = await open()
    const chosen = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose files' }).click()
    const mimeType = 'text/plain'
    await (
      await chosen
    ).setFiles([
      { name: 'Master.csv', mimeType, buffer: Buffer.from(cdrsOf(2, 8)) },
      { name: 'log.beside', mimeType, buffer: Buffer.from(logOf(10)) },
    ])
    await page.getByText('CDRs beside it: Master.csv', { exact: false }).waitFor()
    await page.getByLabel('Name of the phone system').fill('pbx-beside')
    const said = page.getByRole('list', { name: 'What the CDRs tell of the log' }).first()
    await said.getByText('8 of 10 calls of the log found').waitFor()
    expect(await said.innerText()).toContain('UTC+01:00')
    await isWithoutFault(page)

    await page.getByRole('button', { name: 'Leave out Master.csv' }).click()
    await expect.poll(() => said.count()).toBe(0)
    await page.getByRole('combobox', { name: 'Add a file that is here' }).selectOption('Master.csv')
    await said.getByText('8 of 10 calls of the log found').waitFor()
    await settled(page)
    await page.getByRole('button', { name: 'Import now' }).click()
    for (const name of ['log.beside', 'Master.csv']) {
      const run = page.getByRole('article', { name: `Import of ${name}` })
      await run.getByText('The whole file is imported.').waitFor()
    }
    const run = page.getByRole('article', { name: 'Import of log.beside' })
    await run.getByText('8 of 10 calls of the log found').waitFor()
    expect(await storedCalls(house, lane.id, 'pbx-beside')).toBe(11)
    await isWithoutFault(page)

    const more = page.waitForEvent('filechooser')
    await page.goto(page.url().replace(/&runs=[^&]*|&cdrs=[^&]*/g, ''))
    await page.getByRole('button', { name: 'Add a file from the disk' }).click()
    const buffer = Buffer.from(cdrsOf(700, 2))
    await (await more).setFiles([{ name: 'other.csv', mimeType, buffer }])
    await said.getByText('None of the 10 calls', { exact: false }).waitFor()
    await said.getByText('take those of the same days', { exact: false }).waitFor()
  })

  it('may be a sheet of a workbook', async () => {
    const page = await open()
    await chooseFile(page, 'calls.xlsx', exportOfSheets())
    await page.getByLabel('Sheet of the workbook').selectOption('Calls')
    await page.getByLabel('Name of the phone system').fill('sheets')
    await page.getByLabel('Time zone of the times').selectOption('Europe/Berlin')
    await page.getByText('Starts are shown in the zone Europe/Berlin.', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Import now' }).click()
    await page.getByText('The whole file is imported.').waitFor()
    expect(await storedCalls(house, lane.id, 'sheets')).toBe(2)
    const query = { from: '2026-03-11', to: '2026-03-11', limit: 50 }
    const { items } = await admin.ask(calls.list, { query })
    expect(items.map(({ startedAt }) => startedAt)).toContain('2026-03-11T08:14:05.000Z')
  })

  it('that can not be read says why, and how to go on', async () => {
    const page = await open()
    await chooseFile(page, 'empty.csv', '\n')
    await page.getByText('The file is empty', { exact: false }).waitFor()
    await isWithoutFault(page)
    await page.getByRole('button', { name: 'Take another file' }).click()
    await page.getByText('Drop files here').waitFor()
  })
})

describe.skipIf(!isBrowserHere)('an import that is left', async () => {
  const house = await furnishedHouse()
  const { admin, lane } = house

  it('goes on where its parts ended, once the same file is chosen again', async () => {
    const page = await house.visit('/imports/new', admin)
    await settled(page)
    const content = fileOfRows(200_000).slice(0, partBytes * 2)
    let parts = 0
    await page.route(/\/api\/uploads\/\d+\/bytes\/\d+$/, async (route) => {
      parts += 1
      await (parts === 1 ? route.continue() : route.abort('internetdisconnected'))
    })
    await chooseFile(page, 'long.csv', content)
    const row = page.getByRole('listitem').filter({ hasText: 'long.csv' })
    await row.getByText('4.2 MB of', { exact: false }).waitFor()
    await page.reload()
    await row.getByText('Choose the same file again', { exact: false }).waitFor()
    await isWithoutFault(page)
    await page.unroute(/\/api\/uploads\/\d+\/bytes\/\d+$/)
    await chooseFile(page, 'long.csv', content)
    await expect.poll(() => page.url()).toContain('files=')
    const { items } = await admin.ask(uploads.uploads)
    expect(items.map(({ name, received }) => [name, received])).toEqual([
      ['long.csv', Buffer.byteLength(content)],
    ])
  })

  it('waits, is paused, found again after a reload, resumed, and cancelled', async () => {
    const importId = await start(admin, fileOfRows(50), orderOf('paused'))
    const page = await house.visit('/imports', admin)
    await settled(page)
    const row = page.getByRole('listitem').filter({ hasText: 'calls.csv' })
    await row.getByRole('button', { name: 'Pause the import' }).click()
    await row.getByText('Paused', { exact: true }).waitFor()
    await page.goto(`/imports/new?files=${await newestUpload()}&runs=${importId}`)
    const run = page.getByRole('article', { name: 'Import of calls.csv' })
    await run.getByText('Paused', { exact: true }).waitFor()
    await isWithoutFault(page)
    await page.reload()
    await run.getByRole('button', { name: 'Go on with the import' }).click()
    await run.getByText('Waiting until the import before it', { exact: false }).waitFor()
    await run.getByRole('button', { name: 'Cancel the import' }).click()
    await run.getByRole('button', { name: 'Cancel', exact: true }).click()
    await run.getByText('Cancelled', { exact: false }).waitFor()
    expect((await admin.ask(intake.oneImport, { params: { importId } })).state).toBe('cancelled')
    expect(await storedCalls(house, lane.id, 'paused')).toBe(0)
  })

  it('is deleted from the server when somebody says so', async () => {
    const page = await house.visit('/imports/new', admin)
    await settled(page)
    await page.getByRole('button', { name: 'Delete long.csv' }).click()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await expect
      .poll(async () => (await admin.ask(uploads.uploads)).items.map(({ name }) => name))
      .not.toContain('long.csv')
  })

  const newestUpload = async () => (await admin.ask(uploads.uploads)).items[0]!.id
})

/** By day, by night, and in a narrow window. */
async function isWithoutFault(page: Page): Promise<void> {
  await settled(page)
  expect(await faultsByDayAndNight(page)).toEqual([])
  const size = page.viewportSize()!
  await page.setViewportSize({ width: narrow, height: 740 })
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  await page.setViewportSize(size)
}
