import { type Browser, type Page } from 'playwright-core'
import { hangUp } from './hang-up.ts'
import { paceFast, type Simulated } from './simulated-house.ts'
import { takePicture } from './take-picture.ts'

const pictures = 6
const betweenMilliseconds = 10 * 60_000
/** Pages of the wall change every 15 s. */
const pageMillisecondsLimit = 90_000

/**
 * An hour of the simulated center, as six pictures of the wall ten minutes apart. Its clock runs
 * fast between two of them, and as ours does while one is taken.
 */
export async function shootHour(browser: Browser, { address, clock }: Simulated): Promise<void> {
  const wall = await hangUp(browser, address, { width: 1920, height: 1080 })
  const beganAt = clock.now()
  for (let nth = 0; nth < pictures; nth += 1) {
    clock.setPace(paceFast)
    await clock.wait(beganAt + nth * betweenMilliseconds - clock.now())
    clock.setPace(1)
    await firstPage(wall)
    await takePicture(wall, `floor-hour-${nth + 1}`)
  }
  await wall.context().close()
}

/** Each picture shows the same queues. */
const firstPage = (wall: Page): Promise<void> =>
  wall.getByText(/page 1 of/).waitFor({ timeout: pageMillisecondsLimit })
