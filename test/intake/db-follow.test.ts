import { once } from 'node:events'
import { copyFile, rename, truncate, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { asteriskQueueLog } from '../../server/intake/adapters/asterisk-queue-log.ts'
import { watch } from '../../shared/floor/contract.ts'
import { nobodyThere } from '../../shared/floor/floor.ts'
import * as intake from '../../shared/intake/contract.ts'
import { openWorld } from '../world/open-world.ts'
import { at, id, log, readText, ten } from './adapters/asterisk-lines.ts'
import { openFollowedLog } from './followed-log.ts'
import { until } from './until.ts'

const world = await openWorld('2026-02-02T14:00:00Z')

const lines = (text: string) => text.split('\n')
const answered = (begun: number, count: number) =>
  lines(
    log(
      `${begun + 5}|${id(begun, count)}|sales|NONE|ENTERQUEUE||493055${10_000 + count}|1`,
      `${begun + 9}|${id(begun, count)}|sales|PJSIP/70${count % 7}|CONNECT|4|${id(begun + 5)}|3`,
      `${begun + 99}|${id(begun, count)}|sales|PJSIP/70${count % 7}|COMPLETEAGENT|4|90|1`,
    ),
  )

describe('following a log', () => {
  it('stores calls as they end, goes on after a stop, and moves the watermark', async () => {
    const center = await world.center()
    const followed = await openFollowedLog(world, center)
    await followed.write(...answered(0, 1), ...answered(200, 2).slice(0, 2))
    const first = followed.follow()
    await until('the first call', async () => (await followed.calls()).length === 1)
    expect(await followed.completeUntil()).toBe(at(0))
    await first.stop()

    await followed.write(
      ...answered(200, 2).slice(2),
      ...lines(log('9000|NONE|NONE|NONE|CONFIGRELOAD|')),
    )
    const second = followed.follow()
    await until('the second call', async () => (await followed.calls()).length === 2)
    await second.stop()
    expect(await followed.calls()).toMatchObject([{ legs: 1 }, { legs: 1 }])
    expect(await followed.completeUntil()).toBe(at(9000 - 3600))
    expect(await followed.run()).toMatchObject({
      ...{ name: 'queue_log, followed on 2026-02-02', way: 'follow', read: 7, accepted: 2 },
      ...{ joined: 4, ignored: 1, refused: 0, unchanged: 0, ignoredByRule: { system_event: 1 } },
    })
    expect(
      followed.said.filter((sentence) => sentence.includes('from where it was left')).length,
    ).toBe(1)
  })

  it('says nothing of a watermark while the log is silent', async () => {
    const center = await world.center()
    const followed = await openFollowedLog(world, center)
    await followed.write(...answered(0, 1))
    const following = followed.follow()
    await until('the call', async () => (await followed.calls()).length === 1)
    const before = await followed.completeUntil()
    world.clock.pass(3_600)
    await wait(2_500)
    expect(await followed.completeUntil()).toBe(before)
    await following.stop()
  })

  it('reads on through a rotation by renaming and one by copying', async () => {
    const center = await world.center()
    const followed = await openFollowedLog(world, center)
    await followed.write(...answered(0, 1))
    const following = followed.follow()
    await until('the first call', async () => (await followed.calls()).length === 1)
    await followed.write(...answered(200, 2).slice(0, 1))
    await rename(followed.path, `${followed.path}.1`)
    await writeFile(followed.path, `${answered(200, 2).slice(1).join('\n')}\n`)
    await until('the second call', async () => (await followed.calls()).length === 2)
    await following.stop()

    await followed.write(...answered(400, 3).slice(0, 2))
    await copyFile(followed.path, `${followed.path}-20260202`)
    await truncate(followed.path)
    await followed.write(...answered(400, 3).slice(2), ...answered(600, 4))
    const again = followed.follow()
    await until('the other calls', async () => (await followed.calls()).length === 4)
    await again.stop()
    expect((await followed.calls()).every(({ legs }) => legs === 1)).toBe(true)
    expect(await followed.run()).toMatchObject({ read: 12, accepted: 4, joined: 8, refused: 0 })
  })

  it('shows what it refused on the page of imports, beside its counts', async () => {
    const center = await world.center()
    const followed = await openFollowedLog(world, center)
    await followed.write(...answered(0, 1), 'no line of a log')
    const following = followed.follow()
    await until('the refusal', async () => (await followed.run())?.refused === 1)
    await following.stop()
    const admin = await center.person('admin')
    const { items } = await admin.ask(intake.imports)
    const run = items.find(({ way }) => way === 'follow')!
    const refused = await admin.ask(intake.refusedLines, { params: { importId: run.id } })
    expect(refused.items).toMatchObject([
      { line: 4, reason: 'malformed_line', text: 'no line of a log' },
    ])
  })

  it('keeps no number of a caller in the clear', async () => {
    const center = await world.center()
    const followed = await openFollowedLog(world, center)
    await followed.write(...answered(0, 1), ...answered(200, 77).slice(0, 1))
    const following = followed.follow()
    await until('the first call', async () => (await followed.calls()).length === 1)
    await following.stop()
    const [kept] = await world.database.reading<{ state: string }[]>`
      select state from followed_file where organization_id = ${center.id}`
    expect(kept!.state.length).toBeGreaterThan(500)
    expect(Buffer.from(kept!.state, 'base64').toString('latin1')).not.toContain('49305510077')
  })

  it('refuses what is no queue_log, and a log that another process follows', async () => {
    const center = await world.center()
    const followed = await openFollowedLog(world, center)
    await expect(followed.follow().ended).rejects.toThrow('is no file that can be read')
    await followed.write('{"some":"json"}')
    await expect(followed.follow().ended).rejects.toThrow('is no queue_log of Asterisk')
    await truncate(followed.path)
    await followed.write(...answered(0, 1))
    const first = followed.follow()
    await until('the first call', async () => (await followed.calls()).length === 1)
    const second = followed.follow()
    await wait(200)
    await followed.write(...answered(200, 2))
    await expect(Promise.race([first.ended, second.ended])).rejects.toThrow(
      'Another process follows',
    )
    await until('the second call', async () => (await followed.calls()).length === 2)
    await Promise.allSettled([first.stop(), second.stop()])
    expect(await followed.run()).toMatchObject({ accepted: 2, unchanged: 0, superseded: 0 })
  })
})

describe('the floor beside a log that is followed', () => {
  const now = at(300)
  const openFloor = async () => {
    world.clock.set(now)
    const center = await world.center()
    const admin = await center.person('admin')
    const followed = await openFollowedLog(world, center)
    const floor = async () => {
      world.clock.pass(1)
      return (await admin.ask(watch)).floor
    }
    return { center, followed, floor }
  }

  it('knows who waits and who talks, as the log stands, from its first minute on', async () => {
    const { followed, floor } = await openFloor()
    const backlog = Array.from({ length: 300 }, (_, place) => answered(place * 2 - 1_000, place))
    await followed.write(...backlog.flat(), ...answered(200, 1).slice(0, 1))
    const following = followed.follow()
    await until('one waits', async () => (await floor()).queues['sales']?.waiting === 1)
    const { people, queues, sources } = await floor()
    expect(people).toEqual({ ...nobodyThere, available: 7 })
    expect(queues).toEqual({
      sales: { waiting: 1, waitingSince: Date.parse(at(205)), helped: 0 },
    })
    expect(Object.keys(sources)).toEqual(['pbx'])
    await followed.write(...answered(200, 1).slice(1, 2))
    await until('one is helped', async () => (await floor()).queues['sales']?.helped === 1)
    await followed.write(
      ...answered(200, 1).slice(2),
      ...lines(log('299|NONE|sales|PJSIP/701|PAUSE|lunch')),
    )
    await until('one is away', async () => (await floor()).people.away === 1)
    expect((await floor()).people).toEqual({ ...nobodyThere, available: 6, away: 1 })
    expect((await floor()).queues).toEqual({})
    await following.stop()
  })

  it('hears once a minute that the log is watched, and no longer when it is not', async () => {
    const { followed, floor } = await openFloor()
    await followed.write(...answered(200, 1).slice(0, 2))
    const following = followed.follow()
    await until('one is helped', async () => (await floor()).people.onCall === 1)
    world.clock.pass(239)
    await until('it is heard of', async () => (await floor()).people.notHeardOf === 0)
    world.clock.pass(200)
    await until('and again', async () => (await floor()).people.onCall === 1)
    await following.stop()
    world.clock.pass(250)
    expect((await floor()).people).toEqual({ ...nobodyThere, notHeardOf: 1 })
  })

  it('is told of the ends of calls after a stop, and of nothing twice', async () => {
    const { center, followed, floor } = await openFloor()
    await followed.write(...answered(200, 1).slice(0, 1), ...answered(100, 2).slice(0, 2))
    const first = followed.follow()
    await until('one waits', async () => (await floor()).queues['sales']?.waiting === 1)
    await first.stop()
    await followed.write(
      ...lines(log(`290|${id(200, 1)}|sales|NONE|ABANDON|1|1|85`)),
      ...answered(100, 2).slice(2),
    )
    const second = followed.follow()
    await until('nobody waits', async () => (await floor()).queues['sales'] === undefined)
    await second.stop()
    expect(
      await world.database.reading`
        select call, state from line_presence where organization_id = ${center.id} order by call`,
    ).toEqual([
      { call: id(100, 2), state: 'ended' },
      { call: id(200, 1), state: 'abandoned' },
    ])
  })

  it('that cannot be told costs no call, and is said once', async () => {
    const { followed, floor } = await openFloor()
    await world.database.writing`
      alter table source_presence add constraint shut check (source <> 'pbx') not valid`
    try {
      await followed.write(...answered(100, 1))
      const following = followed.follow()
      await until('the call', async () => (await followed.calls()).length === 1)
      await followed.write(...answered(150, 2))
      await until('the next call', async () => (await followed.calls()).length === 2)
      await until('it is said', async () => followed.said.some((each) => each.includes('board')))
      await wait(2_500)
      expect(followed.said.filter((sentence) => sentence.includes('board'))).toHaveLength(1)
      await world.database.writing`alter table source_presence drop constraint shut`
      await until('the floor knows', async () => (await floor()).people.available === 2)
      await following.stop()
    } finally {
      await world.database.writing`alter table source_presence drop constraint if exists shut`
    }
  })
})

describe('a process that is killed', () => {
  it('again and again has lost and doubled nothing', async () => {
    const center = await world.center()
    const followed = await openFollowedLog(world, center)
    const all = Array.from({ length: 400 }, (_, place) => answered(place * 20, place)).flat()
    all.sort((a, b) => Number(a.slice(0, 10)) - Number(b.slice(0, 10)))
    await followed.write(all[0]!)
    let written = 1
    for (const killedAfter of [300, 700, null]) {
      const child = followed.spawnFollow()
      const before = (await followed.calls()).length
      const target = killedAfter ?? all.length
      while (written < target) {
        await followed.write(...all.slice(written, Math.min(written + 37, target)))
        written = Math.min(written + 37, target)
        await wait(20)
      }
      if (killedAfter === null) {
        await until('all calls', async () => (await followed.calls()).length === 400)
        child.kill('SIGTERM')
      } else {
        await until('some calls', async () => (await followed.calls()).length > before)
        child.kill('SIGKILL')
      }
      await once(child, 'exit')
    }
    const whole = readText(asteriskQueueLog, all.join('\n'), { now: (ten + 86_400) * 1000 })
    const told = whole.records.map(({ externalId, version }) => ({ externalId, version, legs: 1 }))
    told.sort((a, b) => (a.externalId < b.externalId ? -1 : 1))
    expect(await followed.calls()).toEqual(told)
    expect(await followed.run()).toMatchObject({
      ...{ read: 1_200, accepted: 400, joined: 800, unchanged: 0, superseded: 0, refused: 0 },
    })
  }, 120_000)
})
