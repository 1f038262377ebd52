import { describe, expect, it } from 'vitest'
import * as intake from '../../shared/intake/contract.ts'
import * as upload from '../../shared/intake/upload-contract.ts'
import { openWorld } from '../world/open-world.ts'
import { sendFile } from './send-file.ts'
import {
  countsOf,
  fileOfRows,
  keptLines,
  localMapping,
  orderOf,
  runOf,
  start,
  storedCalls,
} from './wizard-files.ts'
import { serialOf, workbook } from './workbook.ts'

const world = await openWorld()
const center = await world.center()
const admin = await center.person('admin')
const workOff = world.house.imports.workOff

const five9Head =
  'CALL ID,TIMESTAMP,CAMPAIGN,CALL TYPE,AGENT,DISPOSITION,ANI,DNIS,IVR TIME,QUEUE WAIT TIME,RING TIME,TALK TIME,HOLD TIME,AFTER CALL WORK TIME,ABANDONED'
const five9File = `${five9Head}
1,"Mon, 02 Feb 2026 09:14:05",Internet,Inbound,kim,Fixed,2025550101,8005550100,00:00:05,00:00:10,00:00:03,00:04:00,00:00:20,00:00:30,0
2,"Mon, 02 Feb 2026 09:20:00",Internet,Inbound,[None],,anonymous,8005550100,00:00:05,00:01:10,,,,,1
`

describe('from a file to calls', () => {
  it('is recognized, previewed, tried, imported and, again, unchanged', async () => {
    const uploadId = await sendFile(admin, 'calls.csv', five9File)
    const params = { uploadId }
    const told = await admin.ask(upload.recognition, { params })
    expect(told).toMatchObject({
      ...{ kind: 'preset', name: 'five9', needsTimeZone: true, delimiter: ',', confidence: 1 },
      ...{ encoding: 'utf-8', missing: [], fitting: [], sheets: [], problem: null },
      columns: five9Head.split(','),
      mapping: { call: { externalId: { column: 'CALL ID' } } },
    })
    expect(told.rows[0]?.slice(0, 3)).toEqual(['1', 'Mon, 02 Feb 2026 09:14:05', 'Internet'])

    const body = {
      ...{ by: 'preset' as const, name: 'five9', source: 'five9:main' },
      ...{ timeZone: 'America/New_York', country: 'US' },
    }
    const preview = await admin.tell(upload.preview, { params, body })
    expect(preview).toMatchObject({ read: 2, isWhole: true, problem: null, joined: 0 })
    const fields = Object.fromEntries(
      preview.lines[0]!.fields.map(({ field, value }) => [field, value]),
    )
    expect(fields).toMatchObject({
      ...{ source: 'five9:main', externalId: '1', startedAt: '2026-02-02T14:14:05Z' },
      ...{ customer: '+12025550101', 'legs.0.rep': 'kim', 'legs.0.talkSeconds': '240' },
      ...{ abandoned: 'false', 'disposition.label': 'Fixed' },
    })
    expect(preview.lines[1]!.fields.map(({ field }) => field)).not.toContain('customer')

    const began = { uploadIds: [uploadId], reading: body }
    const tried = await admin.tell(intake.startImports, { body: { ...began, isDryRun: true } })
    const real = await admin.tell(intake.startImports, { body: { ...began, isDryRun: false } })
    const again = await admin.tell(intake.startImports, { body: { ...began, isDryRun: false } })
    expect(await runOf(admin, real.importIds[0]!)).toMatchObject({ state: 'waiting', read: 0 })
    await workOff()
    expect(await runOf(admin, tried.importIds[0]!)).toMatchObject({
      ...{ state: 'finished', isDryRun: true, read: 2, accepted: 2, refused: 0 },
    })
    expect(await runOf(admin, real.importIds[0]!)).toMatchObject({
      ...{ state: 'finished', isDryRun: false, read: 2, accepted: 2, unchanged: 0, uploadId },
      ...{ source: 'five9:main', name: 'calls.csv', way: 'file', failure: null },
      ...{ bytesRead: five9File.length, bytesInAll: five9File.length },
    })
    expect(await runOf(admin, again.importIds[0]!)).toMatchObject({ accepted: 0, unchanged: 2 })
    expect(await storedCalls(world, center.id, 'five9:main')).toBe(2)
  })

  it('asks for the zone once for each source, and remembers what was said', async () => {
    const uploadId = await sendFile(admin, 'calls.csv', five9File)
    const reading = { by: 'preset' as const, name: 'five9', source: 'five9:second' }
    const body = { uploadIds: [uploadId], reading, isDryRun: true }
    const refused = await admin.refused(intake.startImports, { body })
    expect(refused).toMatchObject({ status: 400, reason: 'reading_unclear' })
    expect(refused.fields).toEqual([
      { field: 'timeZone', message: expect.stringContaining('Europe/Berlin') as string },
    ])
    const said = { ...reading, timeZone: 'America/Chicago', country: 'US' }
    const names = [{ what: 'issue', name: 'reason' }]
    await admin.tell(intake.startImports, { body: { ...body, reading: said } })
    // A dry run leaves nothing behind, not even this.
    expect(await admin.refused(intake.startImports, { body })).toMatchObject({ status: 400 })
    await admin.tell(intake.startImports, {
      body: { ...body, reading: { ...said, names }, isDryRun: false },
    })
    await admin.tell(intake.startImports, { body })
    const { items } = await admin.ask(intake.sourceSettings)
    expect(items.find(({ source }) => source === 'five9:second')).toMatchObject({
      ...{ reader: 'five9', timeZone: 'America/Chicago', country: 'US', names },
    })
    await workOff()
  })

  it('says, field by field, what is unclear in a reading', async () => {
    const uploadId = await sendFile(admin, 'calls.csv', fileOfRows(3))
    const unclear = async (extra: object) => {
      const body = { ...orderOf('unclear'), ...extra }
      const { fields } = await admin.refused(upload.preview, { params: { uploadId }, body })
      return fields?.map(({ field }) => field)
    }
    expect(await unclear({ timeZone: 'Berlin' })).toEqual(['timeZone'])
    expect(await unclear({ timeZone: undefined })).toEqual(['timeZone'])
    expect(await unclear({ country: 'XX' })).toEqual(['country'])
    expect(await unclear({ mapping: 'a mapping' })).toEqual(['mapping'])
    expect(await unclear({ by: 'preset', name: 'none' })).toEqual(['name'])
    expect(await unclear({ by: 'preset', name: 'five9' })).toEqual(['name'])
    expect(await unclear({ by: 'adapter', name: 'none' })).toEqual(['name'])
    const mapping = { ...localMapping, call: { ...localMapping.call, queue: { colum: 'x' } } }
    expect(await unclear({ mapping })).toEqual(['mapping.call.queue.colum'])
  })
})

describe('a preview', () => {
  it('shows twenty records and refusals, and counts the rest', async () => {
    const uploadId = await sendFile(admin, 'calls.csv', fileOfRows(200))
    const body = orderOf('preview')
    const preview = await admin.tell(upload.preview, { params: { uploadId }, body })
    expect(preview.lines).toHaveLength(20)
    expect(preview).toMatchObject({ isWhole: false, problem: null, read: 22 })
    expect(preview.ignoredByRule).toEqual([{ rule: 'test calls', count: 2 }])
    expect(preview.lines[0]).toMatchObject({ line: 2, problem: null })
    expect(preview.lines[3]).toEqual({
      ...{ line: 5, text: 'c3;1.2.2026 3:00:00;030 901003;Kim;long;call', fields: [] },
      problem: {
        ...{ reason: 'field_invalid', field: 'legs.0.talkSeconds' },
        message: expect.stringContaining('"long"') as string,
      },
    })
    expect(await storedCalls(world, center.id, 'preview')).toBe(0)
  })

  it('says why a file can not be read this way', async () => {
    const uploadId = await sendFile(admin, 'calls.csv', 'a;b\n1;2\n')
    const body = orderOf('preview')
    const preview = await admin.tell(upload.preview, { params: { uploadId }, body })
    expect(preview.lines).toEqual([])
    expect(preview.problem).toContain('the file lacks "kind", "id"')
  })
})

describe('an import', () => {
  it('accounts for every line of a file of several batches', async () => {
    const rows = 9_000
    const id = await start(admin, fileOfRows(rows), orderOf('large'))
    await workOff()
    const expected = countsOf(rows)
    expect(await runOf(admin, id)).toMatchObject({
      ...{ state: 'finished', ...expected, unchanged: 0, superseded: 0, joined: 0 },
      ignoredByRule: [{ rule: 'test calls', count: expected.ignored }],
      refusedByReason: [{ reason: 'field_invalid', count: expected.refused }],
    })
    expect(await storedCalls(world, center.id, 'large')).toBe(expected.accepted)
    const kept = await keptLines(world, center.id, id)
    expect(kept).toHaveLength(expected.refused)
    expect(kept.every((line) => (line - 2) % 25 === 3)).toBe(true)
  })

  it('reads several files the same way, in the order they were named', async () => {
    const uploadIds = [
      await sendFile(admin, 'one.csv', fileOfRows(5, 'x')),
      await sendFile(admin, 'two.csv', fileOfRows(5, 'x')),
    ]
    const body = { uploadIds, reading: orderOf('twice'), isDryRun: false }
    const { importIds } = await admin.tell(intake.startImports, { body })
    await workOff()
    const [first, second] = await Promise.all(importIds.map((id) => runOf(admin, id)))
    expect(first).toMatchObject({ name: 'one.csv', accepted: 4, unchanged: 0, refused: 1 })
    expect(second).toMatchObject({ name: 'two.csv', accepted: 0, unchanged: 4, refused: 1 })
  })

  it('reads a sheet of a workbook, with its dates', async () => {
    const book = workbook({
      Notes: [['nothing']],
      Calls: [
        ['id', 'at', 'from', 'rep', 'talk', 'kind'],
        [
          's1',
          { serial: serialOf('2026-02-01T10:30:00'), as: 'date' },
          '030 901820',
          'Kim',
          60,
          'call',
        ],
      ],
    })
    const uploadIds = [await sendFile(admin, 'calls.xlsx', book)]
    const { timeZone: _, ...zoneless } = orderOf('zoneless book', { sheet: 'Calls' })
    const call = { ...localMapping.call, startedAt: { column: 'at', formats: ['iso'] } }
    const unclear = { ...zoneless, mapping: { ...localMapping, call } }
    const refused = await admin.refused(upload.preview, {
      ...{ params: { uploadId: uploadIds[0]! }, body: unclear },
    })
    expect(refused).toMatchObject({
      ...{ reason: 'reading_unclear', fields: [{ field: 'timeZone' }] },
    })
    const reading = orderOf('book', { sheet: 'Calls' })
    const body = { uploadIds, reading, isDryRun: false }
    const { importIds } = await admin.tell(intake.startImports, { body })
    await workOff()
    expect(await runOf(admin, importIds[0]!)).toMatchObject({
      ...{ state: 'finished', accepted: 1, bytesRead: book.length, bytesInAll: book.length },
    })
    const [row] = await world.database.reading<{ startedAt: Date }[]>`
      select started_at as "startedAt" from call
      where organization_id = ${center.id} and external_id = 's1'`
    expect(row?.startedAt.toISOString()).toBe('2026-02-01T09:30:00.000Z')
  })

  it('that can not be read to its end has failed, and says why', async () => {
    const id = await start(admin, 'a;b\n1;2\n', orderOf('wrong columns'))
    await workOff()
    expect(await runOf(admin, id)).toMatchObject({
      ...{ state: 'failed', read: 0, failure: expect.stringContaining('lacks') as string },
    })
  })
})

describe('refused lines', () => {
  it('can be had as a file, with what stood there and why it was refused', async () => {
    const file = `${fileOfRows(0)}=1+1;x;"a;b";Kim;60;call\n${fileOfRows(4).split('\n').slice(4, 5)[0]!}\n`
    const id = await start(admin, file, orderOf('refused'))
    await workOff()
    const url = `/api/imports/${id}/refusals/file`
    const ndjson = await admin.send({ url })
    expect(ndjson.headers['content-type']).toContain('application/x-ndjson')
    expect(ndjson.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''calls.csv.refused.ndjson",
    )
    const lines = String(ndjson.body)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
    expect(lines).toMatchObject([
      { line: 2, reason: 'field_invalid', field: 'startedAt', text: '=1+1;x;"a;b";Kim;60;call' },
      { line: 3, reason: 'field_invalid', field: 'legs.0.talkSeconds' },
    ])
    const csv = await admin.send({ url: `${url}?format=csv` })
    expect(csv.headers['content-type']).toContain('text/csv')
    const rows = String(csv.body).split('\r\n')
    expect(rows[0]).toBe('line,reason,field,message,text')
    expect(rows[1]).toContain(`,"'=1+1;x;""a;b"";Kim;60;call"`)
    expect(rows).toHaveLength(4)
  })

  it('are read page by page from the table', async () => {
    const rows = 60_000
    const id = await start(admin, fileOfRows(rows), orderOf('many refused'), true)
    await workOff()
    const { body } = await admin.send({ url: `/api/imports/${id}/refusals/file` })
    const lines = String(body).trim().split('\n')
    expect(lines).toHaveLength(countsOf(rows).refused)
    expect(lines.length).toBeGreaterThan(2_000)
    expect(new Set(lines).size).toBe(lines.length)
  })
})
