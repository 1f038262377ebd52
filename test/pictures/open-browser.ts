import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

/**
 * The Chromium that a package ships. The flags that package advises are for functions in a cloud:
 * one process for everything, which ends with the first closed page, and no check of origins.
 */
export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
