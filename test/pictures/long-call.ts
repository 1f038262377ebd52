import { setTimeout as wait } from 'node:timers/promises'
import { type Page } from 'playwright-core'
import { type CallLine } from '../../shared/calls/beside.ts'
import { type PageOf } from '../../shared/wire/page.ts'

const triesLimit = 120
const restMilliseconds = 1_000
/** Lists of 200 that are looked through; the newest come first. */
const listsLimit = 10

/**
 * A long call that stayed resolved: best one somebody has reflected on, that ended a chain, and
 * of those the longest. Waits while the reference is not built, because before it no call is long
 * for its kind.
 */
export async function findLongCall(page: Page): Promise<CallLine> {
  for (let tries = 0; tries < triesLimit; tries += 1) {
    const best = (await longCalls(page)).sort((a, b) => worth(b) - worth(a))[0]
    if (best) return best
    await wait(restMilliseconds)
  }
  throw new Error('No call of the demo is long for its kind and stayed resolved.')
}

async function longCalls(page: Page): Promise<CallLine[]> {
  const found: CallLine[] = []
  let after = ''
  for (let list = 0; list < listsLimit; list += 1) {
    const reply = await page.request.get(`/api/calls?class=extra_mile&limit=200${after}`)
    const { items, next } = (await reply.json()) as PageOf<CallLine>
    found.push(...items)
    if (next === null) break
    after = `&after=${next}`
  }
  return found
}

const worth = ({ hasReflection, position, time }: CallLine): number =>
  (hasReflection ? 1_000_000 : 0) + ((position ?? 0) >= 3 ? 100_000 : 0) + (time.handleSeconds ?? 0)
