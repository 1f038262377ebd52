import { describe, expect, it } from 'vitest'
import * as intake from '../../shared/intake/contract.ts'
import { silentHoursLimit } from '../../shared/intake/silence.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord, phone } from '../world/records.ts'

const startsAt = '2026-03-02T09:00:00.000Z'
const world = await openWorld(startsAt)

describe('a feed', () => {
  it('says what came today, since when it is silent, and that it sends again', async () => {
    const center = await world.center()
    const admin = await center.person('admin')
    const feed = async () => (await admin.ask(intake.feeds)).items.find((f) => f.source === phone)!
    const call = (externalId: string, at: string) => callRecord({ externalId, startedAt: at })
    await center.deliver(
      call('a', '2026-03-02T08:00:00Z'),
      call('from the future', '2031-01-01T00:00:00Z'),
    )
    expect(await feed()).toMatchObject({ silentSince: null, today: { read: 2, refused: 1 } })
    const until = (await feed()).completeUntil

    world.clock.pass(silentHoursLimit * 3_600)
    expect(await feed()).toMatchObject({ silentSince: null, today: { read: 0, refused: 0 } })
    world.clock.pass(1)
    expect(await feed()).toMatchObject({ silentSince: startsAt, completeUntil: until })

    const params = { feedId: (await feed()).id }
    await admin.tell(intake.endFeed, { params, body: { isEnded: true } })
    expect((await feed()).silentSince).toBeNull()
    await admin.tell(intake.endFeed, { params, body: { isEnded: false } })
    await center.deliver(call('b', '2026-03-03T09:00:00Z'))
    expect(await feed()).toMatchObject({ silentSince: null, today: { read: 1, refused: 0 } })
  })

  it('is never complete beyond now, however far ahead a phone system’s clock is', async () => {
    const center = await world.center()
    const admin = await center.person('admin')
    const until = async () => (await admin.ask(intake.feeds)).items[0]?.completeUntil
    const hoursAhead = (hours: number) =>
      new Date(world.clock.now() + hours * 3_600_000).toISOString()
    await center.deliver(callRecord({ externalId: 'before', startedAt: hoursAhead(-1) }))
    expect(await until()).toBe(hoursAhead(-1))
    await center.deliver(callRecord({ externalId: 'ahead', startedAt: hoursAhead(20) }))
    expect(await until()).toBe(hoursAhead(0))
  })

  it('counts what came by itself, not what was imported, and nobody else’s', async () => {
    const [one, other] = [await world.center(), await world.center()]
    await one.deliver(callRecord({ externalId: 'a', startedAt: '2026-03-02T08:00:00Z' }))
    const admin = await other.person('admin')
    expect((await admin.ask(intake.feeds)).items).toEqual([])
    await other.deliver(callRecord({ externalId: 'a', startedAt: '2026-03-02T08:00:00Z' }))
    expect((await admin.ask(intake.feeds)).items).toMatchObject([{ today: { read: 1 } }])
  })
})
