import { type Browser } from 'playwright-core'
import { setUp } from '../../shared/roster/contract.ts'
import { callerOf } from '../world/caller.ts'
import { openMovingClock } from './moving-clock.ts'
import { openOwnHouse } from './own-house.ts'
import { shootConnections } from './shoot-connections.ts'
import { shootImport } from './shoot-import.ts'

const startsAt = '2026-03-16T10:00:00Z'
const who = { email: 'pat@harbour-desk.example', password: 'a sentence works well' }

/** Where calls come from: a file, and phone systems that deliver by themselves. */
export async function shootFeeds(browser: Browser, folder: string): Promise<void> {
  const clock = openMovingClock(startsAt)
  const own = await openOwnHouse(folder, clock.now)
  try {
    await callerOf(own.house.app, {}).tell(setUp, {
      body: { organization: 'Harbour Desk', name: 'Pat Ferreira', ...who, isSimulated: false },
    })
    await shootImport(browser, own, who, clock.now())
    await shootConnections(browser, own, who, clock)
  } finally {
    await own.stop()
  }
}
