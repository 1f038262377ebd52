import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { importFiles } from '../../server/command-line/import.ts'
import { type Standing } from '../../server/stand-on.ts'
import * as intake from '../../shared/intake/contract.ts'
import * as upload from '../../shared/intake/upload-contract.ts'
import { type Caller } from '../world/caller.ts'
import { type Center } from '../world/center.ts'
import { openWorld, secret } from '../world/open-world.ts'
import { cdrsOf, enriched, logOf } from './log-and-cdrs.ts'
import { sendFile } from './send-file.ts'
import { runOf } from './wizard-files.ts'

const world = await openWorld()
const workOff = world.house.imports.workOff

async function open(): Promise<{ center: Center; admin: Caller }> {
  const center = await world.center()
  return { center, admin: await center.person('admin') }
}

/** The calls of an organization as far as CDRs tell of them, in the order of their start. */
const storedOf = async ({ id }: Center) =>
  await world.database.reading<
    { startedAt: Date; endedAt: Date; source: string; direction: string; isKnown: boolean }[]
  >`
    select c.started_at as "startedAt", c.ended_at as "endedAt", f.source, c.direction,
      c.customer_key is not null as "isKnown"
    from call c join feed f on f.organization_id = c.organization_id and f.id = c.feed_id
    where c.organization_id = ${id} order by c.started_at, c.direction`

/** Ten calls of a log; CDRs tell of the last eight, and of one that a rep made. */
const [log, cdrs] = [logOf(10), cdrsOf(2, 8)]
const match = {
  ...{ calls: 10, found: 8, rows: 9, rowsWithUniqueid: 9, utcOffsetsSeconds: [3_600], zone: null },
  ...{ isWholeLog: true, isWholeCdrs: true },
}

async function expectEnriched(center: Center, source: string): Promise<void> {
  const stored = await storedOf(center)
  expect(stored).toHaveLength(11)
  expect(new Set(stored.map((call) => call.source))).toEqual(new Set([source]))
  const [alone, , told] = stored.filter(({ direction }) => direction === 'inbound')
  expect(told).toMatchObject({ isKnown: true, startedAt: new Date(enriched(2).startedAt) })
  expect(told?.endedAt).toEqual(new Date(enriched(2).endedAt))
  expect(alone?.isKnown).toBe(false)
  expect(alone?.endedAt.getTime()).toBeLessThan(Date.parse(enriched(0).endedAt))
  expect(stored.filter(({ direction }) => direction === 'outbound')).toHaveLength(1)
}

describe('a queue_log and CDRs through the wizard', () => {
  const reading = { by: 'adapter' as const, name: 'asterisk-queue-log', source: 'pbx' }
  const country = { country: 'DE' }

  it('are read together: the log knows more, and every row of the CDRs is accounted for', async () => {
    const { center, admin } = await open()
    const logId = await sendFile(admin, 'queue_log', log)
    const cdrId = await sendFile(admin, 'Master.csv', cdrs)
    const order = { ...reading, ...country, cdrs: [cdrId] }
    const params = { uploadId: logId }
    const preview = await admin.tell(upload.preview, { params, body: order })
    expect(preview.cdrMatch).toMatchObject(match)
    const fields = new Map(preview.lines[2]!.fields.map(({ field, value }) => [field, value]))
    for (const [field, value] of Object.entries(enriched(2))) expect(fields.get(field)).toBe(value)

    const body = { uploadIds: [logId], reading: order }
    const trial = await admin.tell(intake.startImports, { body: { ...body, isDryRun: true } })
    const real = await admin.tell(intake.startImports, { body: { ...body, isDryRun: false } })
    await workOff()
    const [tried, triedCdrs] = await Promise.all(trial.importIds.map((id) => runOf(admin, id)))
    expect(tried).toMatchObject({ state: 'finished', isDryRun: true, cdrMatch: match })
    expect(triedCdrs).toMatchObject({ state: 'finished', accepted: 1, cdrMatch: null })
    const [read, readCdrs] = await Promise.all(real.importIds.map((id) => runOf(admin, id)))
    expect(read).toMatchObject({ name: 'queue_log', read: 30, accepted: 10, joined: 20 })
    expect(readCdrs).toMatchObject({
      ...{ name: 'Master.csv', source: 'pbx', read: 9, accepted: 1, ignored: 8, refused: 0 },
      ignoredByRule: [{ rule: 'queue_call', count: 8 }],
    })
    await expectEnriched(center, 'pbx')
    expect((await admin.ask(intake.sourceSettings)).items).toMatchObject([
      { source: 'pbx', reader: 'asterisk-queue-log', country: 'DE' },
    ])
  })

  it('enrich what was imported from the log alone before', async () => {
    const { center, admin } = await open()
    const logId = await sendFile(admin, 'queue_log', log)
    const cdrId = await sendFile(admin, 'Master.csv', cdrs)
    const start = async (order: object) => {
      const body = { uploadIds: [logId], reading: { ...reading, ...country, ...order } }
      const told = await admin.tell(intake.startImports, { body: { ...body, isDryRun: false } })
      await workOff()
      return runOf(admin, told.importIds[0]!)
    }
    expect(await start({})).toMatchObject({ accepted: 10, cdrMatch: null })
    expect(await start({ cdrs: [cdrId] })).toMatchObject({ superseded: 8, unchanged: 2 })
    await expectEnriched(center, 'pbx')
    expect(await start({})).toMatchObject({ unchanged: 2, refused: 8 })
  })

  it('say what is wrong with what was put beside the log', async () => {
    const { admin } = await open()
    const logId = await sendFile(admin, 'queue_log', log)
    const cdrId = await sendFile(admin, 'Master.csv', cdrs)
    const refused = (order: object, params = { uploadId: logId }) =>
      admin.refused(upload.preview, { params, body: { ...reading, ...order } })
    expect(await refused({ cdrs: [logId] })).toMatchObject({
      ...{ reason: 'reading_unclear', fields: [{ field: 'cdrs' }] },
      message: expect.stringContaining('queue_log holds no CDRs') as string,
    })
    expect(await refused({ name: 'asterisk-cdr', cdrs: [cdrId] })).toMatchObject({
      ...{ reason: 'reading_unclear', fields: [{ field: 'cdrs' }] },
      message: expect.stringContaining('Only a queue_log') as string,
    })
    expect(await refused({ cdrs: [987_654] })).toMatchObject({ reason: 'upload_unknown' })
    const other = await (await world.center()).person('admin')
    const theirs = await sendFile(other, 'Master.csv', cdrs)
    expect(await refused({ cdrs: [theirs] })).toMatchObject({ reason: 'upload_unknown' })
  })

  it('fail with a sentence where the CDRs are gone when their turn comes', async () => {
    const { admin } = await open()
    const logId = await sendFile(admin, 'queue_log', log)
    const cdrId = await sendFile(admin, 'Master.csv', cdrs)
    const order = { ...reading, cdrs: [cdrId] }
    const body = { uploadIds: [logId], reading: order, isDryRun: false }
    const { importIds } = await admin.tell(intake.startImports, { body })
    await admin.tell(upload.dropUpload, { params: { uploadId: cdrId } })
    await workOff()
    expect(await runOf(admin, importIds[0]!)).toMatchObject({
      ...{ state: 'failed', read: 0 },
      failure: expect.stringContaining('beside which this one is read is not here') as string,
    })
    expect(await runOf(admin, importIds[1]!)).toMatchObject({ state: 'cancelled' })
  })

  it('keeps CDRs for as long as an import that needs them waits', async () => {
    const { admin } = await open()
    const ids = [await sendFile(admin, 'queue_log', log), await sendFile(admin, 'Master.csv', cdrs)]
    const [logId, cdrId] = ids as [number, number]
    const body = { uploadIds: [logId], reading: { ...reading, cdrs: [cdrId] }, isDryRun: true }
    const { importIds } = await admin.tell(intake.startImports, { body })
    await admin.tell(intake.orderImport, {
      ...{ params: { importId: importIds[1]! }, body: { order: 'cancel' } },
    })
    const now = world.clock.now()
    world.clock.set(new Date(now + 100 * 3_600_000).toISOString())
    await world.house.imports.sweep()
    expect((await admin.ask(upload.uploads)).items.map(({ id }) => id)).toEqual([cdrId, logId])
    await workOff()
    expect(await runOf(admin, importIds[0]!)).toMatchObject({ state: 'finished' })
    await world.house.imports.sweep()
    expect((await admin.ask(upload.uploads)).items).toEqual([])
    world.clock.set(new Date(now).toISOString())
  })
})

describe('wellspent import queue_log Master.csv', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wellspent-beside-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  const said: string[] = []
  beforeEach(() => {
    said.length = 0
    vi.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text))
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  })
  afterEach(() => {
    vi.restoreAllMocks()
  })
  const fileWith = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const order = (center: Center, files: string[], more: object = {}) =>
    importFiles(
      { database: world.database, secret } as Standing,
      {
        ...{ mapping: null, as: null, source: null, zone: null, country: 'DE', sheet: null },
        ...{ isDryRun: false, organizationId: center.id, now: world.clock.now(), files, ...more },
      },
      world.clock.now,
    )

  it('reads the log beside the CDRs, whichever comes first, and says what was found', async () => {
    const { center } = await open()
    const files = [fileWith('Master.csv', cdrs), fileWith('queue_log', log)]
    await order(center, files)
    expect(said[0]).toContain('queue_log: 30 lines read by asterisk-queue-log')
    expect(said[0]).toContain('  8 of 10 calls of the log found in the CDRs.')
    expect(said[0]).toContain('stood at UTC+01:00')
    expect(said[1]).toContain('Master.csv: 9 lines read by asterisk-cdr')
    expect(said[1]).toContain('queue_call: 8')
    await expectEnriched(center, 'asterisk-queue-log')
  })

  it('says so where nothing matches, and imports both all the same', async () => {
    const { center } = await open()
    await order(center, [fileWith('queue_log', log), fileWith('Master.csv', cdrsOf(500, 4))], {
      source: 'pbx',
    })
    expect(said[0]).toContain('None of the 10 calls of the log was found in the CDRs')
    expect(said[0]).toContain('The log tells of 2026-02-02, the CDRs of 2026-02-05')
    expect((await storedOf(center)).map(({ source }) => source)).toEqual(
      Array.from({ length: 13 }, () => 'pbx'),
    )
  })
})
