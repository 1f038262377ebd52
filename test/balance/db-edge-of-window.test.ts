import { expect, it } from 'vitest'
import * as balance from '../../shared/balance/contract.ts'
import * as calls from '../../shared/calls/contract.ts'
import { openWorld } from '../world/open-world.ts'
import { balanceOf } from './balance-of.ts'
import { backdrop, day, recordsOf, simpleCall, watermarkAt } from './small-worlds.ts'

const world = await openWorld('2026-03-20T09:00:00Z')

/** A call whose window closes in the very second up to which the records are complete. */
const edge = simpleCall('ana', {
  ...{ id: 'edge', customer: 'edge', issue: 'net' },
  startedAt: watermarkAt - 7 * day,
})

/** How many calls each number rests on, everywhere a window decides. */
async function counted(completeUntil: number) {
  const { center, reader } = await balanceOf(world, recordsOf([...backdrop, edge]), completeUntil)
  const admin = await center.person('admin')
  const { legs: inReference } = await admin.tell(balance.rebuild, { body: {} })
  const { reps } = await reader.ask(balance.reps)
  const { mature } = await reader.ask(balance.outcomesInTime)
  const target = await reader.ask(balance.target, { query: { seconds: 180, by: 'issue' } })
  const chains = await reader.ask(balance.resolution, { query: { by: 'issue' } })
  const { resolvedShare } = await reader.ask(calls.summary)
  const page = await reader.ask(calls.show, { params: { callId: await center.callId('edge') } })
  const ana = reps.find(({ rep }) => rep.name === 'ana')!
  return {
    inReference,
    standing: ana.mature,
    resolved: ana.resolved,
    ofClasses: Object.values(ana.classes).reduce((sum, legs) => sum + legs, 0),
    outcomes: mature.of,
    target: target.groups.reduce((sum, { legs }) => sum + legs, 0),
    chains: chains.groups.reduce((sum, { outcomes }) => sum + outcomes.closed, 0),
    list: resolvedShare.of,
    state: page.outcome.state,
  }
}

it('a window is closed in the second in which it ends, and not before, in every number', async () => {
  const [before, at] = [await counted(watermarkAt - 1), await counted(watermarkAt)]
  const { state, ...counts } = before
  const oneMore = Object.entries(counts).map(([name, count]) => [name, count + 1])
  expect(state).toBe('provisional')
  expect(at).toEqual({ ...Object.fromEntries(oneMore), state: 'final' })
})
