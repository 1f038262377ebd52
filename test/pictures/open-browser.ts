import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
