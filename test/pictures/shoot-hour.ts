import { type Browser, type Page } from 'playwright-core'
import { openCentre } from '../../server/demo-centre/open-centre.ts'
import { hangUp } from './hang-up.ts'
import { openMovingClock } from './moving-clock.ts'
import { openOwnHouse, type OwnHouse } from './own-house.ts'
import { takePicture } from './take-picture.ts'

/** A Monday, the simulated center's busiest day. The clocks of London say UTC then. */
const startsAt = '2026-03-16T09:40:00Z'
const firstPictureAt = Date.parse('2026-03-16T10:00:00Z')
const seed = 20_260
const pictures = 6
const betweenMilliseconds = 10 * 60_000
/** An hour in five minutes. */
const paceFast = 12
/** Pages of the wall change every 15 s. */
const pageMillisecondsLimit = 90_000

/**
 * An hour of the simulated center, as six pictures of the wall ten minutes apart. Its clock runs
 * fast between two of them, and as ours does while one is taken.
 */
export async function shootHour(browser: Browser, folder: string): Promise<void> {
  const clock = openMovingClock(startsAt)
  const own = await openOwnHouse(folder, clock.now, true)
  const centre = openSimulated(own, clock)
  try {
    await centre.isLive
    await own.house.balance.lookAtAll()
    const wall = await hangUp(browser, own.address, { width: 1920, height: 1080 })
    for (let nth = 0; nth < pictures; nth += 1) {
      clock.setPace(paceFast)
      await clock.wait(firstPictureAt + nth * betweenMilliseconds - clock.now())
      clock.setPace(1)
      await firstPage(wall)
      await takePicture(wall, `floor-hour-${nth + 1}`)
    }
    await wall.context().close()
  } finally {
    await centre.close()
    await own.stop()
  }
}

/** The simulated center as the demo has it, but for its clock. */
function openSimulated({ address }: OwnHouse, clock: ReturnType<typeof openMovingClock>) {
  const closing = new AbortController()
  const { signal } = closing
  let said = (): void => undefined
  const written = new Promise<void>((resolve) => {
    said = resolve
  })
  clock.setPace(1)
  const ended = openCentre({
    ...{ baseUrl: address, seed, signal, now: clock.now },
    wait: (milliseconds) => clock.wait(milliseconds, signal),
    log: (sentence) => {
      console.log(sentence)
      if (/have written \d+ reflections/.test(sentence)) said()
    },
  })
  return {
    isLive: Promise.race([
      written,
      ended.then(() => {
        throw new Error('The simulated call center closed before it was live.')
      }),
    ]),
    close: async (): Promise<void> => {
      closing.abort()
      await ended
    },
  }
}

/** Each picture shows the same queues. */
const firstPage = (wall: Page): Promise<void> =>
  wall
    .getByText(/page 1 of/)
    .waitFor({ timeout: pageMillisecondsLimit })
