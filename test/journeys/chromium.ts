import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where browsers are installed on the machines we know. */
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Nothing of the browser's own goes over the network, and it needs no sandbox of the machine: it
 * opens our own pages only, also where we are root.
 */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--mute-audio']

/**
 * Opens a browser without a window: one that this machine has, else the one a package brings.
 * Null where neither starts.
 */
export async function openChromium(): Promise<Browser | null> {
  for (const executablePath of installed.filter((path) => existsSync(path))) {
    const browser = await launch(executablePath)
    if (browser) return browser
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const { default: packed } = await import('@sparticuz/chromium')
  return launch(await packed.executablePath())
}

const launch = (executablePath: string): Promise<Browser | null> =>
  chromium.launch({ executablePath, args: flags }).catch(() => null)
