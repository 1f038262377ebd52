import { type Browser, type Page } from 'playwright-core'
import { callsExport } from './calls-export.ts'
import { openSignedIn } from './open-as.ts'
import { type OwnHouse } from './own-house.ts'
import { putOnTop, takePicture } from './take-picture.ts'

const name = 'calls-february.csv'

type Who = { email: string; password: string }

/** A file that nobody has described, from the disk to calls, at each step. */
export async function shootImport(
  browser: Browser,
  { address }: OwnHouse,
  who: Who,
  at: number,
): Promise<void> {
  const page = await openSignedIn(browser, address, who, { at })
  await page.goto('/imports/new')
  await page.getByRole('button', { name: 'Choose files' }).waitFor()
  await takePicture(page, 'import-1-file')
  await describeFile(page)
  await tryFile(page)
  await importFile(page)
  await page.context().close()
}

async function describeFile(page: Page): Promise<void> {
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  const buffer = Buffer.from(callsExport())
  await (await chosen).setFiles({ name, mimeType: 'text/csv', buffer })
  await page.getByText('Wellspent does not know this export yet.', { exact: false }).waitFor()
  await page.getByLabel('Name of the phone system').fill('leeds:main')
  await page.getByLabel('Time zone of the times').selectOption('Europe/London')
  await page.getByLabel('Country of callers’ numbers').selectOption('GB')
  await takePicture(page, 'import-2-reading')
  await page.getByLabel('What Taken by is').selectOption('rep')
  await page.getByLabel('What Line is').selectOption('queue')
  await page.getByLabel('What About is').selectOption('issue')
  await putOnTop(page.getByRole('heading', { name: 'Which column is what' }))
  await takePicture(page, 'import-3-columns')
  await page.getByText('Starts are shown in the zone Europe/London.', { exact: false }).waitFor()
  await putOnTop(page.getByRole('heading', { name: 'What Wellspent would read' }))
  await takePicture(page, 'import-4-preview')
}

async function tryFile(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try it without storing' }).click()
  const trial = page.getByRole('article', { name: `Trial of ${name}` })
  await trial.getByText('nothing was stored').waitFor({ timeout: runMillisecondsLimit })
  await putOnTop(page.getByRole('heading', { name: 'Try it, then import' }))
  await takePicture(page, 'import-5-trial')
}

async function importFile(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'That looks right: import now' }).click()
  const run = page.getByRole('article', { name: `Import of ${name}` })
  await run.getByRole('progressbar').waitFor()
  await run.getByText(/MB of .* read/).waitFor()
  await putOnTop(run)
  await takePicture(page, 'import-6-running')
  await run.getByText('The whole file is imported.').waitFor({ timeout: runMillisecondsLimit })
  await putOnTop(run)
  await takePicture(page, 'import-7-finished')
  await run.getByRole('link', { name: /refused records/ }).click()
  await page.getByRole('heading', { level: 1, name: /^Refused records/ }).waitFor()
  await page.getByText('is no moment written as').first().waitFor()
  await takePicture(page, 'import-8-refused')
}

const runMillisecondsLimit = 120_000
