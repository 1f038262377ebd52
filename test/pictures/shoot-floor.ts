import { type Browser } from 'playwright-core'
import { openProxy } from '../world/proxy.ts'
import { isLive, says } from './floor-phase.ts'
import { hangUp } from './hang-up.ts'
import { openAs } from './open-as.ts'
import { type Simulated } from './simulated-house.ts'
import { takePicture } from './take-picture.ts'

const supervisor = 'Oddný Castellane'
const rep = 'Amara Nwosu-Hale'

const tv = { width: 1920, height: 1080 }
/** Kept at half of its size: every letter has four pixels for one. */
const tv4k = { width: 3840, height: 2160, scale: 0.5 }
const phone = { width: 390, height: 844 }

/** The floor of a demo that is live: on walls, on a desk and on a phone. */
export async function shootFloor(browser: Browser, { address }: Simulated): Promise<void> {
  await shootWall(browser, address)
  const large = await hangUp(browser, address, tv4k)
  await takePicture(large, 'floor-wall-4k')
  await large.context().close()
  for (const [name, who, look] of [
    ['floor-desk', supervisor, {}],
    ['floor-desk-dark', supervisor, { scheme: 'dark' }],
    ['floor-phone', rep, phone],
    ['floor-phone-dark', rep, { ...phone, scheme: 'dark' }],
  ] as const) {
    const page = await openAs(browser, address, who, look)
    await page.goto('/floor')
    await isLive(page)
    await takePicture(page, name)
    await page.context().close()
  }
}

/** A wall by day; then its server falls silent, is cut off and comes back, when it is night. */
async function shootWall(browser: Browser, address: string): Promise<void> {
  const way = await openProxy(Number(new URL(address).port))
  try {
    const seen = `http://127.0.0.1:${way.port}`
    const wall = await hangUp(browser, seen, { ...tv, picture: 'floor-pairing' })
    await takePicture(wall, 'floor-wall')
    way.setWay('silent')
    await says(wall, 'The server has fallen silent.')
    await takePicture(wall, 'floor-quiet')
    way.setWay('cut')
    await says(wall, 'The connection is lost.')
    await takePicture(wall, 'floor-lost')
    way.setWay('open')
    await isLive(wall)
    await wall.emulateMedia({ colorScheme: 'dark' })
    await takePicture(wall, 'floor-wall-dark')
    await wall.context().close()
  } finally {
    way.close()
  }
}
