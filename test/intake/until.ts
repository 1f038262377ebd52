import { setTimeout as wait } from 'node:timers/promises'

const patienceMilliseconds = 45_000

/** Waits until something holds; a test that waits too long fails with what was waited for. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const tries = patienceMilliseconds / 50
  for (let tried = 0; tried < tries; tried++) {
    if (await holds()) return
    await wait(50)
  }
  throw new Error(`It did not happen: ${what}`)
}
