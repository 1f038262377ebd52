import { beforeEach, describe, expect, it } from 'vitest'
import * as calls from '../../shared/calls/contract.ts'
import * as reflections from '../../shared/reflections/contract.ts'
import { type Center, type Signed } from '../world/center.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord, legRecord } from '../world/records.ts'

/** What a rep says of a call goes with their latest word, and "not sure" is a word too. */
const world = await openWorld('2026-02-03T09:00:00Z')
type Word = reflections.Reflection['outcome']

let center: Center
let who: Record<'ana' | 'bo' | 'admin', Signed>
let callId: number

beforeEach(async () => {
  center = await world.center()
  who = {
    ana: await center.person('rep', { repId: await center.rep('ana') }),
    bo: await center.person('rep', { repId: await center.rep('bo') }),
    admin: await center.person('admin'),
  }
})

async function deliver(declaredResolution: 'resolved' | null = null) {
  await center.deliver(
    callRecord({
      ...{ externalId: 'one', startedAt: '2026-02-03T08:00:00Z', declaredResolution },
      legs: [legRecord({ rep: 'ana' }), legRecord({ rep: 'bo' })],
    }),
  )
  callId = await center.callId('one')
}

async function reflect(name: 'ana' | 'bo', outcome: Word) {
  world.clock.pass(60)
  await who[name].tell(reflections.record, { params: { callId }, body: { outcome } })
}

/** The outcome of the page and of every line of the list, which must be one. */
async function outcome(): Promise<string> {
  const page = await who.admin.ask(calls.show, { params: { callId } })
  const { items } = await who.admin.ask(calls.list)
  const told = new Set([page.outcome, ...items.map(({ time }) => time.outcome)].map(say))
  expect(told.size).toBe(1)
  return [...told].join()
}

const say = (one: { outcome: string; source: string }) => `${one.outcome} by ${one.source}`

describe('a reflection that is changed to "not sure"', () => {
  it.each(['resolved', 'not_resolved'] as const)('takes back that it was %s', async (first) => {
    await deliver()
    await reflect('ana', first)
    expect(await outcome()).toBe(`${first} by rep`)
    await reflect('ana', 'not_sure')
    expect(await outcome()).toBe('open by none')
    await reflect('ana', 'not_resolved')
    expect(await outcome()).toBe('not_resolved by rep')
  })

  it('takes back what the wrap-up said before it, also where that is delivered again', async () => {
    await deliver('resolved')
    expect(await outcome()).toBe('resolved by rep')
    await reflect('ana', 'not_sure')
    expect(await outcome()).toBe('open by none')
    await center.deliver(
      callRecord({
        ...{ externalId: 'one', startedAt: '2026-02-03T08:00:00Z', declaredResolution: 'resolved' },
        legs: [legRecord({ rep: 'ana', talkSeconds: 300 }), legRecord({ rep: 'bo' })],
      }),
    )
    expect(await outcome()).toBe('open by none')
  })

  it('leaves what a colleague claims', async () => {
    await deliver()
    await reflect('bo', 'not_resolved')
    await reflect('ana', 'resolved')
    await reflect('ana', 'not_sure')
    expect(await outcome()).toBe('not_resolved by rep')
  })

  it('stays taken back when a supervisor has spoken, and every word is still shown', async () => {
    await deliver()
    await reflect('ana', 'resolved')
    await reflect('ana', 'not_sure')
    const body = { claim: 'not_resolved' as const, note: 'She wrote to us.' }
    await who.admin.tell(calls.verify, { params: { callId }, body })
    const page = await who.admin.ask(calls.show, { params: { callId } })
    expect(page.evidence.map(({ source, claim }) => [source, claim])).toEqual([
      ['rep', 'resolved'],
      ['rep', 'not_sure'],
      ['supervisor', 'not_resolved'],
    ])
    const rows = await world.database.reading`
      select rep_claim from call where organization_id = ${center.id} and id = ${callId}`
    expect(rows).toEqual([{ rep_claim: null }])
  })
})
