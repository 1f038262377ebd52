import { type Browser } from 'playwright-core'
import { openCentre } from '../../server/demo-centre/open-centre.ts'
import { type MovingClock, openMovingClock } from './moving-clock.ts'
import { openOwnHouse } from './own-house.ts'

/** A Monday, the simulated center's busiest day. The clocks of London say UTC then. */
const opensAt = '2026-03-16T09:40:00Z'
const beginsAt = Date.parse('2026-03-16T10:00:00Z')
const seed = 20_260
/** An hour in five minutes. */
export const paceFast = 12

export type Simulated = { address: string; clock: MovingClock }

/** The demo on a busy morning: its history is told, its reps have written, and it is ten o'clock. */
export async function withSimulated(
  folder: string,
  browser: Browser,
  work: (browser: Browser, house: Simulated) => Promise<void>,
): Promise<void> {
  const clock = openMovingClock(opensAt)
  const own = await openOwnHouse(folder, clock.now, true)
  const centre = openSimulated(own.address, clock)
  try {
    await centre.isLive
    await own.house.balance.lookAtAll()
    clock.setPace(paceFast)
    await clock.wait(beginsAt - clock.now())
    clock.setPace(1)
    await work(browser, { address: own.address, clock })
  } finally {
    await centre.close()
    await own.stop()
  }
}

/** The simulated center as the demo has it, but for its clock. */
function openSimulated(baseUrl: string, clock: MovingClock) {
  const closing = new AbortController()
  const { signal } = closing
  let said = (): void => undefined
  const written = new Promise<void>((resolve) => {
    said = resolve
  })
  clock.setPace(1)
  const ended = openCentre({
    ...{ baseUrl, seed, signal, now: clock.now },
    wait: (milliseconds) => clock.wait(milliseconds, signal),
    log: (sentence) => {
      console.log(sentence)
      if (/have written \d+ reflections/.test(sentence)) said()
    },
  })
  return {
    /** @throws where the center closes before it is live, with what stopped it */
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
