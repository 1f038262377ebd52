import { beforeEach, describe, expect, it } from 'vitest'
import * as calls from '../../shared/calls/contract.ts'
import * as outgoing from '../../shared/outgoing/contract.ts'
import * as reflections from '../../shared/reflections/contract.ts'
import * as matching from '../../shared/roster/matching-contract.ts'
import * as roster from '../../shared/roster/contract.ts'
import { openWebhook, verifiedAt } from '../outgoing/open-webhook.ts'
import { type Center, type Signed } from '../world/center.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord, legRecord } from '../world/records.ts'

const world = await openWorld('2026-02-03T09:00:00Z')
const words = 'We restarted the router together and she stayed on the line.'

let center: Center
let ids: Record<'ana' | 'bo', number>
let who: Record<'ana' | 'bo' | 'admin' | 'supervisor', Signed>
let callId: number

async function furnish(given?: Center) {
  center = given ?? (await world.center())
  const team = await center.team('Internet')
  ids = { ana: await center.rep('ana', team), bo: await center.rep('bo', team) }
  who = {
    ana: await center.person('rep', { repId: ids.ana }),
    bo: await center.person('rep', { repId: ids.bo }),
    admin: await center.person('admin'),
    supervisor: await center.person('supervisor', { teamIds: [team] }),
  }
  callId = await deliver('one')
}
beforeEach(() => furnish())

async function deliver(externalId: string, says = {}): Promise<number> {
  await center.deliver(
    callRecord({
      ...{ externalId, startedAt: '2026-02-03T08:00:00Z', customer: '+49 30 4711' },
      ...{ audience: 'consumer', legs: [legRecord({ rep: 'ana' }), legRecord({ rep: 'bo' })] },
      ...says,
    }),
  )
  return center.callId(externalId)
}

const reflect = (name: 'ana' | 'bo', body: Partial<reflections.Reflection> = {}) =>
  who[name].tell(reflections.record, {
    params: { callId },
    body: { outcome: 'resolved', whatResolvedIt: words, ...body },
  })
const sent = (isShared = true) => ({ params: { callId }, body: { isShared } })
const share = (name: 'ana' | 'bo', isShared = true) =>
  who[name].tell(reflections.share, sent(isShared))
const readBy = async (one: Signed) => (await one.ask(reflections.sharedByOthers)).items

describe('a shared reflection', () => {
  it('is read by colleagues: what helped and where, without who, when and how long', async () => {
    await reflect('ana', {
      ...{ whatStuck: 'She was alone.', whatDidNotGoWell: 'I was late.', friction: 'The letter' },
      ...{ whatNextTime: 'Ask first.', wordsThatWorked: 'I stay with you.', skills: ['empathy'] },
    })
    expect(await readBy(who.bo)).toEqual([])
    expect(await share('ana')).toEqual({ isShared: true })
    const [told] = await readBy(who.bo)
    expect(told).toEqual({
      ...{ id: told!.id, queue: 'support', issue: 'internet', audience: 'consumer' },
      ...{ whatResolvedIt: words, wordsThatWorked: 'I stay with you.', skills: ['empathy'] },
    })
    for (const each of ['supervisor', 'admin'] as const) {
      expect(await readBy(who[each])).toEqual([told])
    }
    expect(await readBy(who.ana)).toEqual([])
    expect(await readBy(await (await world.center()).person('admin'))).toEqual([])
    const { reflections: shown } = await who.ana.ask(calls.show, { params: { callId } })
    expect(shown[0]?.isShared).toBe(true)
  })

  it('is private at first, and private again at any time', async () => {
    const recorded = await reflect('ana')
    expect(recorded.isShared).toBe(false)
    await share('ana')
    expect(await share('ana', false)).toEqual({ isShared: false })
    expect(await readBy(who.bo)).toEqual([])
  })

  it('is shared by nobody but its rep', async () => {
    await reflect('ana')
    const stranger = await (await world.center()).person('rep', { repId: ids.ana })
    const refusals: [Signed, number, string][] = [
      [who.bo, 409, 'nothing_to_share'],
      [who.supervisor, 403, 'role_not_allowed'],
      [who.admin, 403, 'role_not_allowed'],
      [stranger, 404, 'call_unknown'],
      [await center.person('rep'), 404, 'call_unknown'],
    ]
    for (const [one, status, reason] of refusals) {
      expect(await one.refused(reflections.share, sent())).toMatchObject({ status, reason })
    }
    expect(await readBy(who.bo)).toEqual([])
  })

  it('stays shared in other words, and not without any', async () => {
    expect(await who.ana.refused(reflections.share, sent())).toMatchObject({
      reason: 'nothing_to_share',
    })
    await reflect('ana')
    await share('ana')
    const [first] = await readBy(who.bo)
    expect((await reflect('ana', { whatResolvedIt: 'A new cable.' })).isShared).toBe(true)
    expect(await readBy(who.bo)).toEqual([{ ...first, whatResolvedIt: 'A new cable.' }])
    expect((await reflect('ana', { whatResolvedIt: '  ' })).isShared).toBe(false)
    expect((await reflect('ana')).isShared).toBe(false)
    expect(await readBy(who.bo)).toEqual([])
  })

  it('is not among what was solved where it is known that it was not', async () => {
    await reflect('ana')
    await share('ana')
    const params = { callId }
    await who.admin.tell(calls.verify, { params, body: { claim: 'not_resolved', note: 'asked' } })
    expect(await readBy(who.bo)).toEqual([])
    world.clock.pass(60)
    await who.admin.tell(calls.verify, { params, body: { claim: 'resolved', note: 'asked' } })
    expect(await readBy(who.bo)).toHaveLength(1)
    await furnish()
    await reflect('ana')
    await share('ana')
    await deliver('again', { startedAt: '2026-02-03T08:30:00Z' })
    expect(await readBy(who.bo)).toEqual([])
  })

  it('is listed for a week, newest first, in pages', async () => {
    const first = callId
    for (const each of [1, 2, 3, 4]) {
      world.clock.pass(60)
      callId = await deliver(`call ${each}`, { customer: `+49 30 88${each}` })
      await reflect('ana', { whatResolvedIt: `${words} ${each}` })
      await share('ana')
    }
    callId = first
    const seen: string[] = []
    for (let after: string | undefined, more = true; more;) {
      const query = { limit: 3, ...(after === undefined ? {} : { after }) }
      const { items, next } = await who.bo.ask(reflections.sharedByOthers, { query })
      seen.push(...items.map(({ whatResolvedIt }) => whatResolvedIt.slice(-1)))
      after = next ?? undefined
      more = next !== null
    }
    expect(seen).toEqual(['4', '3', '2', '1'])
    const wrong = { query: { after: 'bm9uZQ' } }
    expect(await who.bo.refused(reflections.sharedByOthers, wrong)).toMatchObject({ status: 400 })
    const week = reflections.sharedDaysListed * 86_400
    world.clock.pass(week + 1)
    expect(await readBy(who.bo)).toEqual([])
    world.clock.pass(-week - 1)
  })

  it('goes with its rep where two prove to be one', async () => {
    const late = await center.rep('ana late')
    await reflect('ana')
    await share('ana')
    const merged = { params: { repId: ids.ana }, body: { intoRepId: late } }
    await who.admin.tell(matching.mergeReps, merged)
    expect(await readBy(who.bo)).toHaveLength(1)
    // Whoever signed in as the one is the other now, and may withdraw it.
    await share('ana', false)
    expect(await readBy(who.bo)).toEqual([])
  })

  it('is private again where its call proves to have been somebody else’s', async () => {
    await reflect('ana')
    await share('ana')
    const cy = await center.rep('cy')
    const { items } = await who.admin.ask(roster.reps, { query: { limit: 200 } })
    const [alias] = items.find(({ id }) => id === ids.ana)!.aliases
    const moved = { params: { aliasId: alias!.id }, body: { repId: cy } }
    await who.admin.tell(roster.matchAlias, moved)
    expect(await readBy(who.bo)).toEqual([])
    const page = await who.admin.ask(calls.show, { params: { callId } })
    expect(page.reflections.map(({ rep, isShared }) => [rep.name, isShared])).toEqual([
      ['cy', false],
    ])
  })
})

describe('other systems', () => {
  const open = async () => {
    const hook = await openWebhook(world, 'reflection.shared')
    await furnish(hook.center)
    const told = async () => {
      await world.house.outgoing.sendAll()
      return hook.receiver.received.map((each) => verifiedAt(each, hook.secret, world.clock.now()))
    }
    return { ...hook, told }
  }

  it('are told of what is shared, as colleagues are: nobody is named', async () => {
    const { told, receiver } = await open()
    await reflect('ana', { whatStuck: 'She was alone.', skills: ['empathy'] })
    expect(await told()).toEqual([])
    await share('ana')
    const [{ id } = { id: '' }] = await readBy(who.bo)
    expect(await told()).toEqual([
      {
        type: 'reflection.shared',
        timestamp: new Date(world.clock.now()).toISOString(),
        data: {
          ...{ id, queue: 'support', issue: 'internet', audience: 'consumer' },
          ...{ whatResolvedIt: words, wordsThatWorked: null, skills: ['empathy'] },
        },
      },
    ])
    expect(receiver.received[0]!.body.replace(id, '')).not.toMatch(/ana|711|callId|alone|seconds/)
  })

  it('are told once of the same words, and again of others, under the same id', async () => {
    const { told } = await open()
    await reflect('ana')
    await share('ana')
    await share('ana')
    await reflect('ana', { whatStuck: 'Not for everybody.' })
    expect(await told()).toHaveLength(1)
    await reflect('ana', { whatResolvedIt: 'A new cable.' })
    const messages = (await told()) as { data: { id: string; whatResolvedIt: string } }[]
    expect(messages.map(({ data }) => data.whatResolvedIt)).toEqual([words, 'A new cable.'])
    expect(new Set(messages.map(({ data }) => data.id)).size).toBe(1)
  })

  it('are not told of what was withdrawn before it was sent, and nothing is sent again', async () => {
    const { told, messages } = await open()
    await reflect('ana')
    await share('ana')
    await reflect('bo', { whatResolvedIt: 'I called the technician.' })
    await share('bo')
    await share('ana', false)
    expect(await told()).toMatchObject([{ data: { whatResolvedIt: 'I called the technician.' } }])
    await share('bo', false)
    expect(await messages()).toEqual([])
  })

  it('are told only where the reflection is written down as shared, in one transaction', async () => {
    const { admin, params, told } = await open()
    await admin.tell(outgoing.changeWebhook, { params, body: { isEnabled: false } })
    await reflect('ana')
    await share('ana')
    await admin.tell(outgoing.changeWebhook, { params, body: { isEnabled: true } })
    expect(await told()).toEqual([])
  })
})
