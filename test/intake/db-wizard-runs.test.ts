import { describe, expect, it } from 'vitest'
import * as intake from '../../shared/intake/contract.ts'
import * as upload from '../../shared/intake/upload-contract.ts'
import { openWorld } from '../world/open-world.ts'
import { type Center } from '../world/center.ts'
import { type Caller } from '../world/caller.ts'
import { gate, openOwnDesk } from './own-desk.ts'
import {
  countsOf,
  fileOfRows,
  give,
  keptLines,
  orderOf,
  runOf,
  start,
  storedCalls,
} from './wizard-files.ts'

const world = await openWorld()
const workOff = world.house.imports.workOff

/** Three batches of records. */
const rows = 14_000
const file = fileOfRows(rows)
const whole = countsOf(rows)

async function open(): Promise<{ center: Center; admin: Caller }> {
  const center = await world.center()
  return { center, admin: await center.person('admin') }
}

/** What a run comes to in the end that was held up on its way: the same as one that was not. */
async function expectWhole(center: Center, admin: Caller, id: number, source: string) {
  expect(await runOf(admin, id)).toMatchObject({
    ...{ state: 'finished', ...whole, unchanged: 0, superseded: 0, joined: 0, failure: null },
    ignoredByRule: [{ rule: 'test calls', count: whole.ignored }],
    refusedByReason: [{ reason: 'field_invalid', count: whole.refused }],
  })
  expect(await storedCalls(world, center.id, source)).toBe(whole.accepted)
  const kept = await keptLines(world, center.id, id)
  expect(new Set(kept).size).toBe(kept.length)
  expect(kept).toHaveLength(whole.refused)
}

describe('an import that is paused', () => {
  it('stores nothing more, and goes on exactly where it left off', async () => {
    const { center, admin } = await open()
    const id = await start(admin, file, orderOf('paused'))
    const desk = openOwnDesk(world, async (batch) => {
      if (batch === 2) await give(admin, id, 'pause')
    })
    await desk.workOff()
    const paused = await runOf(admin, id)
    expect(paused).toMatchObject({ state: 'paused', accepted: 4_000, finishedAt: null })
    expect(paused.read).toBe(paused.accepted + paused.ignored + paused.refused)
    expect(await storedCalls(world, center.id, 'paused')).toBe(4_000)
    await workOff()
    expect((await runOf(admin, id)).state).toBe('paused')
    expect((await give(admin, id, 'resume')).state).toBe('waiting')
    await workOff()
    await expectWhole(center, admin, id, 'paused')
  })

  it('while it waits gives up its turn', async () => {
    const { admin } = await open()
    const first = await start(admin, fileOfRows(3), orderOf('turns'))
    const second = await start(admin, fileOfRows(3), orderOf('turns'))
    await give(admin, first, 'pause')
    await workOff()
    expect((await runOf(admin, first)).state).toBe('paused')
    expect((await runOf(admin, second)).state).toBe('finished')
  })
})

describe('an import that is cancelled', () => {
  it('ends at once, and what was stored stays', async () => {
    const { center, admin } = await open()
    const id = await start(admin, file, orderOf('cancelled'))
    const desk = openOwnDesk(world, async (batch) => {
      if (batch === 2) await give(admin, id, 'cancel')
    })
    await desk.workOff()
    expect(await runOf(admin, id)).toMatchObject({
      ...{ state: 'cancelled', accepted: 4_000, finishedAt: '2026-03-02T09:00:00.000Z' },
    })
    expect(await storedCalls(world, center.id, 'cancelled')).toBe(4_000)
    for (const order of ['pause', 'resume', 'cancel'] as const) {
      const sent = { params: { importId: id }, body: { order } }
      expect(await admin.refused(intake.orderImport, sent)).toMatchObject({
        ...{ status: 409, reason: 'order_not_now' },
      })
    }
  })

  it('goes with its file', async () => {
    const { admin } = await open()
    const id = await start(admin, fileOfRows(3), orderOf('dropped'))
    const { uploadId } = await runOf(admin, id)
    await admin.tell(upload.dropUpload, { params: { uploadId } })
    await workOff()
    expect(await runOf(admin, id)).toMatchObject({ state: 'cancelled', uploadId: null, read: 0 })
  })
})

describe('an import whose server ends', () => {
  it('in order is interrupted, and is resumed by the next one', async () => {
    const { center, admin } = await open()
    const id = await start(admin, file, orderOf('stopped'))
    const [reached, goOn] = [gate(), gate()]
    const desk = openOwnDesk(world, async (batch) => {
      if (batch !== 2) return
      reached.open()
      await goOn.opened
    })
    const working = desk.workOff()
    await reached.opened
    const stopping = desk.stop()
    goOn.open()
    await stopping
    await working
    const interrupted = await runOf(admin, id)
    expect(interrupted.state).toBe('interrupted')
    expect(interrupted.accepted).toBeGreaterThanOrEqual(4_000)
    expect(interrupted.accepted).toBeLessThan(whole.accepted)
    expect(await storedCalls(world, center.id, 'stopped')).toBe(interrupted.accepted)
    await give(admin, id, 'resume')
    await workOff()
    await expectWhole(center, admin, id, 'stopped')
  })

  it('by force loses nothing; should it live on, it can store no more', async () => {
    const { center, admin } = await open()
    const id = await start(admin, file, orderOf('killed'))
    const [reached, goOn] = [gate(), gate()]
    const killed = openOwnDesk(world, async (batch) => {
      if (batch !== 2) return
      reached.open()
      await goOn.opened
    })
    const working = killed.workOff()
    await reached.opened
    expect((await runOf(admin, id)).state).toBe('running')
    const next = openOwnDesk(world)
    await next.start()
    expect(await runOf(admin, id)).toMatchObject({ state: 'interrupted', accepted: 4_000 })
    await give(admin, id, 'resume')
    await next.workOff()
    await next.stop()
    await expectWhole(center, admin, id, 'killed')
    goOn.open()
    await working
    await expectWhole(center, admin, id, 'killed')
    expect([...killed.errors, ...next.errors]).toEqual([])
  })

  it('somewhere else counts as interrupted once it has been silent', async () => {
    const { center, admin } = await open()
    const id = await start(admin, file, orderOf('silent'))
    const [reached, goOn] = [gate(), gate()]
    const silent = openOwnDesk(world, async (batch) => {
      if (batch !== 2) return
      reached.open()
      await goOn.opened
    })
    const working = silent.workOff()
    await reached.opened
    const second = await start(admin, fileOfRows(3), orderOf('behind it'))
    await workOff()
    expect((await runOf(admin, second)).state).toBe('waiting')
    world.clock.pass(61)
    expect((await runOf(admin, id)).state).toBe('interrupted')
    await workOff()
    expect((await runOf(admin, second)).state).toBe('finished')
    await give(admin, id, 'resume')
    await workOff()
    await expectWhole(center, admin, id, 'silent')
    goOn.open()
    await working
    await expectWhole(center, admin, id, 'silent')
  })
})

describe('an import that breaks on our side', () => {
  it('has failed without losing what was stored, and is logged', async () => {
    const { center, admin } = await open()
    const id = await start(admin, file, orderOf('broken'))
    const desk = openOwnDesk(world, (batch) => {
      if (batch === 2) throw new Error('something with customers in it')
    })
    await desk.workOff()
    const run = await runOf(admin, id)
    expect(run).toMatchObject({ state: 'failed', accepted: 4_000 })
    expect(run.failure).not.toContain('customers')
    expect(desk.errors).toEqual([new Error('something with customers in it')])
    const body = { uploadIds: [run.uploadId!], reading: orderOf('broken'), isDryRun: false }
    const again = await admin.tell(intake.startImports, { body })
    await workOff()
    expect(await runOf(admin, again.importIds[0]!)).toMatchObject({
      ...{ state: 'finished', unchanged: 4_000, accepted: whole.accepted - 4_000 },
    })
    expect(await storedCalls(world, center.id, 'broken')).toBe(whole.accepted)
  })

  it('says so where its file is gone', async () => {
    const { admin } = await open()
    const id = await start(admin, fileOfRows(3), orderOf('no file'))
    await world.database.writing`update upload set file = 'gone' where organization_id > 0
      and id = (select upload_id from import_run where id = ${id} and source = 'no file')`
    await workOff()
    expect(await runOf(admin, id)).toMatchObject({
      ...{ state: 'failed', failure: 'The file is not here any more; send it again.' },
    })
  })
})

describe('several imports', () => {
  it('of one organization are read one after another, of two at once', async () => {
    const [one, two] = [await open(), await open()]
    const started: string[] = []
    const [reached, goOn] = [gate(), gate()]
    const desk = openOwnDesk(world, async (batch, organizationId) => {
      started.push(`${organizationId === one.center.id ? 'one' : 'two'} ${batch}`)
      if (started.length === 1) {
        reached.open()
        await goOn.opened
      }
    })
    const first = await start(one.admin, fileOfRows(3), orderOf('a'))
    const second = await start(one.admin, fileOfRows(3), orderOf('a'))
    const other = await start(two.admin, fileOfRows(3), orderOf('a'))
    const working = desk.workOff()
    await reached.opened
    while ((await runOf(two.admin, other)).state !== 'finished') await Promise.resolve()
    expect((await runOf(one.admin, first)).state).toBe('running')
    expect((await runOf(one.admin, second)).state).toBe('waiting')
    goOn.open()
    await working
    expect((await runOf(one.admin, second)).state).toBe('finished')
    expect(started).toEqual(['one 1', 'two 1', 'one 1'])
  })

  it('are given to one of two servers only', async () => {
    const { admin } = await open()
    const batches: number[] = []
    const desks = [1, 2].map(() => openOwnDesk(world, (batch) => void batches.push(batch)))
    const ids = [
      await start(admin, fileOfRows(50, 'p'), orderOf('two servers')),
      await start(admin, fileOfRows(50, 'q'), orderOf('two servers')),
    ]
    for (;;) {
      await Promise.all(desks.map((desk) => desk.workOff()))
      const runs = await Promise.all(ids.map((id) => runOf(admin, id)))
      if (runs.every(({ state }) => state === 'finished')) break
    }
    expect(batches).toEqual([1, 1])
  })

  it('start by themselves where the server runs', async () => {
    const { admin } = await open()
    const desk = openOwnDesk(world)
    await desk.start()
    const id = await start(admin, fileOfRows(3), orderOf('by itself'))
    desk.wake()
    while ((await runOf(admin, id)).state !== 'finished')
      await new Promise((go) => setTimeout(go, 5))
    await desk.stop()
  })
})
