import { openBrowser } from './open-browser.ts'
import { shootAdmin, shootRep, shootSupervisor } from './shots.ts'
const browser = await openBrowser()
const address = 'http://127.0.0.1:3431'
const which = process.argv.slice(2)
try {
  if (which.includes('s')) await shootSupervisor(browser, address)
  if (which.includes('r')) await shootRep(browser, address)
  if (which.includes('a')) await shootAdmin(browser, address)
} finally { await browser.close() }
