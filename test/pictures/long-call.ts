import { setTimeout as wait } from 'node:timers/promises'
import { type Page } from 'playwright-core'
import { type CallLine } from '../../shared/calls/beside.ts'
import { type PageOf } from '../../shared/wire/page.ts'

const triesLimit = 120
const restMilliseconds = 1_000

/**
 * A long call that stayed resolved: one somebody has reflected on if there is one, and of those
 * the one that ended the longest chain. Waits while the reference is not built yet, because
 * without it no call is long for its kind.
 */
export async function findLongCall(page: Page): Promise<CallLine> {
  for (let tries = 0; tries < triesLimit; tries += 1) {
    const reply = await page.request.get('/api/calls?class=extra_mile&limit=200')
    const { items } = (await reply.json()) as PageOf<CallLine>
    const best = items.sort((a, b) => worth(b) - worth(a))[0]
    if (best) return best
    await wait(restMilliseconds)
  }
  throw new Error('No call of the demo is long for its kind and stayed resolved.')
}

const worth = (line: CallLine): number => (line.hasReflection ? 100 : 0) + (line.position ?? 0)
