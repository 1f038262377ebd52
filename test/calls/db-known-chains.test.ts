import { describe, expect, it } from 'vitest'
import { type ModelCall } from '../balance/model-of-linking.ts'
import { type KnownAnswers } from '../balance/vectors/known-answers-shape.ts'
import { withAnswers } from '../balance/vectors/known-answers.ts'
import { type CallPage } from '../../shared/calls/call-page.ts'
import * as calls from '../../shared/calls/contract.ts'
import * as intake from '../../shared/intake/contract.ts'
import { type Ending } from '../../shared/calls/words.ts'
import { type Center } from '../world/center.ts'
import { openWorld } from '../world/open-world.ts'
import { type Caller } from '../world/caller.ts'
import { linkedState } from './linked-state.ts'
import { recordOf } from './model-worlds.ts'

const world = await openWorld('2026-03-02T09:00:00Z')
const dayZero = Date.parse('2026-01-05T00:00:00Z') / 1000

type Contact = KnownAnswers['V7_chains']['contacts'][number]

const endings: Record<string, Ending> = {
  end: 'completed',
  transfer: 'blind_transfer',
  conference: 'conference',
}

const modelCallOf = ({ start, direction, legs, ...contact }: Contact): ModelCall => ({
  ...contact,
  startedAt: dayZero + start,
  direction: direction === 'in' ? 'inbound' : 'outbound',
  legs: legs.map(({ rep, h, end, neutral = false }) => ({
    ...{ rep, handleSeconds: h, ending: endings[end]!, neutral },
  })),
})

/** A chain's status stands in the chain; a call that nothing links has none. */
const statusOn = (page: CallPage) =>
  page.chain.find((call) => call.isThisCall)?.windowStatus ?? 'unlinkable'

withAnswers('V7_chains', (answers) => {
  const center: Promise<{ center: Center; reader: Caller }> = (async () => {
    const made = await world.center()
    await made.deliver(...answers.contacts.map((contact) => recordOf(modelCallOf(contact))))
    await made.completeUntil((dayZero + answers.watermark) * 1000)
    return { center: made, reader: await made.key('read') }
  })()
  const pageOf = async (id: string): Promise<CallPage> => {
    const { center: here, reader } = await center
    return reader.ask(calls.show, { params: { callId: await here.callId(id) } })
  }

  it('says up to when the records are complete', async () => {
    const { reader } = await center
    const { items } = await reader.ask(intake.feeds)
    const until = new Date((dayZero + answers.watermark) * 1000).toISOString()
    expect(items).toMatchObject([{ source: 'phone', calls: 14, completeUntil: until }])
    expect(await reader.ask(calls.summary)).toMatchObject({ watermark: until, legs: 17 })
  })

  describe.each(Object.entries(answers.status))('%s', (id, status) => {
    it('has its status and its place in the chain', async () => {
      const page = await pageOf(id)
      expect(statusOn(page)).toBe(status)
      expect(page.position ?? 1).toBe(answers.position[id])
      const isFinal = status === 'resolved' || status === 'not_resolved'
      expect(page.outcome).toMatchObject({
        outcome: isFinal ? status : 'open',
        state: isFinal ? 'final' : 'provisional',
        isLinkable: status !== 'unlinkable',
      })
    })

    it('has the outcome of each leg', async () => {
      const { center: here } = await center
      const state = (await linkedState(world.database, here.id)).get(id)!
      const expected = answers.legs
        .filter(({ contact }) => contact === id)
        .map(({ leg, rep, y }) => ({ rep, y, yFast: answers.y_fast[`${id}/${leg}`] ?? null }))
      expect(state.legs.map(({ rep, y, yFast }) => ({ rep, y, yFast }))).toEqual(expected)
    })
  })

  it('shows each chain with its follow-ups and its seconds', async () => {
    const { center: here } = await center
    for (const chain of answers.chains) {
      const ids = [...chain.contacts, ...chain.outbound]
      const page = await pageOf(chain.contacts[0]!)
      const expected = await Promise.all(ids.map((id) => here.callId(id)))
      expect(page.chain.map(({ callId }) => callId).sort()).toEqual(expected.sort())
      const seconds = page.chain.map(({ handleSeconds }) => handleSeconds ?? 0)
      expect(seconds.reduce((total, each) => total + each, 0)).toBe(chain.total)
      const last = page.chain.findLast(({ direction }) => direction === 'inbound')
      expect(last?.windowStatus).toBe(chain.closed ? 'resolved' : 'open')
    }
  })

  it('counts what the window has decided', async () => {
    const { reader } = await center
    const counted = answers.legs.filter(({ y }) => y !== null)
    const fast = Object.values(answers.y_fast).filter((y) => y !== null)
    expect(await reader.ask(calls.summary)).toMatchObject({
      resolvedShare: { count: counted.filter(({ y }) => y === 1).length, of: counted.length },
      returnWithin24h: { count: fast.filter((y) => y === 0).length, of: fast.length },
    })
  })

  it('does not mature while the source is silent, whatever the clock says', async () => {
    const { reader } = await center
    const before = await reader.ask(calls.summary)
    world.clock.pass(30 * 86_400)
    expect(await reader.ask(calls.summary)).toEqual(before)
  })
})
